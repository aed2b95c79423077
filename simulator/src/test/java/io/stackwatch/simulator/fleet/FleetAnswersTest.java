package io.stackwatch.simulator.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A logger that is asked over a real socket: what the desk decides reaches the wire, in order, between the uploads. */
class FleetAnswersTest {

    private static final Pattern DATA_TIME = Pattern.compile("DataTime=(\\d{14})");
    private static final String QUIET = "realtime: 0";
    private static final String ASK = "QN=%s;ST=31;CN=%s;PW=123456;MN=A1;Flag=%d;CP=&&%s&&";

    private AskedFleet asked;
    private AskingHost host;

    @BeforeEach
    void open() throws Exception {
        asked = new AskedFleet();
        host = asked.host();
    }

    @AfterEach
    void close() throws Exception {
        asked.close();
    }

    @Test
    void aParameterIsToldBetween9011And9012() throws Exception {
        asked.start(1, "edition: 2017", "realtime: 30s", "minute: 10m");

        ask("20261123093000000", "1063", "");

        host.await("the result", it -> it.dialogue("20261123093000000").size() == 3);
        assertEquals(List.of("9011", "1063", "9012"), commands(host.dialogue("20261123093000000")));
        assertTrue(host.packets("1063").get(0).contains("CP=&&MinInterval=10&&"));
        assertEquals(1, AskedFleet.await(asked.fleet().status()).requests());
    }

    /** HJ 212-2017 C.20: numbers of their own; marked as back-fill in 2025. The host acknowledges each. */
    @Test
    void recordsComeOutOfTheArchiveWithNumbersOfTheirOwn() throws Exception {
        asked.start(10, "edition: 2025", QUIET, "minute: 0");

        host.ask(ASK.formatted("20261123093000000", "2061", 9, "BeginTime=20261123060000;EndTime=20261123090000"));

        host.await("the result", it -> it.packets("9012").size() == 1);
        List<String> hours = host.packets("2061");
        assertEquals(
                List.of("20261123060000", "20261123070000", "20261123080000", "20261123090000"),
                hours.stream().map(FleetAnswersTest::dataTime).toList());
        assertTrue(hours.stream().allMatch(hour -> hour.contains(";Flag=9;RF=1;")), hours.toString());
        assertEquals(
                4, hours.stream().map(hour -> hour.substring(6, 26)).distinct().count());
        assertEquals(2, host.dialogue("20261123093000000").size());
        List<String> all = host.packets();
        assertTrue(all.indexOf(host.packets("9012").get(0)) > all.indexOf(hours.get(3)), "the result comes last");
    }

    /** 1440 minutes without a pause and without acknowledgements. */
    @Test
    void aDayOfMinutesComesInOneGo() throws Exception {
        asked.start(1, "edition: 2017", QUIET, "minute: 1m", "hours: no", "days: no", "answers: no", "pace: 0");

        ask("20261123093000000", "2051", "BeginTime=20261122100100;EndTime=20261123095900");

        host.await("the result", it -> it.packets("9012").size() == 1);
        assertEquals(1439, host.packets("2051").size());
    }

    /** The records are many and paced; realtime values are due meanwhile. */
    @Test
    void realtimeDoesNotWaitBehindRecordsThatWereAskedFor() throws Exception {
        asked.start(60, "edition: 2017", "realtime: 5s", "minute: 0", "pace: 6s");

        ask("20261123093000000", "2061", "BeginTime=20261122080000;EndTime=20261123090000");

        host.await("the result", it -> it.packets("9012").size() == 1);
        List<String> all = host.packets();
        int first = all.indexOf(host.packets("2061").get(0));
        int last = all.indexOf(host.packets("2061").get(25));
        long between = all.subList(first, last).stream()
                .filter(packet -> packet.contains(";CN=2011;"))
                .count();
        assertTrue(between >= 10, between + " realtime values among 26 hours");
    }

    @Test
    void realtimeStopsAndBeginsOnRequest() throws Exception {
        asked.start(60, "edition: 2017", "realtime: 5s", "minute: 1m");
        host.await("a realtime value", it -> !it.packets("2011").isEmpty());

        ask("20261123093000000", "2012", "");
        host.await("the notice's answer", it -> it.packets("9013").size() == 1);
        int stopped = host.packets("2011").size();
        host.await("two minutes", it -> it.packets("2051").size() >= 2);
        assertEquals(stopped, host.packets("2011").size(), "minutes went on, realtime did not");

        ask("20261123093001000", "2011", "");
        host.await("realtime again", it -> it.packets("2011").size() > stopped + 2);
        assertEquals(List.of("9011", "9012"), commands(host.dialogue("20261123093001000")));
    }

    @Test
    void anIntervalThatIsSetIsKept() throws Exception {
        asked.start(60, "edition: 2017", "realtime: 1h", "minute: 0");

        ask("20261123093000000", "1062", "RtdInterval=30");

        host.await("three realtime values", it -> it.packets("2011").size() >= 3);
        String second = dataTime(host.packets("2011").get(1));
        assertTrue(second.endsWith("00") || second.endsWith("30"), second);
    }

    @Test
    void facilityStatesAreSentWhileTheyAreAskedFor() throws Exception {
        asked.start(60, "edition: 2017", "realtime: 10s", "minute: 0");

        ask("20261123093000000", "2021", "");

        host.await("states", it -> it.packets("2021").size() >= 3);
        assertTrue(host.packets("2021").get(0).contains(";SB1-RS=1;SB2-RS=1&&"));
    }

    /** From the next frame on; the one that answers still carries the old one. */
    @Test
    void aNewPasswordIsCarriedByTheUploadsThatFollow() throws Exception {
        asked.start(60, "edition: 2017", "realtime: 10s", "minute: 0");
        host.await("a realtime value", it -> !it.packets("2011").isEmpty());

        ask("20261123093000000", "1072", "NewPW=654321");

        host.await("the new password", it -> it.packets("2011").stream()
                .anyMatch(packet -> packet.contains(";PW=654321;")));
        assertTrue(host.packets("9012").get(0).contains(";PW=123456;"));
    }

    /** The clock is ten minutes ahead, so that its ten o'clock hour was reported too early; then it is set. */
    @Test
    void aClockThatIsAheadIsToldAndSet() throws Exception {
        asked.start(1, "edition: 2017", QUIET, "minute: 0", "clock: {drift: 10m}");
        ask("20261123093000000", "1011", "");
        host.await("the time", it -> it.packets("1011").size() == 1);
        assertTrue(
                host.packets("1011").get(0).contains("SystemTime=202611231010"),
                host.packets("1011").get(0));

        ask("20261123093001000", "1012", "SystemTime=20261123100000");
        host.await("the result", it -> it.packets("9012").size() == 2);
        ask("20261123093002000", "1011", "");

        host.await("the time again", it -> it.packets("1011").size() == 2);
        assertTrue(
                host.packets("1011").get(1).contains("SystemTime=202611231000"),
                host.packets("1011").get(1));
    }

    @Test
    void aClockThatIsWrongAsksForTheTime() throws Exception {
        asked.start(3600, "edition: 2017", QUIET, "minute: 0", "clock: {drift: 40s, asks-above: 30s}");

        host.await("a request for the time", it -> !it.packets("1013").isEmpty());

        assertTrue(host.packets("1013").get(0).contains(";Flag=5;CP=&&&&"));
    }

    /** Control of the one before. */
    @Test
    void aClockThatIsRightEnoughDoesNotAsk() throws Exception {
        asked.start(3600, "edition: 2017", QUIET, "minute: 0", "clock: {drift: 20s, asks-above: 30s}");

        host.await("two hours", it -> it.packets("2061").size() >= 2);

        assertEquals(List.of(), host.packets("1013"));
    }

    /** HJ 212-2025 6.8: nothing but its hardware until it has an MN; then what was due meanwhile too. */
    @Test
    void aLoggerWithoutAnMnPresentsItselfAndWaits() throws Exception {
        asked.start(600, "edition: 2025", "realtime: 1m", "minute: 0", "activation: yes");
        host.await(
                "it presents itself again and again", it -> it.packets("1001").size() >= 2);
        assertEquals(
                List.of("1001"), commands(host.packets()).stream().distinct().toList());
        assertTrue(host.packets("1001").get(0).contains(";MN=;Flag=9;CP=&&i23005-Info=A1;"));

        host.ask("QN=20261123100000000;ST=31;CN=1002;PW=123456;MN=;Flag=9;CP=&&i23005-Info=B2&&");

        host.await(
                "an upload under its name",
                it -> !it.packets("2011").isEmpty() && !it.packets("2081").isEmpty());
        assertTrue(
                host.packets("2011").get(0).contains(";MN=B2;"),
                host.packets("2011").get(0));
        assertTrue(
                host.packets("2081").get(0).contains(";MN=B2;"),
                host.packets("2081").get(0));
    }

    @Test
    void heartbeatsPowerAndConditionsGoTheirOwnRounds() throws Exception {
        asked.start(600, "edition: 2025", QUIET, "minute: 0", "heartbeat: 5m", "power: 15m", "conditions: 15m");

        host.await(
                "a heartbeat, power and conditions",
                it -> it.packets("9015").size() >= 2 && it.packets("2011").size() >= 2);

        assertTrue(host.packets("9015").get(0).contains(";ST=91;CN=9015;PW=123456;MN=A1;Flag=9;CP=&&&&"));
        assertTrue(host.packets("2011").stream().anyMatch(it -> it.contains(";ST=44;") && it.contains(";d20105-Rtd=")));
        assertTrue(
                host.packets("2011").stream().anyMatch(it -> it.contains(";ST=45;") && it.contains(";p99101-Rtd=N,")));
    }

    /** The dialogue of 2005 over the wire. */
    @Test
    void aLoggerOf2005AnswersInItsShape() throws Exception {
        asked.start(1, "edition: 2005", QUIET, "minute: 0");

        host.ask("QN=20261123100000000;ST=31;CN=1061;PW=123456;MN=A1;Flag=1;CP=&&&&");

        host.await("the result", it -> it.packets("9012").size() == 1);
        assertTrue(host.packets("9012")
                .get(0)
                .startsWith("ST=91;CN=9012;PW=123456;MN=A1;CP=&&QN=20261123100000000;ExeRtn=1&&", 6));
    }

    /** 1000 sets how long the logger waits itself. */
    @Test
    void overTimeAndReCountAreTheLoggersOwnPatience() throws Exception {
        asked.start(3600, "edition: 2017", QUIET, "minute: 0");
        ask("20261123093000000", "1000", "OverTime=1;ReCount=1");
        host.await("the result", it -> it.packets("9012").size() == 1);
        host.ignoreUploads();

        host.await("an hour, twice", it -> {
            List<String> hours = it.packets("2061");
            return hours.stream().distinct().count() < hours.size();
        });
    }

    @Test
    void whatIsNoRequestIsNotAnswered() throws Exception {
        asked.start(1, "edition: 2017", QUIET, "minute: 0");
        host.send("##0012CP=&&nonsense&&FFFF\r\n".getBytes(StandardCharsets.US_ASCII));

        ask("20261123093000000", "1061", "");

        host.await("the answers to the next one", it -> it.packets("9012").size() == 1);
        assertFalse(commands(host.packets()).contains("?"));
        assertEquals(1, host.packets("9011").size());
    }

    private void ask(String number, String command, String content) throws Exception {
        host.ask(ASK.formatted(number, command, 5, content));
    }

    private static List<String> commands(List<String> packets) {
        Pattern command = Pattern.compile("CN=(\\d{4});");
        return packets.stream()
                .map(packet -> {
                    Matcher matcher = command.matcher(packet);
                    return matcher.find() ? matcher.group(1) : "?";
                })
                .toList();
    }

    private static String dataTime(String packet) {
        Matcher matcher = DATA_TIME.matcher(packet);
        assertTrue(matcher.find(), packet);
        return matcher.group(1);
    }
}
