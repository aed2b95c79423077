package io.stackwatch.simulator.conform;

import static io.stackwatch.simulator.conform.Misbehaviour.*;

import io.stackwatch.connectors.hj212.codec.CrcKind;
import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.simulator.conform.packet.Checksum;
import io.stackwatch.simulator.conform.packet.Grammar;
import io.stackwatch.simulator.conform.packet.PacketCutter;
import io.stackwatch.simulator.conform.packet.Sm4Content;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a pretended platform answers to a frame: rightly, or wrong in one thing. An empty packet means: hang up. */
final class PretendedAnswers {

    private static final Set<Integer> NOTICES = Set.of(1001, 1013, 2012, 2022, 9015);
    private static final byte[] HANG_UP = new byte[0];

    private final Map<String, Station> stations = new HashMap<>();
    private final Misbehaviour wrong;
    private final Set<String> numbers = new HashSet<>();

    PretendedAnswers(List<Station> stations, Misbehaviour wrong) {
        stations.forEach(station -> this.stations.put(station.mn(), station));
        this.wrong = wrong;
    }

    synchronized List<byte[]> to(Frame received) {
        Optional<Station> station = Optional.ofNullable(stations.get(text(received, HeaderField.MN)));
        Optional<Frame> frame = station.isPresent() ? verified(received, station.get()) : Optional.of(received);
        if (frame.isEmpty() || wrong == NEVER_ANSWERS) {
            return List.of();
        }
        if (station.isEmpty() && wrong == CLOSES_ON_STRANGERS) {
            return List.of(HANG_UP);
        }
        DataSegment segment = DataSegment.of(frame.get());
        String password = segment.text(HeaderField.PW).orElse("");
        boolean known = station.isPresent()
                && (wrong == IGNORES_PASSWORDS || password.equals(station.get().password()));
        if (!known && wrong != KNOWS_EVERYBODY) {
            return List.of();
        }
        if (wrong == IS_STRICT_ABOUT_SEGMENTS && (!segment.quirks().isEmpty() || hasDepartures(frame.get()))) {
            return List.of();
        }
        if (wrong == IS_STRICT_ABOUT_VALUES && !hasPlainValues(text(frame.get()))) {
            return List.of();
        }
        int command = segment.text(HeaderField.CN).map(Integer::parseInt).orElse(0);
        String content = text(frame.get());
        if (wrong == CLOSES_ON_UNKNOWN_COMMANDS && (command == 2999 || command == 8123)) {
            return List.of(HANG_UP);
        }
        if (!asked(segment, command, content)) {
            return List.of();
        }
        byte[] reply = reply(segment, command);
        return wrong == ANSWERS_TWICE ? List.of(reply, reply) : List.of(reply);
    }

    /** Whether an answer is due. */
    private boolean asked(DataSegment segment, int command, String content) {
        int flag = flag(segment);
        String number = segment.text(HeaderField.QN).orElse("");
        String mn = segment.text(HeaderField.MN).orElse("");
        boolean answerable = command < 9000 || command == 9015 || wrong == ANSWERS_ANSWERS;
        boolean due = answerable
                && ((flag & 1) == 1
                        || wrong == ANSWERS_WITHOUT_BEING_ASKED
                        || (wrong == ANSWERS_WITHOUT_A_NUMBER && number.isEmpty()))
                && (!number.isEmpty() || wrong == ANSWERS_WITHOUT_A_NUMBER);
        if (!due) {
            return false;
        }
        return switch (wrong) {
            case ANSWERS_ONCE_PER_NUMBER -> numbers.add(number);
            case ANSWERS_THE_FIRST_PACKET_ONLY ->
                segment.text(HeaderField.PNO).orElse("1").equals("1");
            case ANSWERS_REALTIME_DATA_ONLY ->
                command == 2011 && !content.contains("ST=4") && !content.contains("ST=5");
            case ANSWERS_FRESH_DATA_ONLY -> numbers.add(mn + command) && !isOld(number, content);
            case INSISTS_ON_PACKET_NUMBERS ->
                (flag & 2) == 0 || segment.text(HeaderField.PNUM).isPresent();
            case KNOWS_THE_FLAG_N_ONLY -> !content.matches("(?s).*-Flag=(?!N[;,&]).*");
            default -> true;
        };
    }

    private static boolean isOld(String number, String content) {
        int at = content.indexOf("DataTime=");
        return at >= 0
                && number.length() == 17
                && content.substring(at + 9, at + 17).compareTo(number.substring(0, 8)) < 0;
    }

    private byte[] reply(DataSegment segment, int command) {
        int version = flag(segment) >> 2;
        boolean notice = NOTICES.contains(command) && wrong != ANSWERS_NOTICES_LIKE_DATA;
        String number = segment.text(HeaderField.QN).orElse("20260101000000000");
        String qn = wrong == ANSWERS_WITH_ANOTHER_QN ? "20010101000000000" : number;
        String st = wrong == ANSWERS_WITH_THE_UPLOADS_ST
                ? segment.text(HeaderField.ST).orElse("")
                : "91";
        String pw = wrong == ANSWERS_WITH_ANOTHER_PW
                ? "000000"
                : segment.text(HeaderField.PW).orElse("");
        String mn = wrong == ANSWERS_WITH_ANOTHER_MN
                ? "010000A8900016F000169DC1"
                : segment.text(HeaderField.MN).orElse("");
        int mirrored = wrong == ANSWERS_WITH_VERSION_BITS_OF_ITS_OWN ? 3 : version;
        int flag = mirrored << 2 | (wrong == ANSWERS_ASKING_FOR_AN_ANSWER ? 1 : 0);
        boolean inContent = (version == 0) != (wrong == ANSWERS_IN_THE_SHAPE_OF_ANOTHER_EDITION);
        String common = "ST=" + st + ";CN=" + (notice ? 9013 : 9014) + ";PW=" + pw + ";MN=" + mn + ";Flag=" + flag;
        if (wrong == ANSWERS_WITH_FIELDS_IN_ANOTHER_ORDER) {
            common = "CN=" + (notice ? 9013 : 9014) + ";ST=" + st + ";PW=" + pw + ";MN=" + mn + ";Flag=" + flag;
        }
        if (wrong == ANSWERS_WITH_PACKET_NUMBERS) {
            common = common + ";PNUM=1;PNO=1";
        }
        String more = wrong == ANSWERS_WITH_CONTENT ? "QnRtn=1" : "";
        String text = inContent
                ? common + ";CP=&&QN=" + qn + (more.isEmpty() ? "" : ";" + more) + "&&"
                : "QN=" + qn + ";" + common + ";CP=&&" + more + "&&";
        return packet(text);
    }

    private byte[] packet(String text) {
        byte[] segment = text.getBytes(StandardCharsets.UTF_8);
        String right = new String(FrameEncoder.encode(segment, 0, segment.length), StandardCharsets.UTF_8);
        String crc = right.substring(right.length() - 6, right.length() - 2);
        String packet =
                switch (wrong) {
                    case ANSWERS_WITH_A_WRONG_CRC -> right.replace(crc + "\r\n", "1234\r\n");
                    case ANSWERS_WITH_A_MODBUS_CRC ->
                        right.replace(crc + "\r\n", "%04X\r\n".formatted(Checksum.modbus(segment)));
                    case ANSWERS_WITH_A_CRC_IN_LOWER_CASE ->
                        right.replace(crc + "\r\n", crc.toLowerCase(Locale.ROOT) + "\r\n");
                    case ANSWERS_WITH_A_WRONG_LENGTH -> "##%04d".formatted(segment.length + 2) + right.substring(6);
                    case ANSWERS_WITH_A_LINE_FEED_ONLY -> right.replace("\r\n", "\n");
                    default -> right;
                };
        return packet.getBytes(StandardCharsets.UTF_8);
    }

    /** The frame in clear, if its checksum is one that the station may send. */
    private Optional<Frame> verified(Frame frame, Station station) {
        if (station.profile() == Station.Profile.MODBUS && frame.crcMatches(CrcKind.MODBUS)) {
            return Optional.of(frame);
        }
        boolean lenient = wrong == TAKES_ANY_CRC
                || (wrong == TAKES_MODBUS
                        && (frame.crcMatches(CrcKind.MODBUS) || frame.crcMatches(CrcKind.MODBUS_SWAPPED)));
        boolean inClear = station.key().isEmpty() || text(frame).chars().noneMatch(c -> c < ' ' || c == 0xFFFD);
        String wire = new String(frame.bytes(), StandardCharsets.ISO_8859_1);
        if ((wrong == SPLITS_AT_HEADS && wire.indexOf("##", 2) >= 0)
                || (wrong == SPLITS_AT_CLOSES
                        && wire.indexOf("&&", wire.indexOf("CP=&&") + 5) != wire.lastIndexOf("&&"))
                || (wrong == INSISTS_ON_A_GROUP && wire.matches(".*CP=&&.{1,15}&&.*"))) {
            return Optional.empty();
        }
        if ((frame.crcMatches(CrcKind.HJ212) || lenient) && (inClear || wrong == CHECKS_THE_CIPHERTEXT)) {
            boolean refused = (wrong == COUNTS_CHARACTERS && hasChinese(frame))
                    || (wrong == INSISTS_ON_CIPHERTEXT
                            && station.key().isPresent()
                            && text(frame).contains(";CN=2"));
            return refused ? Optional.empty() : Optional.of(frame);
        }
        return station.key().isPresent() && wrong != HAS_NO_KEY ? decrypted(frame, station) : Optional.empty();
    }

    private Optional<Frame> decrypted(Frame frame, Station station) {
        for (Optional<String> key : List.of(station.key(), station.oldKey())) {
            boolean tried = key.isPresent() && !(wrong == HAS_NO_OLD_KEY && key.equals(station.oldKey()));
            if (tried) {
                Optional<Frame> clear =
                        decrypted(frame, Sm4Content.key(key.get()).orElseThrow());
                if (clear.isPresent()) {
                    return clear;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Frame> decrypted(Frame frame, byte[] key) {
        byte[] bytes = frame.bytes().clone();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("CP=&&") + 5;
        int to = frame.segmentTo() - 2;
        if (from < 5 || from >= to) {
            return Optional.empty();
        }
        byte[] secret = Arrays.copyOfRange(bytes, from, to);
        if (wrong == DECODES_TEXT_BEFORE_DECRYPTING) {
            secret = Arrays.copyOf(
                    new String(secret, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), secret.length);
        }
        if (wrong == PADS_THE_LAST_GROUP && secret.length % Sm4Content.GROUP != 0) {
            return Optional.empty();
        }
        if (new String(secret, StandardCharsets.US_ASCII).startsWith("{0x")) {
            secret = unprinted(new String(secret, StandardCharsets.US_ASCII));
        }
        byte[] clear = Sm4Content.decrypted(secret, key);
        byte[] segment = PretendedPlatform.joined(
                PretendedPlatform.joined(Arrays.copyOfRange(bytes, frame.segmentFrom(), from), clear),
                PretendedPlatform.ascii("&&"));
        int crc = wrong == CHECKS_THE_CIPHERTEXT
                ? Checksum.hj212(Arrays.copyOfRange(bytes, frame.segmentFrom(), frame.segmentTo()))
                : Checksum.hj212(segment);
        // the checksum alone lets one of 256 wrong keys pass: it keeps eight bits of what lies behind
        boolean right =
                (crc == frame.declaredCrc() && isReadable(clear)) || wrong == TAKES_ANY_KEY || wrong == TAKES_ANY_CRC;
        return right ? Frame.of(FrameEncoder.encode(segment, 0, segment.length)) : Optional.empty();
    }

    private static boolean isReadable(byte[] clear) {
        for (byte one : clear) {
            if (one >= 0 && one < ' ' && one != '\t' && one != '\r' && one != '\n') {
                return false;
            }
        }
        return true;
    }

    private static byte[] unprinted(String printed) {
        int close = printed.indexOf('}');
        String[] hex = printed.substring(1, close).split(",", -1);
        byte[] bytes = new byte[hex.length + printed.length() - close - 1];
        for (int i = 0; i < hex.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex[i].substring(2), 16);
        }
        for (int i = close + 1; i < printed.length(); i++) {
            bytes[hex.length + i - close - 1] = (byte) printed.charAt(i);
        }
        return bytes;
    }

    private static boolean hasDepartures(Frame frame) {
        byte[] whole = PretendedPlatform.joined(frame.bytes(), PretendedPlatform.ascii("\r\n"));
        return new PacketCutter(List.of())
                .take(whole).stream()
                        .anyMatch(incoming -> incoming.match(
                                packet -> !Grammar.departures(packet, 2017).isEmpty(), bad -> true));
    }

    /** One DataTime, then factors that some table has, each with plain numbers and a flag, and nothing else. */
    private static boolean hasPlainValues(String frame) {
        String content = frame.substring(frame.indexOf("CP=&&") + 5, frame.lastIndexOf("&&"));
        return content.matches("DataTime=\\d{14}(;a\\d{5}(-[A-Za-z]+=\\d+(\\.\\d{1,4})?,a\\d{5})+-Flag=[A-Z])+");
    }

    private static boolean hasChinese(Frame frame) {
        for (byte each : frame.bytes()) {
            if (each < 0) {
                return true;
            }
        }
        return false;
    }

    private static int flag(DataSegment segment) {
        return segment.text(HeaderField.FLAG)
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private static String text(Frame frame) {
        return new String(frame.bytes(), StandardCharsets.UTF_8);
    }

    private static String text(Frame frame, HeaderField field) {
        return DataSegment.of(frame).text(field).orElse("");
    }
}
