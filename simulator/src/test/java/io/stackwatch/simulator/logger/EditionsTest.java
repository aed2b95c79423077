package io.stackwatch.simulator.logger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.simulator.report.Edition;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What 2005 and 2025 do otherwise than 2017, literally. */
class EditionsTest {

    private static final String HEADER_2005 = "ST=91;CN=%s;PW=123456;MN=010000A8900016F000169DC0;";

    private final DeskFixture old = DeskFixture.of(Edition.Y2005);
    private final DeskFixture young = DeskFixture.of(Edition.Y2025);

    /** The number stands in the content, 9012 and 9013 have no Flag. */
    @Test
    void theAnswersOf2005CarryTheNumberInTheirContent() {
        assertEquals(
                List.of(
                        HEADER_2005.formatted("9011") + "Flag=0;CP=&&QN=20261123103000000;QnRtn=1&&",
                        "ST=31;CN=1011;PW=123456;MN=010000A8900016F000169DC0;Flag=0;"
                                + "CP=&&QN=20261123103000000;SystemTime=20261123103000&&",
                        HEADER_2005.formatted("9012") + "CP=&&QN=20261123103000000;ExeRtn=1&&"),
                old.ask("1011", ""));
        assertEquals(List.of(HEADER_2005.formatted("9013") + "CP=&&QN=20261123103000000&&"), old.ask("2012", ""));
    }

    /** Examples of 2005 ask with Flag=3 and without packet numbers, or without a Flag. */
    @ParameterizedTest
    @CsvSource({"Flag=3;", "Flag=1;", "''"})
    void aRequestOf2005MayHaveItsFlagInSeveralWays(String flag) {
        List<String> answers = old.segment(
                "QN=20261123103000000;ST=31;CN=1061;PW=123456;MN=" + DeskFixture.MN + ";" + flag + "CP=&&&&");

        assertTrue(answers.get(0).endsWith("QnRtn=1&&"), answers.toString());
        assertEquals(3, answers.size());
    }

    /** 2005 knows QnRtn 1 to 3 and ExeRtn 1, 2 and 100, as far as its text is known. */
    @ParameterizedTest
    @CsvSource({"1063, '', 2", "1064, MinInterval=10, 2", "3020, PolId=02;InfoId=i12001, 2", "2013, '', 2"})
    void whatCameLaterIsRejectedBy2005(String command, String content, int code) {
        List<String> answers = old.ask(command, content);

        assertEquals(1, answers.size());
        assertTrue(answers.get(0).endsWith("QnRtn=" + code + "&&"), answers.toString());
    }

    /** HJ/T 212-2005 1021, 1022 (secondary). */
    @Test
    void alarmLimitsOf2005AreSetAndTold() {
        old.ask("1022", "02-LowValue=1.1,02-UpValue=9.9");
        assertEquals(
                "ST=31;CN=1021;PW=123456;MN=010000A8900016F000169DC0;Flag=0;"
                        + "CP=&&QN=20261123103000000;02-LowValue=1.1,02-UpValue=9.9&&",
                old.ask("1021", "PolId=02").get(1));
    }

    /** HJ/T 212-2005 1031, 1032, 1041, 1042 (secondary). */
    @Test
    void alarmTargetAndReportTimeOf2005AreSetAndTold() {
        old.ask("20261123103000001", "1032", "AlarmTarget=13800138000");
        old.ask("20261123103000002", "1042", "ReportTime=0930");
        assertTrue(old.ask("1031", "").get(1).endsWith(";AlarmTarget=13800138000&&"));
        assertTrue(old.ask("1041", "").get(1).endsWith(";ReportTime=0930&&"));
        assertTrue(old.ask("20261123103000003", "1001", "WarnTime=5").get(1).endsWith("ExeRtn=1&&"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1021 | PolId=99",
                "1021 | ''",
                "1022 | 02-LowValue=9,02-UpValue=1",
                "1022 | 02-LowValue=9",
                "1022 | 99-LowValue=1,99-UpValue=9",
                "1032 | ''",
                "1042 | ReportTime=2400",
                "1001 | WarnTime=soon",
                "2071 | BeginTime=20261123080000"
            })
    void alarmSettingsOf2005ThatCannotBeEndInAFailureAndChangeNothing(String command, String content) {
        List<String> answers = old.ask(command, content);

        assertTrue(answers.get(answers.size() - 1).endsWith("ExeRtn=2&&"), answers.toString());
        assertTrue(old.ask("20261123103000009", "1021", "PolId=02")
                .get(1)
                .endsWith("02-LowValue=0.0,02-UpValue=9999.9&&"));
    }

    @Test
    void theSimulatedLoggerOf2005HasNoAlarmsToTell() {
        List<String> answers = old.ask("2071", "BeginTime=20261123080000,EndTime=20261123100000");

        assertTrue(answers.get(1).endsWith("ExeRtn=100&&"), answers.toString());
    }

    @ParameterizedTest
    @CsvSource({"1021", "1022", "1031", "1032", "1041", "1042", "2071"})
    void alarmCommandsWereDeletedAfter2005(String command) {
        assertTrue(young.ask(command, "").get(0).endsWith("QnRtn=8&&"));
    }

    @Test
    void wrongConditionsAreAFailureIn2005() {
        List<String> answers = old.ask("2061", "BeginTime=20261123080000");

        assertTrue(answers.get(1).endsWith("ExeRtn=2&&"), answers.toString());
    }

    @Test
    void thePasswordOf2005IsCalledByItsOldName() {
        old.ask("1072", "PW=654321");
        assertEquals("654321", old.state().identity().password());

        young.ask("1072", "PW=654321");
        assertEquals("123456", young.state().identity().password());
    }

    /** Times of 17 digits; the factor by its old code. */
    @Test
    void theContentOf2005IsUnderstood() {
        assertEquals(
                "HOUR 20261123080000 from the record",
                old.ask("2061", "BeginTime=20261123080000000,EndTime=20261123080000000")
                        .get(1));
        old.ask("3014", "PolId=02,CTime=04,CTime=10");
        assertEquals(
                "04,10",
                old.state().instruments().value("02", Instruments.CYCLE_HOURS).orElseThrow());
    }

    @Test
    void theAnswersOf2025HaveItsVersionBits() {
        assertEquals(
                List.of(
                        "QN=20261123103000000;ST=91;CN=9011;PW=123456;MN=010000A8900016F000169DC0;Flag=8;CP=&&QnRtn=1&&",
                        "QN=20261123103000000;ST=31;CN=1063;PW=123456;MN=010000A8900016F000169DC0;Flag=8;"
                                + "CP=&&MinInterval=10&&",
                        "QN=20261123103000000;ST=91;CN=9012;PW=123456;MN=010000A8900016F000169DC0;Flag=8;CP=&&ExeRtn=1&&"),
                young.ask("1063", ""));
    }

    /** The frame that HJ 212-2025 A.1 prints, with its checksum: the logger is of another system. */
    @Test
    void theLiteralExampleOf2025IsUnderstood() {
        assertEquals(
                List.of(
                        "QN=20240601085857223;ST=91;CN=9011;PW=123456;MN=010000A8900016F000169DC0;Flag=8;CP=&&QnRtn=5&&"),
                young.packet("##0087QN=20240601085857223;ST=32;CN=1011;PW=123456;MN=010000A8900016F000169DC0;Flag=9;"
                        + "CP=&&&&2200\r\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "2013, BeginTime=20261123080000;EndTime=20261123080000, CYCLE 20261123080000 from the record",
        "2062, BeginTime=20261123000000;EndTime=20261123100000, STANDARD_CHECK 20261123020000 from the record"
    })
    void whatIsNewIn2025IsOnRecord(String command, String content, String record) {
        assertEquals(record, young.ask(command, content).get(1));
    }

    /** The outcome of a check is an upload of its own, behind the result. */
    @Test
    void aCheckWithAStandardSampleReportsItsOutcome() {
        List<String> answers = young.ask("3024", "PolId=a21026");

        assertEquals(3, answers.size());
        assertTrue(answers.get(1).endsWith("ExeRtn=1&&"), answers.toString());
        assertEquals("STANDARD_CHECK 20261123103000", answers.get(2));
        assertEquals(2, young.ask("20261123103001000", "3022", "PolId=a21026").size());
        assertEquals(
                2,
                young.ask("20261123103002000", "3011", "PolId=a21026,CalibrationType=1")
                        .size());
        assertTrue(young.ask("20261123103003000", "3011", "PolId=a21026,CalibrationType=2")
                .get(1)
                .endsWith("ExeRtn=3&&"));
    }

    /** ST=44 with a range of times asks for power figures; a logger that has none knows no such system. */
    @Test
    void powerFiguresAreOnRecordWhereThereAreSome() {
        String request = "QN=20261123103000000;ST=44;CN=2011;PW=123456;MN=" + DeskFixture.MN
                + ";Flag=9;CP=&&BeginTime=20261123083000;EndTime=20261123084500&&";
        assertTrue(young.segment(request).get(0).endsWith("QnRtn=5&&"));
        Habits habits = young.state().habits();
        young.with(young.state()
                .withHabits(new Habits(
                        habits.realtime(), true, habits.minute(), false, Duration.ofMinutes(15), Duration.ZERO)));

        assertEquals(
                List.of("POWER 20261123083000 from the record", "POWER 20261123084500 from the record"),
                young.segment(request).subList(1, 3));
    }

    /** HJ 212-2025 6.8: without an MN it is spoken to without one; afterwards it has the one that was assigned. */
    @Test
    void anMnIsAssigned() {
        young.with(young.state().notActivated());
        String assign = "ST=31;CN=1002;PW=123456;MN=;Flag=9;CP=&&i23005-Info=370000000000000000000001&&";

        assertEquals(
                List.of(
                        "QN=20261123103000000;ST=91;CN=9011;PW=123456;MN=;Flag=8;CP=&&QnRtn=1&&",
                        "QN=20261123103000000;ST=91;CN=9012;PW=123456;MN=;Flag=8;CP=&&ExeRtn=1&&"),
                young.segment("QN=20261123103000000;" + assign));

        assertTrue(young.state().activated());
        assertEquals("370000000000000000000001", young.state().identity().mn().value());
        assertTrue(young.segment("QN=20261123103001000;" + assign).get(0).endsWith("QnRtn=4&&"));
    }

    @Test
    void itsOwnWordsOf2025() {
        Notices notices = new Notices(DeskFixture.SHANGHAI);
        LoggerState state = young.state();

        assertEquals(
                "QN=20261123103000000;ST=91;CN=9015;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&&&",
                notices.heartbeat(state, "20261123103000000").text());
        assertEquals(
                "QN=20261123103000000;ST=31;CN=1013;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&&&",
                notices.clockRequest(state, "20261123103000000").text());
        String activation =
                notices.activation(state.notActivated(), "20261123103000000").text();
        assertTrue(
                activation.startsWith("QN=20261123103000000;ST=31;CN=1001;PW=123456;MN=;Flag=9;"
                        + "CP=&&i23005-Info=010000A8900016F000169DC0;i23006-Info="),
                activation);
        assertFalse(activation.contains("null"));
    }
}
