package io.stackwatch.connectors.hj212.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import io.stackwatch.connectors.hj212.mapping.Fact.DeviceInfo;
import io.stackwatch.connectors.hj212.mapping.Fact.Facility;
import io.stackwatch.connectors.hj212.mapping.Fact.FactorNote;
import io.stackwatch.connectors.hj212.mapping.Fact.Noise;
import io.stackwatch.connectors.hj212.mapping.Fact.Parameter;
import io.stackwatch.connectors.hj212.mapping.Fact.PeriodicSample;
import io.stackwatch.connectors.hj212.mapping.Fact.ReportedAlarm;
import io.stackwatch.connectors.hj212.mapping.Fact.StandardCheck;
import io.stackwatch.connectors.hj212.mapping.Fact.WorkingCondition;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What commands without figures say, on the content that the standards' examples and the field have. */
class FactsTest {

    private static final Optional<DataFlag> NORMAL = Optional.of(DataFlag.NORMAL);
    private static final Optional<String> NONE = Optional.empty();

    // HJ 212-2017 Tables C.13, C.19
    @Test
    void facilitiesHaveAStateAndARunTime() {
        assertEquals(
                List.of(
                        new Facility("SB1", Facility.Aspect.STATE, "1"),
                        new Facility("SB2", Facility.Aspect.STATE, "0")),
                facts(2021, "31", "DataTime=20160801085857;SB1-RS=1;SB2-RS=0"));
        assertEquals(
                List.of(new Facility("SB1", Facility.Aspect.RUN_TIME, "1.1")),
                facts(2041, "32", "DataTime=20160801000000;SB1-RT=1.1"));
    }

    // 2025 ST=45: the value is a word, in the table of codes or not
    @Test
    void aWordUnderAKeyProductionConditionIsAFactAndANumberIsAFigure() {
        Mapped mapped = map(
                2011,
                "45",
                "DataTime=20240601084500;p99101-Rtd=St,p99101-Flag=N;p99999-Rtd=Sr;p99102-Rtd=1,p99102-Flag=N");
        assertEquals(
                List.of(
                        new WorkingCondition("p99101", "St", NORMAL),
                        new WorkingCondition("p99999", "Sr", Optional.empty())),
                mapped.facts());
        assertEquals(
                List.of("p99102"),
                mapped.readings().stream()
                        .map(reading -> reading.factor().value())
                        .toList());
        Mapped elsewhere = map(2011, "31", "DataTime=20240601084500;p99101-Rtd=St");
        assertEquals(List.of(), elsewhere.facts());
        assertEquals(Unmapped.Reason.NOT_A_NUMBER, elsewhere.unmapped().get(0).reason());
    }

    // 2025 ST=44, power monitoring
    @Test
    void powerIsAFigureWithoutAUnitThatWasVerified() {
        Mapped mapped = map(
                2011, "44", "DataTime=20240601084500;d20105-Rtd=220.20,d20105-Flag=N;d30406-Rtd=0.04,d30406-Flag=N");
        assertEquals(2, mapped.readings().size());
        assertEquals(List.of(), mapped.unmapped());
    }

    @Test
    void aCheckAgainstAStandardIsOneFactInWhateverOrderItsPartsStand() {
        StandardCheck check =
                new StandardCheck("w01018", Optional.of("15.3"), Optional.of("12"), Optional.of("1"), Optional.empty());
        assertEquals(
                List.of(check),
                facts(
                        2062,
                        "32",
                        "DataTime=20240601080000;w01018-SampleRd=15.3;w01018-StandardValue=12;w01018-ResultType=1"));
        assertEquals(
                List.of(check), facts(2062, "32", "w01018-ResultType=1,w01018-StandardValue=12;w01018-SampleRd=15.3"));
        assertEquals(StandardCheck.Outcome.PASSED, check.outcome());
        // the surface-water profile of 2017
        List<Fact> surfaceWater =
                facts(2062, "21", "DataTime=20240601080000;w21003-Check=0.5,w21003-StandardValue=0.5,w21003-Flag=N");
        assertEquals(
                List.of(new StandardCheck("w21003", Optional.of("0.5"), Optional.of("0.5"), NONE, NORMAL)),
                surfaceWater);
        assertEquals(StandardCheck.Outcome.NOT_SAID, ((StandardCheck) surfaceWater.get(0)).outcome());
    }

    @Test
    void partsOfACheckThatNobodyKnowsAreNotesAndARepeatedPartIsLeftOver() {
        Mapped mapped = map(2062, "32", "w01018-SampleRd=1;w01018-SampleRd=2;w01018-Other=x");
        assertEquals(new FactorNote("w01018", "Other", "x"), mapped.facts().get(0));
        assertEquals(List.of(new Unmapped("w01018-SampleRd", "2", Unmapped.Reason.REPEATED)), mapped.unmapped());
    }

    @Test
    void aSampleOfAPeriodicAnalyserIsOneFactWithEverythingThatIsSaidOfIt() {
        List<Fact> facts = facts(
                2013,
                "27",
                "DataTime=20240601090109;a1001-SampleTime=20240601090109,a1001-CompleteTime=20240601094200,"
                        + "a1001-SampleType=1,a1001-Avg=17.5,a1001-a=1,a1001-b=2,a1001-Flag=N");
        PeriodicSample sample = (PeriodicSample) facts.get(0);
        assertEquals(1, facts.size());
        assertEquals(
                Map.of(
                        "SampleTime",
                        "20240601090109",
                        "CompleteTime",
                        "20240601094200",
                        "SampleType",
                        "1",
                        "Avg",
                        "17.5",
                        "a",
                        "1",
                        "b",
                        "2"),
                sample.figures());
        assertEquals(NORMAL, sample.flag());
        assertEquals(Optional.of(Instant.parse("2024-06-01T01:01:09Z")), sample.takenAt());
        assertEquals(Optional.of(Instant.parse("2024-06-01T01:42:00Z")), sample.completedAt());
        assertEquals(
                Optional.empty(), new PeriodicSample("a", Map.of("SampleTime", "soon"), Optional.empty()).takenAt());
    }

    @Test
    void noiseSaysWhichPartOfTheDayItSpeaksOf() {
        assertEquals(
                List.of(
                        new Noise("Leq", Noise.Part.WHOLE, "50.0"),
                        new Noise("Ld", Noise.Part.DAY, "52.5"),
                        new Noise("Ln", Noise.Part.NIGHT, "42.5")),
                facts(2052, "23", "DataTime=20240601080000;Leq-Data=50.0;Ld-DayData=52.5;Ln-NightData=42.5"));
    }

    // HJ 212-2017 Tables C.38, C.41, C.44; 2025 C.2
    @Test
    void devicesSayWhoTheyAreAndWhatHappenedToThem() {
        assertEquals(
                List.of(
                        new Parameter("PolId", Optional.of("w01018"), "w01018"),
                        new DeviceInfo(
                                DeviceInfo.Aspect.IDENTITY,
                                "w01018",
                                Optional.of("w01018"),
                                "010000A8900016F000169DC1")),
                facts(3019, "32", "PolId=w01018;w01018-SN=010000A8900016F000169DC1"));
        assertEquals(
                new DeviceInfo(DeviceInfo.Aspect.INFORMATION, "i11001", Optional.of("w01018"), "时间;校准"),
                facts(3020, "32", "DataTime=20160801085857;PolId=w01018;i11001-Info=//时间;校准//")
                        .get(1));
        assertEquals(
                List.of(
                        new DeviceInfo(DeviceInfo.Aspect.INFORMATION, "i23005", NONE, "6970000000001ABCDEFG1234"),
                        new DeviceInfo(DeviceInfo.Aspect.INFORMATION, "i23006", NONE, "A800200A8C6D")),
                facts(1001, "32", "i23005-Info=6970000000001ABCDEFG1234;i23006-Info=A800200A8C6D"));
    }

    @Test
    void responsesOfTheDialogueAreParameters() {
        assertEquals(
                List.of(
                        new Parameter("PolId", Optional.of("w01018"), "w01018"),
                        new Parameter("SystemTime", Optional.of("w01018"), "20160801085857")),
                facts(1011, "32", "PolId=w01018;SystemTime=20160801085857"));
        assertEquals(List.of(new Parameter("RtdInterval", NONE, "30")), facts(1061, "32", "RtdInterval=30"));
        assertEquals(List.of(new Parameter("MinInterval", NONE, "10")), facts(1063, "32", "MinInterval=10"));
        assertEquals(
                List.of(new Parameter("VaseNo", NONE, "1")), facts(3015, "32", "DataTime=20160801085857;VaseNo=1"));
        assertEquals(
                List.of(new Parameter("RestartTime", NONE, "20160801085624")),
                facts(2081, "32", "DataTime=20160801085857;RestartTime=20160801085624"));
        assertEquals(
                List.of(new Parameter("QN", NONE, "20040516010101001"), new Parameter("QnRtn", NONE, "1")),
                facts(9011, "91", "QN=20040516010101001;QnRtn=1"));
        assertEquals(
                List.of(new Parameter("101-LowValue", NONE, "1.1"), new Parameter("101-UpValue", NONE, "9.9")),
                facts(1021, "32", "101-LowValue=1.1,101-UpValue=9.9"));
        assertEquals(
                List.of(new Parameter("SKCreateTime", NONE, "20240601085857223")),
                facts(1014, "32", "SKCreateTime=20240601085857223"));
    }

    // HJ/T 212-2005
    @Test
    void anAlarmOf2005HasItsTimeBeforeAndItsTypeBehindTheValue() {
        Optional<String> time = Optional.of("20040506111000");
        assertEquals(
                List.of(
                        new Parameter("AlarmTime", NONE, "20040506111000"),
                        new ReportedAlarm("101", "1.1", time, Optional.of("1")),
                        new ReportedAlarm("102", "2.2", time, NONE)),
                facts(2072, "32", "AlarmTime=20040506111000;101-Ala=1.1,AlarmType=1;102-Ala=2.2"));
        assertEquals(List.of(new Parameter("AlarmType", NONE, "1")), facts(2072, "32", "AlarmType=1"));
    }

    @Test
    void remarksOnFactorsStandBesideTheFigures() {
        Mapped mapped = map(
                2051,
                "31",
                "DataTime=20240601080100;a34013-Avg=7.5,a34013-RawAvg=7.1,a34013-EFlag=A01,a34013-SampleTime=20240601080000");
        assertEquals(
                List.of(
                        new FactorNote("a34013", "RawAvg", "7.1"),
                        new FactorNote("a34013", "EFlag", "A01"),
                        new FactorNote("a34013", "SampleTime", "20240601080000")),
                mapped.facts());
        assertEquals(1, mapped.readings().size());
    }

    @Test
    void aCommandOfNobodyLeavesEverythingAndAStrangeSuffixItself() {
        assertEquals(
                List.of(Unmapped.Reason.NOT_A_DATA_COMMAND),
                map(2083, "31", "a21026-Rtd=1").unmapped().stream()
                        .map(Unmapped::reason)
                        .toList());
        assertEquals(
                List.of(new Unmapped("a21026-Foo", "1", Unmapped.Reason.UNKNOWN_SUFFIX)),
                map(3020, "31", "a21026-Foo=1").unmapped());
    }

    @Test
    void everyKindOfFactIsReactedToByItsOwnCase() {
        List<Fact> one = List.of(
                new Facility("SB1", Facility.Aspect.STATE, "1"),
                new DeviceInfo(DeviceInfo.Aspect.IDENTITY, "w", NONE, "x"),
                new Parameter("n", NONE, "t"),
                new WorkingCondition("p", "St", Optional.empty()),
                new StandardCheck("w", NONE, NONE, NONE, Optional.empty()),
                new PeriodicSample("a", Map.of(), Optional.empty()),
                new Noise("Leq", Noise.Part.WHOLE, "1"),
                new ReportedAlarm("101", "1", NONE, NONE),
                new FactorNote("a", "EFlag", "A01"));
        assertEquals(
                List.of("facility", "device", "parameter", "condition", "check", "sample", "noise", "alarm", "note"),
                one.stream().map(fact -> fact.match(new Names())).toList());
        assertTrue(one.size() == Fact.class.getPermittedSubclasses().length, "a kind is missing here");
    }

    private static final class Names implements Fact.Cases<String> {
        @Override
        public String facility(Facility facility) {
            return "facility";
        }

        @Override
        public String device(DeviceInfo device) {
            return "device";
        }

        @Override
        public String parameter(Parameter parameter) {
            return "parameter";
        }

        @Override
        public String condition(WorkingCondition condition) {
            return "condition";
        }

        @Override
        public String check(StandardCheck check) {
            return "check";
        }

        @Override
        public String sample(PeriodicSample sample) {
            return "sample";
        }

        @Override
        public String noise(Noise noise) {
            return "noise";
        }

        @Override
        public String alarm(ReportedAlarm alarm) {
            return "alarm";
        }

        @Override
        public String note(FactorNote note) {
            return "note";
        }
    }

    private static List<Fact> facts(int command, String systemCode, String content) {
        Mapped mapped = map(command, systemCode, content);
        assertEquals(List.of(), mapped.unmapped());
        return mapped.facts();
    }

    private static Mapped map(int command, String systemCode, String content) {
        Mn mn = new Mn("010000A8900016F000169DC0");
        Frame frame = Frame.of(FrameEncoder.encode("QN=1;ST=" + systemCode + ";CN=" + command + ";PW=123456;MN=" + mn
                        + ";Flag=9;CP=&&" + content + "&&"))
                .orElseThrow();
        return FrameReadings.of(frame, StationProfile.strict(mn, "123456"), FactorTable.standard());
    }
}
