package io.stackwatch.simulator.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the three kinds of logger do about the hours of a cut from half past ten to a quarter past two. */
class BackFillTest {

    private static final Pattern DATA_TIME = Pattern.compile("DataTime=(\\d{14})");
    private static final List<String> MISSED =
            List.of("20261123100000", "20261123110000", "20261123120000", "20261123130000");
    private static final String FIRST_AFTER = "20261123140000";
    private static final String CUT = "cuts: [{from: start+30m, to: start+4h15m}]";

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
    void anAutomaticLoggerSendsThemByItselfOldestFirstAndMarked() throws Exception {
        start("automatic", "2025");

        host.await("a new hour", it -> !unmarked(it).isEmpty() && hours(it).containsAll(MISSED));

        assertEquals(MISSED, marked(host).subList(0, 4));
        assertTrue(
                unmarked(host).stream().noneMatch(MISSED::contains),
                unmarked(host).toString());
    }

    /** Nothing marks a late frame before 2025. */
    @Test
    void anAutomaticLoggerOf2017SendsThemUnmarked() throws Exception {
        start("automatic", "2017");

        host.await(
                "all hours", it -> hours(it).contains(FIRST_AFTER) && hours(it).containsAll(MISSED));

        assertEquals(MISSED, hours(host).stream().filter(MISSED::contains).toList());
        assertEquals(List.of(), marked(host));
    }

    @Test
    void aLoggerThatWaitsToBeAskedSendsThemThen() throws Exception {
        start("on-request", "2025");
        host.await("the first new hour", it -> hours(it).contains(FIRST_AFTER));
        assertTrue(hours(host).stream().noneMatch(MISSED::contains), hours(host).toString());

        host.ask("QN=20261123150000000;ST=31;CN=2061;PW=123456;MN=A1;Flag=9;"
                + "CP=&&BeginTime=20261123100000;EndTime=20261123130000&&");

        host.await("the result", it -> it.packets("9012").size() == 1);
        assertEquals(MISSED, marked(host));
    }

    @Test
    void aLoggerThatKeepsNothingHasNoData() throws Exception {
        start("none", "2025");
        host.await("the first new hour", it -> hours(it).contains(FIRST_AFTER));

        host.ask("QN=20261123150000000;ST=31;CN=2061;PW=123456;MN=A1;Flag=9;"
                + "CP=&&BeginTime=20261123100000;EndTime=20261123130000&&");

        host.await("the result", it -> it.packets("9012").size() == 1);
        assertTrue(
                host.packets("9012").get(0).contains("ExeRtn=100"),
                host.packets("9012").get(0));
        assertTrue(hours(host).stream().noneMatch(MISSED::contains), hours(host).toString());
    }

    /** The new minutes of the time after the cut do not wait until two days of old ones are sent. */
    @Test
    void newDataOvertakesTheBacklog() throws Exception {
        asked.start(
                3600,
                "edition: 2025",
                "realtime: 0",
                "minute: 1m",
                "hours: no",
                "days: no",
                "pace: 60s",
                "cuts: [{from: start+1m, to: start+3h}]");

        host.await("a minute of after the cut", it -> it.packets("2051").stream()
                .anyMatch(packet -> dataTime(packet).compareTo("20261123130500") > 0));

        List<String> minutes =
                host.packets("2051").stream().map(BackFillTest::dataTime).toList();
        assertTrue(!minutes.contains("20261123125800"), "the last old minute came before the new one: " + minutes);
    }

    /** Two cuts that overlap are one, as long as the longer. */
    @Test
    void overlappingCutsAreOne() throws Exception {
        asked.start(
                7200,
                "edition: 2025",
                "realtime: 0",
                "minute: 0",
                "cuts: [{from: start+30m, to: start+2h15m}, {from: start+1h, to: start+4h15m}]");

        host.await("a new hour", it -> !unmarked(it).isEmpty() && hours(it).containsAll(MISSED));

        assertTrue(host.connections() <= 2, "it was back in between");
        assertEquals(MISSED, marked(host).subList(0, 4));
    }

    private void start(String afterCut, String edition) throws Exception {
        asked.start(7200, "edition: " + edition, "realtime: 0", "minute: 0", "after-cut: " + afterCut, "pace: 1s", CUT);
    }

    private static List<String> hours(AskingHost host) {
        return host.packets("2061").stream().map(BackFillTest::dataTime).toList();
    }

    private static List<String> marked(AskingHost host) {
        return host.packets("2061").stream()
                .filter(packet -> packet.contains(";RF=1;"))
                .map(BackFillTest::dataTime)
                .toList();
    }

    private static List<String> unmarked(AskingHost host) {
        return host.packets("2061").stream()
                .filter(packet -> !packet.contains(";RF=1;"))
                .map(BackFillTest::dataTime)
                .toList();
    }

    private static String dataTime(String packet) {
        Matcher matcher = DATA_TIME.matcher(packet);
        assertTrue(matcher.find(), packet);
        return matcher.group(1);
    }
}
