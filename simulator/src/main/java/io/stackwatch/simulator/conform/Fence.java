package io.stackwatch.simulator.conform;

import io.stackwatch.simulator.conform.packet.PacketForm;

/**
 * A good upload behind something that must not be answered: its answer proves that the one in question was passed over.
 *
 * @param plan how it is sent
 * @param segment what
 */
record Fence(SendPlan plan, String segment) {

    static Fence of(Station station) {
        boolean first = station.edition() == KitEdition.OF_2005;
        String item = first ? "S02" : "a01011";
        int flag = station.edition().version() << 2 | 1;
        String segment = "QN=${qn};ST=31;CN=2011;PW=${pw};MN=${mn};Flag=" + flag + ";CP=&&DataTime=${now};" + item
                + "-Rtd=11.2," + item + "-Flag=N&&";
        PacketForm right = PacketForm.right();
        PacketForm.Crc crc = station.profile() == Station.Profile.MODBUS
                ? new PacketForm.Crc(PacketForm.CrcKind.MODBUS, 0)
                : right.crc();
        PacketForm.Cipher cipher = station.key().isPresent() ? PacketForm.Cipher.RAW : PacketForm.Cipher.CLEAR;
        SendPlan usual = SendPlan.usual();
        return new Fence(
                new SendPlan(
                        new PacketForm(crc, right.length(), right.tail(), cipher, false),
                        usual.key(),
                        usual.cuts(),
                        usual.gap(),
                        usual.fit(),
                        usual.size(),
                        false),
                segment);
    }
}
