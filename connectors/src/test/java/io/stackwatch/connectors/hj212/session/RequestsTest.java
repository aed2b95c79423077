package io.stackwatch.connectors.hj212.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.connectors.hj212.codec.Command;
import io.stackwatch.connectors.hj212.codec.CommandField;
import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.codec.CrcKind;
import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Flag;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.core.registry.Mn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private static final Mn MN = new Mn("010000A8900016F000169DC0");
    private static final String QN = "20160801085857223";
    private static final StationKey KEY = StationKey.of("msbE74gsiSHSEh5e");

    // HJ 212-2017 Tables C.1, C.3, C.5, C.9, C.20, C.31
    @Test
    void requestsOf2017AreTheOnesThatTheStandardPrints() {
        assertEquals(
                "##0107QN=20160801085857223;ST=32;CN=1000;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&OverTime=5;ReCount=3&&CAC1\r\n",
                request(2017, 1000, "OverTime", "5", "ReCount", "3"));
        assertEquals(
                "##0125QN=20160801085857223;ST=32;CN=1012;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&PolId=w01018;SystemTime=20160801085857&&0880\r\n",
                request(2017, 1012, "PolId", "w01018", "SystemTime", "20160801085857"));
        assertEquals(
                "##0087QN=20160801085857223;ST=32;CN=1061;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&&&3B80\r\n",
                request(2017, 1061));
        assertEquals(
                "##0099QN=20160801085857223;ST=32;CN=1072;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&NewPW=654321&&3B80\r\n",
                request(2017, 1072, "NewPW", "654321"));
        assertEquals(
                "##0134QN=20160801085857223;ST=32;CN=2051;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&BeginTime=20160801084000;EndTime=20160801084000&&56C0\r\n",
                request(2017, 2051, "BeginTime", "20160801084000", "EndTime", "20160801084000"));
        assertEquals(
                "##0099QN=20160801085857223;ST=32;CN=3012;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&PolId=w01018&&8701\r\n",
                request(2017, 3012, "PolId", "w01018"));
    }

    // HJ 212-2025 Table C.41 and 2005 examples print a comma
    @Test
    void whereTheStandardPrintsACommaWeSendOne() {
        assertTrue(request(2025, 3011, "PolId", "w01018", "CalibrationType", "0")
                .contains(";Flag=9;CP=&&PolId=w01018,CalibrationType=0&&"));
        assertTrue(request(2005, 3014, "PolId", "101", "CTime", "04", "CTime", "10")
                .contains(";Flag=1;CP=&&PolId=101,CTime=04,CTime=10&&"));
        assertTrue(request(
                        2005,
                        1022,
                        "101-LowValue",
                        "1.1",
                        "101-UpValue",
                        "9.9",
                        "102-LowValue",
                        "1",
                        "102-UpValue",
                        "2")
                .contains("CP=&&101-LowValue=1.1,101-UpValue=9.9;102-LowValue=1,102-UpValue=2&&"));
        assertTrue(request(2005, 1021, "PolId", "101", "PolId", "102").contains("CP=&&PolId=101;PolId=102&&"));
    }

    @Test
    void everyRequestOfEveryEditionCanBeMadeAndReadAgain() {
        int made = 0;
        for (Command command : CommandTable.standard().all()) {
            if (!command.isFrom(Command.Direction.FROM_HOST) || command.pattern() == Command.Pattern.ANSWER) {
                continue;
            }
            for (int edition : command.editions()) {
                StationProfile profile = profile(edition).withEncryption(encryption());
                List<Requests.Item> content = sample(command);
                byte[] packet = Requests.encode(profile, command, "31", QN, content);
                ReadFrame read = new FrameOpener().read(packet, Optional.of(profile));
                Frame frame = read.frame().orElseThrow();
                assertTrue(frame.crcMatches(CrcKind.HJ212), command.toString());
                assertEquals(frame.segmentLength(), frame.declaredLength());
                DataSegment segment = DataSegment.of(frame);
                assertEquals(Optional.of("" + command.number()), segment.text(HeaderField.CN));
                assertEquals(Optional.of(QN), segment.text(HeaderField.QN));
                Flag flag =
                        new Flag(Integer.parseInt(segment.text(HeaderField.FLAG).orElseThrow()));
                assertTrue(flag.answerWanted());
                assertEquals(profile.edition().version(), flag.version());
                assertEquals(
                        content.stream().map(item -> item.name() + item.value()).toList(),
                        segment.items().stream()
                                .map(item -> item.name() + item.text())
                                .toList());
                boolean sealed = read.match(clear -> false, opened -> true, unreadable -> false, () -> false);
                assertEquals(command.encrypted() && !content.isEmpty(), sealed, command.toString());
                made++;
            }
        }
        assertTrue(made >= 80, "requests made: " + made);
    }

    @Test
    void whatTheRowDoesNotAllowIsRefusedWithFieldValueAndWhatWasExpected() {
        assertFault(
                "RtdInterval",
                "29",
                "a whole number of at most 4 digits, from 30 to 3600",
                2017,
                1062,
                "RtdInterval",
                "29");
        assertFault("RtdInterval", "nothing", "a whole number of at most 4 digits, from 30 to 3600", 2017, 1062);
        assertFault("PolId", "w01018", "no content", 2017, 1061, "PolId", "w01018");
        assertFault("PolId", "2 times", "once", 2017, 3012, "PolId", "a", "PolId", "b");
        assertFault("CN", "3024", "a command of 2017; this one is of [2025]", 2017, 3024, "PolId", "w01018");
        assertFault(
                "EndTime",
                "20260101070000",
                "not before BeginTime=20260101080000",
                2017,
                2061,
                "BeginTime",
                "20260101080000",
                "EndTime",
                "20260101070000");
        assertFault("CP", "951 bytes", "at most 950 bytes", 2017, 3021, large(35));
        assertEquals(List.of(), Requests.faults(profile(2017), command(2017, 3021), "31", QN, items(large(34))));
        assertEquals(
                List.of(new RequestFault("CN", "2081", "a command that hosts order with")),
                Requests.faults(
                        profile(2017), CommandTable.standard().find(2081).orElseThrow(), "31", QN, List.of()));
        Command time = command(2017, 1061);
        assertEquals(
                "ST",
                Requests.faults(profile(2017), time, "3", QN, List.of()).get(0).field());
        assertEquals(
                "QN",
                Requests.faults(profile(2017), time, "31", "1", List.of())
                        .get(0)
                        .field());
    }

    @Test
    void aKeyIsNeverSentInClear() {
        List<Requests.Item> content =
                List.of(new Requests.Item("SKCreateTime", QN), new Requests.Item("NewSK", "0123456789abcdef"));
        List<RequestFault> faults = Requests.faults(profile(2025), command(2025, 1014), "31", QN, content);
        assertEquals(List.of("CN"), faults.stream().map(RequestFault::field).toList());
        byte[] packet =
                Requests.encode(profile(2025).withEncryption(encryption()), command(2025, 1014), "31", QN, content);
        assertFalse(new String(packet, StandardCharsets.ISO_8859_1).contains("0123456789abcdef"));
    }

    @Test
    void passwordsAndKeysAreInNoFaultNoNameAndNoMaskedPacket() {
        List<Requests.Item> content =
                List.of(new Requests.Item("NewPW", "top-secret"), new Requests.Item("newpw", "also-secret"));
        Command command = command(2017, 1072);
        String everything =
                Requests.faults(profile(2017), command, "31", QN, content).toString()
                        + content
                        + new String(Requests.masked(profile(2017), command, "31", QN, content), StandardCharsets.UTF_8)
                        + assertThrows(
                                        IllegalArgumentException.class,
                                        () -> Requests.encode(profile(2017), command, "31", QN, content))
                                .getMessage();
        assertFalse(everything.contains("top-secret"), everything);
        assertFalse(Requests.faults(profile(2017), command, "31", QN, content)
                .toString()
                .contains("also-secret"));
        assertFalse(everything.contains("PW=123456"), everything);
        assertTrue(everything.contains("NewPW=***"), everything);
    }

    @Test
    void aLoggerWithoutMnIsGivenOneUnderItsEmptyMn() {
        DataSegment segment = DataSegment.of(
                Frame.of(Requests.assignment("123456", "31", QN, MN)).orElseThrow());
        assertEquals(Optional.of(""), segment.text(HeaderField.MN));
        assertEquals(Optional.of("1002"), segment.text(HeaderField.CN));
        assertEquals(List.of(MN.value()), segment.values("i23005-Info"));
    }

    /** Content of 950 bytes with {@code CP=} and {@code &&} where the first value has 34 characters. */
    private static String[] large(int first) {
        List<String> content = new ArrayList<>(List.of("PolId", "w01018", "InfoId", "i13004"));
        for (int i = 0; i < 31; i++) {
            content.add("i130%02d-Info".formatted(i));
            content.add("x".repeat(i == 0 ? first : 16));
        }
        return content.toArray(new String[0]);
    }

    private static void assertFault(
            String field, String value, String expected, int edition, int number, String... content) {
        Command command = CommandTable.standard()
                .find(number, edition, Command.Direction.FROM_HOST)
                .or(() -> CommandTable.standard().find(number))
                .orElseThrow();
        assertEquals(
                List.of(new RequestFault(field, value, expected)),
                Requests.faults(profile(edition), command, "31", QN, items(content)));
    }

    private static String request(int edition, int number, String... content) {
        return new String(
                Requests.encode(profile(edition), command(edition, number), "32", QN, items(content)),
                StandardCharsets.US_ASCII);
    }

    private static Command command(int edition, int number) {
        return CommandTable.standard()
                .find(number, edition, Command.Direction.FROM_HOST)
                .orElseThrow();
    }

    private static List<Requests.Item> items(String... content) {
        List<Requests.Item> items = new ArrayList<>();
        for (int i = 0; i < content.length; i += 2) {
            items.add(new Requests.Item(content[i], content[i + 1]));
        }
        return items;
    }

    /** A value for every field, by its syntax. */
    private static List<Requests.Item> sample(Command command) {
        List<Requests.Item> items = new ArrayList<>();
        for (CommandField field : command.requestFields()) {
            String value =
                    switch (field.syntax().text()) {
                        case "T14" -> "20260101080000";
                        case "T17" -> "20260101080000000";
                        case "T6" -> "080000";
                        case "T4" -> "0800";
                        case "K16" -> "0123456789abcdef";
                        case "K6" -> "654321";
                        case "N1(0|1)" -> "1";
                        case "N4(30..3600)" -> "60";
                        default -> field.syntax().kind() == 'N' ? "5" : "w01018";
                    };
            items.add(new Requests.Item(field.name().replace("xx-", "w01018-"), value));
        }
        return items;
    }

    private static Encryption encryption() {
        return new Encryption(Encryption.Form.RAW, Encryption.Plaintext.WARN, List.of(KEY));
    }

    private static StationProfile profile(int edition) {
        for (StationProfile.Edition candidate : StationProfile.Edition.values()) {
            if (candidate.year() == edition) {
                return new StationProfile(
                        MN,
                        candidate,
                        StationProfile.CrcMode.HJ212,
                        StationProfile.PasswordPolicy.REJECT,
                        "123456",
                        Duration.ofMinutes(1),
                        false,
                        Map.of());
            }
        }
        throw new IllegalArgumentException("no such edition: " + edition);
    }
}
