package io.stackwatch.simulator.logger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.simulator.report.Command;
import io.stackwatch.simulator.report.Edition;
import io.stackwatch.simulator.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command by command, in 2017: what stands between 9011 and 9012, the result, and what has changed. */
class TasksTest {

    private final DeskFixture desk = DeskFixture.of(Edition.Y2017);

    @Test
    void overTimeAndReCountBecomeThePatience() {
        assertResult(1, desk.ask("1000", "OverTime=5;ReCount=2"));
        assertEquals(
                new LoggerState.Patience(Duration.ofSeconds(5), 2), desk.state().patience());
    }

    /** The clock is 40 s ahead. */
    @Test
    void theClockIsToldAndSet() {
        desk.with(desk.state().withClock(new LoggerClock(Duration.ofSeconds(40), Duration.ZERO, Instant.EPOCH)));
        assertContent("SystemTime=20261123103040", desk.ask("1011", ""));

        assertResult(1, desk.ask("20261123103001000", "1012", "SystemTime=20261123103000"));

        assertContent("SystemTime=20261123103000", desk.ask("1011", ""));
        assertEquals("时间校准", desk.state().log().entries().get(0).text());
    }

    @Test
    void anAnalysersClockIsToldAndSetApartFromTheLoggers() {
        assertResult(1, desk.ask("20261123103001000", "1012", "PolId=a21026;SystemTime=20261123102900"));

        assertContent("PolId=a21026;SystemTime=20261123102900", desk.ask("1011", "PolId=a21026"));
        assertContent("PolId=a19001;SystemTime=20261123103000", desk.ask("1011", "PolId=a19001"));
        assertContent("SystemTime=20261123103000", desk.ask("1011", ""));
    }

    @Test
    void intervalsAreToldAndSet() {
        assertContent("MinInterval=10", desk.ask("1063", ""));
        assertResult(1, desk.ask("20261123103001000", "1064", "MinInterval=5"));
        assertContent("MinInterval=5", desk.ask("1063", ""));
        assertResult(1, desk.ask("20261123103002000", "1062", "RtdInterval=3600"));
        assertContent("RtdInterval=3600", desk.ask("1061", ""));
    }

    @Test
    void afterANewPasswordTheOldOneIsRefused() {
        List<String> answers = desk.ask("1072", "NewPW=654321");
        assertResult(1, answers);
        assertTrue(answers.get(0).contains(";PW=123456;"), "the answer echoes the request's password");

        assertTrue(desk.segment("QN=20261123103001000;ST=31;CN=1061;PW=123456;MN=" + DeskFixture.MN + ";Flag=5;CP=&&&&")
                .get(0)
                .endsWith("CP=&&QnRtn=3&&"));
        assertContent("RtdInterval=30", desk.ask("1061", ""));
    }

    /** Each content is just beyond what its command takes, or is missing. */
    @ParameterizedTest
    @CsvSource({
        "1000, OverTime=0;ReCount=3",
        "1000, OverTime=100;ReCount=3",
        "1000, OverTime=5",
        "1012, SystemTime=20261323103000",
        "1012, PolId=w01018;SystemTime=20261123103000",
        "1062, RtdInterval=3601",
        "1062, RtdInterval=soon",
        "1064, MinInterval=7",
        "1064, MinInterval=60",
        "1072, NewPW=12345",
        "1072, PW=654321",
        "2061, BeginTime=20261123080000",
        "2061, BeginTime=20261123090000;EndTime=20261123080000",
        "3011, PolId=w01018",
        "3012, ''",
        "3016, PolId=a21026;CstartTime=250000;CTime=2",
        "3016, PolId=a21026;CstartTime=000000;CTime=25",
        "3020, PolId=a21026",
        "3020, PolId=a21026;InfoId=i99999",
        "3020, PolId=a21026;InfoId=i11001",
        "3021, PolId=a21026;InfoId=i13004"
    })
    void conditionsThatAreWrongEndWith3(String command, String content) {
        LoggerState before = desk.state();

        assertResult(3, desk.ask(command, content));

        assertEquals(before, desk.state());
    }

    @Test
    void realtimeBeginsWithAValueOfTheMomentAndEndsWithANotice() {
        assertEquals(List.of("REALTIME 20261123103000"), between(desk.ask("2011", "")));
        assertTrue(desk.state().habits().realtimeOn());

        desk.ask("2012", "");

        assertFalse(desk.state().habits().realtimeOn());
    }

    @Test
    void facilityStatesAreSentOnlyWhileTheyAreAskedFor() {
        assertFalse(desk.state().habits().facilityOn());

        assertEquals(List.of("FACILITY_STATE 20261123103000"), between(desk.ask("2021", "")));
        assertTrue(desk.state().habits().facilityOn());
        desk.ask("2022", "");

        assertFalse(desk.state().habits().facilityOn());
    }

    /** Both ends are included (HJ 212-2017 C.20), a comma between them is taken too (C.23). */
    @ParameterizedTest
    @CsvSource({
        "2051, BeginTime=20261123080000;EndTime=20261123082000, "
                + "MINUTE 20261123080000|MINUTE 20261123081000|MINUTE 20261123082000",
        "2061, BeginTime=20261123075959;EndTime=20261123090000, HOUR 20261123080000|HOUR 20261123090000",
        "2031, BeginTime=20261121000000;EndTime=20261123000000, DAY 20261121000000|DAY 20261122000000",
        "2041, 'BeginTime=20261122000000,EndTime=20261122000000', FACILITY_TIME 20261122000000"
    })
    void recordsComeOldestFirst(String command, String content, String expected) {
        List<String> records = List.of(expected.split("\\|", -1)).stream()
                .map(record -> record + " from the record")
                .toList();

        assertEquals(records, between(desk.ask(command, content)));
        assertTrue(desk.state().busy());
    }

    /** It is half past ten: the hour of ten is not over; a week is kept of hours, a day of minutes. */
    @ParameterizedTest
    @CsvSource({
        "2061, BeginTime=20261123100000;EndTime=20261123235959",
        "2061, BeginTime=20261101000000;EndTime=20261116100000",
        "2051, BeginTime=20261122000000;EndTime=20261122102959",
        "2031, BeginTime=20261123000000;EndTime=20261123000000"
    })
    void whatIsNotOverOrNotKeptIsNoData(String command, String content) {
        assertResult(100, desk.ask(command, content));
        assertFalse(desk.state().busy());
    }

    @Test
    void whatWasLostIsNoDataAndItsNeighboursAre() {
        Instant eight = Instant.parse("2026-11-23T00:00:00Z");
        desk.with(desk.state()
                .withArchive(desk.state()
                        .archive()
                        .losing(new Report(Command.HOUR, eight), Duration.ofHours(1))
                        .losing(new Report(Command.HOUR, eight.plusSeconds(3600)), Duration.ofHours(1))));

        assertResult(100, desk.ask("2061", "BeginTime=20261123080000;EndTime=20261123090000"));
        assertEquals(1, desk.state().archive().holes().size(), "two hours in a row are one hole");
        assertEquals(
                List.of("HOUR 20261123070000 from the record"),
                between(desk.ask("2061", "BeginTime=20261123070000;EndTime=20261123093000")));
    }

    @ParameterizedTest
    @CsvSource({"3011, 零点校准", "3012, 即时采样", "3013, 清洗管路", "3014, 比对采样"})
    void workAtAnAnalyserIsWrittenDown(String command, String text) {
        assertResult(1, desk.ask(command, "PolId=a21026"));

        assertEquals(
                List.of(new Logbook.Entry(DeskFixture.HALF_PAST_TEN, "a21026", text)),
                desk.state().log().entries());
    }

    @Test
    void aRetainedSampleHasABottle() {
        assertContent("DataTime=20261123103000;VaseNo=1", desk.ask("3015", ""));
    }

    @Test
    void theSamplingCycleIsToldAndSet() {
        assertContent("PolId=a21026;CstartTime=000000;CTime=1", desk.ask("3017", "PolId=a21026"));

        assertResult(1, desk.ask("20261123103001000", "3016", "PolId=a21026;CstartTime=003000;CTime=4"));

        assertContent("PolId=a21026;CstartTime=003000;CTime=4", desk.ask("3017", "PolId=a21026"));
        assertContent("PolId=a21026;Stime=5", desk.ask("3018", "PolId=a21026"));
    }

    @Test
    void anAnalyserHasASerialNumberOf24HexadecimalDigits() {
        String content = content(between(desk.ask("3019", "PolId=a21026")).get(0));

        assertTrue(content.matches("PolId=a21026;a21026-SN=[0-9A-F]{24}"), content);
        assertEquals(content, content(between(desk.ask("3019", "PolId=a21026")).get(0)));
    }

    /** HJ 212-2017 C.41: a state with the request's number. */
    @Test
    void statesAndParametersAreToldAndSet() {
        assertContent(
                "DataTime=20261123103000;PolId=a21026;i12001-Info=0", desk.ask("3020", "PolId=a21026;InfoId=i12001"));

        assertResult(1, desk.ask("20261123103001000", "3021", "PolId=a21026;InfoId=i13004;i13004-Info=170.5"));

        assertContent(
                "DataTime=20261123103000;PolId=a21026;i13004-Info=170.5",
                desk.ask("3020", "PolId=a21026;InfoId=i13004"));
        assertContent(
                "DataTime=20261123103000;PolId=a19001;i13004-Info=168.0",
                desk.ask("3020", "PolId=a19001;InfoId=i13004"));
        assertContent("DataTime=20261123103000;i22001-Info=0", desk.ask("3020", "InfoId=i22001"));
    }

    /** HJ 212-2017 C.40: each line with a number of its own, the text between slashes. */
    @Test
    void theLogIsReadLineByLine() {
        desk.with(desk.state()
                .noting(Instant.parse("2026-11-23T00:58:57Z"), "a21026", "时间校准")
                .noting(Instant.parse("2026-11-23T01:58:57Z"), "a21026", "清洗管路")
                .noting(Instant.parse("2026-11-23T01:00:00Z"), "", "开机"));

        assertEquals(
                List.of(
                        "QN=20261123103000001;ST=31;CN=3020;PW=123456;MN=010000A8900016F000169DC0;Flag=4;"
                                + "CP=&&DataTime=20261123085857;PolId=a21026;i11001-Info=//时间校准//&&",
                        "QN=20261123103000002;ST=31;CN=3020;PW=123456;MN=010000A8900016F000169DC0;Flag=4;"
                                + "CP=&&DataTime=20261123095857;PolId=a21026;i11001-Info=//清洗管路//&&"),
                between(desk.ask(
                        "3020", "PolId=a21026;InfoId=i11001;BeginTime=20261123010522,EndTime=20261123103000")));
        assertContent(
                "DataTime=20261123090000;i21001-Info=//开机//",
                desk.ask("3020", "InfoId=i21001;BeginTime=20261123000000;EndTime=20261123103000"));
        assertResult(
                100, desk.ask("3020", "PolId=a21026;InfoId=i11001;BeginTime=20261123000000;EndTime=20261123010000"));
    }

    private static List<String> between(List<String> answers) {
        assertResult(1, answers);
        return answers.subList(1, answers.size() - 1);
    }

    private static void assertContent(String expected, List<String> answers) {
        List<String> between = between(answers);
        assertEquals(1, between.size(), between.toString());
        assertEquals(expected, content(between.get(0)));
    }

    private static String content(String segment) {
        return segment.substring(segment.indexOf("CP=&&") + 5, segment.length() - 2);
    }

    private static void assertResult(int code, List<String> answers) {
        assertTrue(answers.get(0).endsWith("CP=&&QnRtn=1&&"), answers.toString());
        assertTrue(answers.get(answers.size() - 1).endsWith("CP=&&ExeRtn=" + code + "&&"), answers.toString());
        if (code != 1) {
            assertEquals(2, answers.size(), answers.toString());
        }
    }
}
