package io.stackwatch.connectors.hj212.session;

import io.stackwatch.connectors.hj212.cipher.ContentCipher;
import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.codec.Command;
import io.stackwatch.connectors.hj212.codec.CommandField;
import io.stackwatch.connectors.hj212.codec.Flag;
import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.codec.SegmentWriter;
import io.stackwatch.core.registry.Mn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Packets from our side (反控): requests and notices as the station's edition wants them (HJ 212-2017 6.2, 6.6).
 *
 * <p>Pure functions. A request is what its command's row allows and nothing else; a request with faults is never made. A
 * packet may hold a password or a key: it is for the station, not for a log.
 */
public final class Requests {

    /** {@code CP=} to the last {@code &&}, in bytes: 950 since 2017, 960 in 2005. */
    private static final int MAX_CONTENT = 950;

    private static final int MAX_CONTENT_2005 = 960;
    private static final int AROUND_CONTENT = "CP=&&&&".length();

    private Requests() {}

    /**
     * One {@code name=value} of a request.
     *
     * @param name the item's whole name
     * @param value its value as it is to be sent
     */
    public record Item(String name, String value) {

        /** Values may be secrets. */
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * What is against sending this to the station; empty if nothing.
     *
     * @param systemCode the station's system code (ST): two characters
     * @param qn the request number: 17 digits of time
     */
    public static List<RequestFault> faults(
            StationProfile profile, Command command, String systemCode, String qn, List<Item> content) {
        List<RequestFault> faults = new ArrayList<>();
        if (!command.isFrom(Command.Direction.FROM_HOST) || command.pattern() == Command.Pattern.ANSWER) {
            faults.add(new RequestFault("CN", number(command), "a command that hosts order with"));
        }
        if (!command.editions().contains(profile.edition().year())) {
            faults.add(new RequestFault(
                    "CN",
                    number(command),
                    "a command of " + profile.edition().year() + "; this one is of "
                            + command.editions().stream().sorted().toList()));
        }
        if (command.encrypted()
                && profile.edition() == StationProfile.Edition.HJ212_2025
                && profile.encryption().isEmpty()) {
            faults.add(
                    new RequestFault("CN", number(command), "a station with a key: this command shall be encrypted"));
        }
        if (systemCode.length() != 2 || !systemCode.chars().allMatch(Requests::isCodeCharacter)) {
            faults.add(new RequestFault("ST", systemCode, "two characters 0-9A-Z"));
        }
        if (qn.length() != 17 || !qn.chars().allMatch(c -> c >= '0' && c <= '9')) {
            faults.add(new RequestFault("QN", qn, "17 digits of yyyyMMddHHmmssSSS"));
        }
        RequestContent.faults(command, content, faults);
        int length = AROUND_CONTENT + RequestContent.text(command, content).getBytes(StandardCharsets.UTF_8).length;
        int most = profile.edition() == StationProfile.Edition.HJT212_2005 ? MAX_CONTENT_2005 : MAX_CONTENT;
        if (length > most) {
            faults.add(new RequestFault("CP", length + " bytes", "at most " + most + " bytes"));
        }
        return faults;
    }

    /**
     * The packet, its content sealed with the station's newest key if the command shall be encrypted and the station has one.
     *
     * @throws IllegalArgumentException with the first of {@link #faults} if there are any
     */
    public static byte[] encode(
            StationProfile profile, Command command, String systemCode, String qn, List<Item> content) {
        List<RequestFault> faults = faults(profile, command, systemCode, qn, content);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.get(0).toString());
        }
        String header =
                header(qn, systemCode, command, profile.password(), profile.mn().value(), profile.edition());
        byte[] segment = segment(header, RequestContent.text(command, content));
        Optional<Encryption> encryption = profile.encryption().filter(agreed -> command.encrypted());
        return encryption.isEmpty()
                ? FrameEncoder.encode(segment, 0, segment.length)
                : new ContentCipher()
                        .seal(
                                segment,
                                encryption.get().keys().get(0),
                                encryption.get().form());
    }

    /**
     * The same packet for people and for the record: in clear, without the station's password, and with passwords and keys
     * in its content hidden.
     */
    public static byte[] masked(
            StationProfile profile, Command command, String systemCode, String qn, List<Item> content) {
        List<Item> shown = content.stream()
                .map(item -> isSecret(command, item) ? new Item(item.name(), RequestFault.HIDDEN) : item)
                .toList();
        String header = header(
                qn, systemCode, command, RequestFault.HIDDEN, profile.mn().value(), profile.edition());
        byte[] segment = segment(header, RequestContent.text(command, shown));
        return FrameEncoder.encode(segment, 0, segment.length);
    }

    /**
     * 1002, which gives a logger its MN: the header's own is still empty, as in the 1001 that it answers (2025 6.8; that it is
     * empty here too is an inference).
     */
    public static byte[] assignment(String password, String systemCode, String qn, Mn assigned) {
        return FrameEncoder.encode("QN=" + qn + ";ST=" + systemCode + ";CN=1002;PW=" + password + ";MN=;Flag="
                + Flag.of(StationProfile.Edition.HJ212_2025.version(), false, true)
                        .value() + ";CP=&&i23005-Info="
                + assigned + "&&");
    }

    static boolean isSecret(Command command, Item item) {
        return RequestContent.field(command, item)
                .map(CommandField::syntax)
                .map(syntax -> syntax.isSecret())
                .orElse(false);
    }

    private static String header(
            String qn, String systemCode, Command command, String password, String mn, StationProfile.Edition edition) {
        String segment = new SegmentWriter()
                .field(HeaderField.QN, qn)
                .field(HeaderField.ST, systemCode)
                .command(command.number())
                .field(HeaderField.PW, password)
                .field(HeaderField.MN, mn)
                .flag(Flag.of(edition.version(), false, true))
                .segment();
        return segment.substring(0, segment.length() - AROUND_CONTENT);
    }

    private static byte[] segment(String header, String content) {
        return (header + "CP=&&" + content + "&&").getBytes(StandardCharsets.UTF_8);
    }

    private static String number(Command command) {
        return Integer.toString(command.number());
    }

    private static boolean isCodeCharacter(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }
}
