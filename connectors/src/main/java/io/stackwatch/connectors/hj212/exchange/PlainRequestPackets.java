package io.stackwatch.connectors.hj212.exchange;

import io.stackwatch.connectors.hj212.codec.Flag;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.codec.SegmentWriter;
import io.stackwatch.connectors.hj212.session.StationProfile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Packets in clear: header in the standard's order, items as they are given, joined by semicolons. */
public final class PlainRequestPackets implements RequestPackets {

    /** The longest content, {@code CP=&&} and {@code &&} included (HJ 212-2017 Table 3). */
    private static final int MAX_CONTENT = 950;

    /** Shall be encrypted with a station that has a key (HJ 212-2025 6.4.4). */
    private static final Set<Integer> ENCRYPTED = Set.of(1014, 3020);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,32}");

    @Override
    public Optional<Complaint> check(StationProfile profile, ExchangeOrder order) {
        if (!order.systemCode().matches("[0-9A-Z]{2}")) {
            return Optional.of(new Complaint("st", order.systemCode(), "a system code of two characters, such as 31"));
        }
        if (profile.encryption().isPresent() && ENCRYPTED.contains(order.command())) {
            return Optional.of(
                    new Complaint("command", String.valueOf(order.command()), "a command that need not be encrypted"));
        }
        for (RequestItem item : order.content()) {
            if (!NAME.matcher(item.name()).matches()) {
                return Optional.of(new Complaint("content", item.name(), "names of letters, digits and hyphens"));
            }
            if (item.value().isEmpty() || item.value().chars().anyMatch(c -> c < ' ' || ";,=&".indexOf(c) >= 0)) {
                return Optional.of(new Complaint(
                        "content " + item.name(), "a value that would break the packet", "text without ; , = &"));
            }
        }
        int length = written(profile, order, "").segment().getBytes(StandardCharsets.UTF_8).length
                - header(profile, order, "").segment().getBytes(StandardCharsets.UTF_8).length
                + "CP=&&&&".length();
        return length <= MAX_CONTENT
                ? Optional.empty()
                : Optional.of(new Complaint("content", length + " bytes", "at most " + MAX_CONTENT + " bytes"));
    }

    @Override
    public byte[] encode(StationProfile profile, ExchangeOrder order, String qn) {
        return written(profile, order, qn).frame();
    }

    private static SegmentWriter written(StationProfile profile, ExchangeOrder order, String qn) {
        SegmentWriter writer = header(profile, order, qn);
        order.content().forEach(item -> writer.item(item.name(), item.value()));
        return writer;
    }

    private static SegmentWriter header(StationProfile profile, ExchangeOrder order, String qn) {
        return new SegmentWriter()
                .field(HeaderField.QN, qn)
                .field(HeaderField.ST, order.systemCode())
                .command(order.command())
                .field(HeaderField.PW, profile.password())
                .field(HeaderField.MN, profile.mn().value())
                .flag(Flag.of(version(profile), false, true));
    }

    private static int version(StationProfile profile) {
        return switch (profile.edition()) {
            case HJT212_2005 -> 0;
            case HJ212_2017 -> 1;
            case HJ212_2025 -> 2;
        };
    }
}
