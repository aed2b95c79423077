package io.stackwatch.gateway.relay.packet;

import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import java.util.Set;

/** A command as it may be kept: readable, bounded, without passwords and keys (1072, 1014). Pure function. */
public final class Masking {

    private static final String MASK = "***";
    private static final Set<String> SECRETS = Set.of("PW", "NewPW", "NewSK");
    private static final int LONGEST = 500;

    private Masking() {}

    /** The segment of a frame whose content can be read. */
    public static String of(Frame clear) {
        SegmentText segment = SegmentText.of(clear);
        return printable(
                masked(segment.withContent(maskedContent(segment.content()))).text());
    }

    /** The header of a frame whose content cannot be read. */
    public static String headerOf(Frame sealed) {
        return printable(
                masked(SegmentText.of(sealed)).withContent("(encrypted)").text());
    }

    private static SegmentText masked(SegmentText segment) {
        return segment.field(HeaderField.PW).isPresent() ? segment.with(HeaderField.PW, MASK) : segment;
    }

    private static String maskedContent(String content) {
        StringBuilder masked = new StringBuilder();
        for (ContentItems.Item item : ContentItems.of(content).items()) {
            masked.append(SECRETS.contains(item.name()) ? item.name() + "=" + MASK : item.text())
                    .append(item.separator());
        }
        return masked.toString();
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            printable.append(c >= ' ' && c < 0x7F ? c : '?');
        }
        return printable.toString();
    }
}
