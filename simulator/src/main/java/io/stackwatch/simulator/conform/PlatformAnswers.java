package io.stackwatch.simulator.conform;

import io.stackwatch.simulator.conform.packet.Packet;
import io.stackwatch.simulator.conform.packet.PacketForm;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the kit answers to a logger's uploads when it plays the platform: 9014, or 9013 to notices (HJ 212-2017 6.2). */
final class PlatformAnswers {

    Optional<byte[]> to(Packet packet) {
        int command = packet.command();
        int flag = packet.flag().orElse(0);
        boolean answerable = (command >= 1000 && command < 9000) || command == 9015;
        Optional<String> number = packet.field("QN");
        if (!answerable || (flag & 1) == 0 || number.isEmpty()) {
            return Optional.empty();
        }
        boolean notice = command == 9015 || command == 1001 || command == 1013;
        int version = flag >> 2;
        String common = "ST=91;CN=" + (notice ? 9013 : 9014) + ";PW="
                + packet.field("PW").orElse("") + ";MN=" + packet.field("MN").orElse("") + ";Flag=" + (version << 2);
        String segment = version == 0
                ? common + ";CP=&&QN=" + number.get() + "&&"
                : "QN=" + number.get() + ";" + common + ";CP=&&&&";
        return Optional.of(PacketForm.right().of(segment.getBytes(StandardCharsets.UTF_8), Optional.empty()));
    }
}
