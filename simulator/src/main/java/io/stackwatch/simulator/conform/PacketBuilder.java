package io.stackwatch.simulator.conform;

import io.stackwatch.simulator.conform.packet.Checksum;
import io.stackwatch.simulator.conform.packet.PacketCutter;
import io.stackwatch.simulator.conform.packet.PacketForm;
import io.stackwatch.simulator.conform.packet.Sm4Content;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the packets of a case from the segments in its script. */
final class PacketBuilder {

    /** Enough for a stated pair of bytes to turn up in some ciphertext, many times over. */
    private static final int MOST_TRIES = 200_000;

    private static final String OPEN = "CP=&&";
    private static final int HEAD = 6;
    private static final int CHECKSUM = 4;
    private static final int BEHIND = 2 + CHECKSUM + 2;

    private static final String PAD = "${pad}";
    private static final String FIT = "${fit}";

    private final Casting casting;
    private final Variables variables;

    PacketBuilder(Casting casting, Variables variables) {
        this.casting = casting;
        this.variables = variables;
    }

    byte[] build(SendPlan plan, String segment) {
        if (plan.fit().isEmpty()) {
            return plan.form().of(segment(plan, segment), key(plan));
        }
        SendPlan.Fit fit = plan.fit().get();
        for (int number = 0; number < MOST_TRIES; number++) {
            byte[] bytes = segment(plan, segment.replace(FIT, Integer.toString(number)));
            byte[] packet = plan.form().of(bytes, key(plan));
            if (fits(plan, fit, bytes, packet)) {
                return packet;
            }
        }
        throw new IllegalStateException("no number for ${fit} makes the packet fit");
    }

    private byte[] segment(SendPlan plan, String template) {
        String filled = variables.fill(template.replace(PAD, "\\pad"));
        byte[] shortest = ScriptText.bytes(filled.replace("\\pad", ""));
        if (plan.size().isEmpty()) {
            return shortest;
        }
        int room = plan.size().getAsInt() - shortest.length;
        if (room < 0) {
            throw new IllegalStateException("the segment has " + shortest.length + " bytes already");
        }
        return ScriptText.bytes(filled.replace("\\pad", "x".repeat(room)));
    }

    /** The key that the plan says; empty for a packet in clear. */
    private Optional<byte[]> key(SendPlan plan) {
        if (plan.form().cipher() == PacketForm.Cipher.CLEAR) {
            return Optional.empty();
        }
        Optional<String> text =
                switch (plan.key()) {
                    case CURRENT -> casting.main().key();
                    case OLD -> casting.main().oldKey();
                    case WRONG -> Optional.of("nobodys key 0001");
                };
        return Optional.of(text.flatMap(Sm4Content::key)
                .orElseThrow(() -> new IllegalStateException("the station has no such key of 16 characters")));
    }

    private boolean fits(SendPlan plan, SendPlan.Fit fit, byte[] segment, byte[] packet) {
        if (fit.crc() >= 0 && Checksum.hj212(segment) != fit.crc()) {
            return false;
        }
        if (fit.unreadable()) {
            return isUnreadable(plan, segment, packet);
        }
        if (fit.cipher().isEmpty()) {
            return true;
        }
        // the header is the same in clear and on the wire; behind it come CP=&&, the content, &&, checksum and end
        int from = HEAD + new String(segment, StandardCharsets.ISO_8859_1).indexOf(OPEN) + OPEN.length();
        String content = HexFormat.of().formatHex(packet, from, packet.length - BEHIND);
        for (int at = content.indexOf(fit.cipher()); at >= 0; at = content.indexOf(fit.cipher(), at + 1)) {
            if (at % 2 == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether no reading of the packet fits its checksum; that over the ciphertext is allowed where the plan wants it. */
    private boolean isUnreadable(SendPlan plan, byte[] segment, byte[] packet) {
        if (plan.form().crcOverCipher()) {
            String crc = new String(packet, packet.length - BEHIND + 2, CHECKSUM, StandardCharsets.US_ASCII);
            return Checksum.hj212(segment) != Integer.parseInt(crc, 16);
        }
        return new PacketCutter(keys(segment))
                .take(packet).stream().noneMatch(incoming -> incoming.match(readable -> true, bad -> false));
    }

    /** Every key that the platform may try on it. */
    private List<byte[]> keys(byte[] segment) {
        String text = new String(segment, StandardCharsets.UTF_8);
        Station sender = casting.second()
                .filter(station -> text.contains("MN=" + station.mn() + ";"))
                .orElse(casting.main());
        return Stream.of(sender.key(), sender.oldKey())
                .flatMap(Optional::stream)
                .map(Sm4Content::key)
                .flatMap(Optional::stream)
                .toList();
    }
}
