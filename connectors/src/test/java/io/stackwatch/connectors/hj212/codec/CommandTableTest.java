package io.stackwatch.connectors.hj212.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of commands against a second one that was written by hand from the protocol notes, section 4.4. */
class CommandTableTest {

    /**
     * Number; H host, F field device, B both; editions; D request with data, R with result only, U upload, N notice, A answer;
     * C control, E shall be encrypted; content asked and, behind the arrow, content told.
     */
    private static final String BY_HAND =
            """
            1000 H 2005 R - OverTime,ReCount
            1000 H 2017 R - OverTime,ReCount
            1000 H 2025 R - OverTime,ReCount
            1001 H 2005 R - WarnTime
            1001 F 2025 N - i23005-Info,i23006-Info,i23007-Info,i23008-Info
            1002 H 2025 R C i23005-Info
            1011 H 2005,2017,2025 D - PolId -> PolId,SystemTime
            1011 F 2005,2017,2025 U - PolId,SystemTime
            1012 H 2005,2017,2025 R C PolId,SystemTime
            1013 F 2017,2025 N - PolId
            1014 F 2025 N E SKCreateTime
            1014 H 2025 R CE SKCreateTime,NewSK
            1021 H 2005 D - PolId -> xx-LowValue,xx-UpValue
            1021 F 2005 U - xx-LowValue,xx-UpValue
            1022 H 2005 R C xx-LowValue,xx-UpValue
            1031 H 2005 D - -> AlarmTarget,ReportTarget
            1031 F 2005 U - AlarmTarget,ReportTarget
            1032 H 2005 R C AlarmTarget
            1041 H 2005 D - -> ReportTime
            1041 F 2005 U - ReportTime
            1042 H 2005 R C ReportTime
            1061 H 2005,2017,2025 D - -> RtdInterval
            1061 F 2005,2017,2025 U - RtdInterval
            1062 H 2005 R C RtdInterval
            1062 H 2017 R C RtdInterval
            1062 H 2025 R C RtdInterval
            1063 H 2017,2025 D - -> MinInterval
            1063 F 2017,2025 U - MinInterval
            1064 H 2017 R C MinInterval
            1064 H 2025 R C MinInterval
            1072 H 2005 R C PW
            1072 H 2017,2025 R C NewPW
            2011 H 2005,2017 R -
            2011 H 2025 D - BeginTime,EndTime -> DataTime,xx-Rtd
            2011 F 2005,2017,2025 U E DataTime,xx-Rtd
            2012 H 2005,2017,2025 N -
            2013 H 2025 D - BeginTime,EndTime -> DataTime,xx-SampleTime,xx-CompleteTime,xx-SampleType,xx-Avg
            2013 F 2025 U E DataTime,xx-SampleTime,xx-CompleteTime,xx-SampleType,xx-Avg
            2021 H 2005,2017,2025 R -
            2021 F 2005,2017,2025 U E DataTime,SBxxx-RS
            2022 H 2005,2017,2025 N -
            2031 H 2005,2017,2025 D - BeginTime,EndTime -> DataTime,xx-Avg
            2031 F 2005,2017,2025 U E DataTime,xx-Avg
            2041 H 2005,2017,2025 D - BeginTime,EndTime -> DataTime,SBxxx-RT
            2041 F 2005,2017,2025 U E DataTime,SBxxx-RT
            2051 H 2005,2017,2025 D - BeginTime,EndTime -> DataTime,xx-Avg
            2051 F 2005,2017,2025 U E DataTime,xx-Avg
            2052 H 2025 D - BeginTime,EndTime -> DataTime,xx-Data
            2052 F 2025 U E DataTime,xx-Data
            2061 H 2005,2017,2025 D - BeginTime,EndTime -> DataTime,xx-Avg
            2061 F 2005,2017,2025 U E DataTime,xx-Avg
            2062 H 2025 D - BeginTime,EndTime -> DataTime,xx-SampleRd,xx-StandardValue,xx-ResultType
            2062 F 2025 U E DataTime,xx-SampleRd,xx-StandardValue,xx-ResultType
            2071 H 2005 D - BeginTime,EndTime -> AlarmTime,xx-Ala,AlarmType
            2071 F 2005 U E AlarmTime,xx-Ala,AlarmType
            2072 F 2005 U E AlarmTime,xx-Ala,AlarmType
            2081 F 2017,2025 U E DataTime,RestartTime
            2111 F 2025 U E DataTime,xx-Avg
            3011 H 2005,2017 R C PolId
            3011 H 2025 R C PolId,CalibrationType
            3012 H 2005,2017,2025 R C PolId
            3013 H 2005 R C PolId
            3013 H 2017,2025 R C PolId
            3014 H 2005 R C PolId,CTime
            3014 H 2017 R C PolId
            3015 H 2017 D C -> DataTime,VaseNo
            3015 F 2017 U - DataTime,VaseNo
            3016 H 2017 R C PolId,CstartTime,CTime
            3017 H 2017 D C PolId -> PolId,CstartTime,CTime
            3017 F 2017 U - PolId,CstartTime,CTime
            3018 H 2017,2025 D C PolId -> PolId,Stime
            3018 F 2017,2025 U - PolId,Stime
            3019 H 2017,2025 D C PolId -> DataTime,PolId,xx-SN
            3019 F 2017,2025 U - DataTime,PolId,xx-SN
            3020 H 2017,2025 D CE PolId,InfoId,BeginTime,EndTime -> DataTime,PolId,xx-Info
            3020 F 2017,2025 U E DataTime,PolId,xx-Info
            3021 H 2017,2025 R C PolId,InfoId,xx-Info
            3022 H 2025 R C PolId
            3024 H 2025 R C PolId
            9011 F 2005,2017,2025 A - QN,QnRtn
            9012 F 2005,2017,2025 A - QN,ExeRtn
            9013 B 2005,2017,2025 A - QN
            9014 B 2005,2017,2025 A - QN
            9015 F 2025 N -
            """;

    @Test
    void everyCommandOfTheNotesIsThereWithItsSideEditionsFieldsAndPattern() {
        Set<String> ours = new TreeSet<>();
        for (Command command : CommandTable.standard().all()) {
            for (int edition : command.editions()) {
                ours.add(line(command, edition));
            }
        }
        Set<String> theirs =
                BY_HAND.lines().flatMap(CommandTableTest::editions).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", theirs), String.join("\n", ours));
    }

    @Test
    void noNumberHasTwoMeaningsForOneSideInOneEdition() {
        for (Command command : CommandTable.standard().all()) {
            for (int edition : command.editions()) {
                for (Command.Direction side : List.of(Command.Direction.FROM_HOST, Command.Direction.FROM_FIELD)) {
                    long rows = CommandTable.standard().all().stream()
                            .filter(other -> other.number() == command.number()
                                    && other.isFrom(side)
                                    && other.editions().contains(edition))
                            .count();
                    assertTrue(rows <= 1, command.number() + " " + edition + " " + side);
                }
            }
        }
    }

    @Test
    void aNumberIsFoundByEditionAndSide() {
        CommandTable table = CommandTable.standard();
        assertEquals("设置报警时间", name(table.find(1001, 2005, Command.Direction.FROM_HOST)));
        assertEquals("上传数采仪硬件序号", name(table.find(1001, 2025, Command.Direction.FROM_FIELD)));
        assertEquals(Optional.empty(), table.find(1001, 2017, Command.Direction.FROM_FIELD));
        assertEquals(Optional.empty(), table.find(1001, 2025, Command.Direction.FROM_HOST));
        assertEquals("数据应答", name(table.find(9014, 2017, Command.Direction.FROM_HOST)));
        for (int nobodys : new int[] {-1, 0, 999, 2083, 9021, 9999, 10_000, Integer.MAX_VALUE}) {
            assertEquals(Optional.empty(), table.find(nobodys), "" + nobodys);
        }
    }

    @Test
    void withoutEditionTheFieldDevicesAndThenTheNewestMeaningIsFound() {
        CommandTable table = CommandTable.standard();
        assertEquals("上传数采仪硬件序号", name(table.find(1001)));
        assertEquals("上传污染物实时数据", name(table.find(2011)));
        assertEquals("比对采样", name(table.find(3014)));
        assertEquals(Set.of(2025), table.find(3011).orElseThrow().editions());
    }

    @Test
    void everyRowSaysHowSureItIsAndAnswersFitPatterns() {
        for (Command command : CommandTable.standard().all()) {
            assertFalse(command.mark().isBlank(), command.toString());
            Command.Answer answer =
                    switch (command.pattern()) {
                        case ANSWER -> Command.Answer.NONE;
                        case NOTICE -> Command.Answer.NOTICE;
                        default -> Command.Answer.DATA;
                    };
            assertEquals(answer, command.answer(), command.toString());
        }
    }

    @Test
    void aValueIsWhatItsSyntaxSaysAndNothingElse() {
        accepts("N4(30..3600)", "30", "3600", "045");
        refuses("N4(30..3600)", "29", "3601", "", "30.5", "x", "00030", " 30");
        accepts("N14.2", "-0.04", "12345678901234.56", "0");
        refuses("N14.2", "1.234", "1.", ".5", "1e3", "--1");
        accepts("N1(0|1)", "0", "1");
        refuses("N1(0|1)", "2", "01", "");
        accepts("T14", "20260101080000");
        refuses("T14", "20261301080000", "20260101080000000", "2026010108000", "now");
        accepts("T17", "20260101080000123");
        accepts("T6", "235959");
        refuses("T6", "240000", "2359");
        accepts("T4", "0000", "2359");
        refuses("T4", "2400", "0060", "1");
        accepts("C6", "w01018", "1", "清洗");
        refuses("C6", "", "w010189", "a;b", "a=b", "a&b", "a,b", " a", "a\tb");
        accepts("K16", "msbE74gsiSHSEh5e");
        refuses("K16", "msbE74gsiSHSEh5", "msbE74gsiSHSEh5 ", "msbE74gsiSHSEh5;");
        assertThrows(IllegalArgumentException.class, () -> FieldSyntax.parse("Z3"));
    }

    @Test
    void aSyntaxSaysInWordsWhatItWants() {
        assertEquals(
                "a whole number of at most 4 digits, from 30 to 3600",
                FieldSyntax.parse("N4(30..3600)").words());
        assertEquals(
                "a whole number of at most 1 digits, one of 0 1",
                FieldSyntax.parse("N1(0|1)").words());
        assertEquals("14 digits of yyyyMMddHHmmss", FieldSyntax.parse("T14").words());
    }

    @Test
    void aPatternOfANameMatchesWhatItStandsFor() {
        CommandField factor = CommandField.parse("xx-Rtd:N14.4+");
        assertTrue(factor.matches("a21026-Rtd"));
        assertFalse(factor.matches("-Rtd"));
        assertFalse(factor.matches("a21026-ZsRtd"));
        assertFalse(factor.matches("a=1;b-Rtd"));
        CommandField facility = CommandField.parse("SBxxx-RS:N1+");
        assertTrue(facility.matches("SB1-RS"));
        assertTrue(facility.matches("SB123-RS"));
        assertFalse(facility.matches("SB-RS"));
        assertFalse(facility.matches("SB1234-RS"));
        assertFalse(facility.matches("SB1-RT"));
        assertTrue(CommandField.parse("PolId:C6").matches("PolId"));
        assertFalse(CommandField.parse("PolId:C6").matches("PolID"));
    }

    private static void accepts(String syntax, String... values) {
        for (String value : values) {
            assertTrue(FieldSyntax.parse(syntax).accepts(value), syntax + " " + value);
        }
    }

    private static void refuses(String syntax, String... values) {
        for (String value : values) {
            assertFalse(FieldSyntax.parse(syntax).accepts(value), syntax + " " + value);
        }
    }

    private static String name(Optional<Command> command) {
        return command.orElseThrow().nameZh();
    }

    private static java.util.stream.Stream<String> editions(String line) {
        String[] words = line.split(" ", 4);
        return Arrays.stream(words[2].split(",", -1))
                .map(edition -> (words[0] + " " + words[1] + " " + edition + " " + words[3]).strip());
    }

    private static String line(Command command, int edition) {
        String side =
                switch (command.direction()) {
                    case FROM_HOST -> "H";
                    case FROM_FIELD -> "F";
                    case BOTH -> "B";
                };
        String pattern =
                switch (command.pattern()) {
                    case REQUEST_DATA -> "D";
                    case REQUEST_RESULT -> "R";
                    case UPLOAD -> "U";
                    case NOTICE -> "N";
                    case ANSWER -> "A";
                };
        String marks = (command.control() ? "C" : "") + (command.encrypted() ? "E" : "");
        String asked = names(command.requestFields());
        String told = names(command.responseFields());
        String content = command.direction() != Command.Direction.FROM_HOST
                ? told
                : told.isEmpty() ? asked : (asked + " -> " + told).strip();
        return (command.number() + " " + side + " " + edition + " " + pattern + " " + (marks.isEmpty() ? "-" : marks)
                        + " " + content)
                .strip();
    }

    private static String names(List<CommandField> fields) {
        return fields.stream().map(CommandField::name).collect(Collectors.joining(","));
    }
}
