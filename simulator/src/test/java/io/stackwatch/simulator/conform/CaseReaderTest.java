package io.stackwatch.simulator.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A script is read whole or refused with every line that is wrong. */
class CaseReaderTest {

    private static final String HEAD =
            """
            rule: One thing holds. | HJ 212-2017 6.2 | verified
            zh: 一件事成立。
            chapter: answer
            """;

    @Test
    void aCaseIsItsRuleItsNeedsAndItsSteps() throws Exception {
        ConformanceCase read = read(
                HEAD
                        + """
                needs: strict-crc old-key
                station: printed
                # a remark
                connect
                send [crc=wrong chunks=1,5 gap=20ms] QN=${qn};CP=&&&&
                expect next 9014|9013 for ${qn} where RF=1 with MN=${mn} QN~\\d{17} CP.DataTime:hour !PNUM within 3s
                """);

        assertEquals("2017/one-thing", read.name());
        assertEquals(Rule.Grade.SHALL, read.grade());
        assertEquals(Set.of(Need.STRICT_CRC, Need.OLD_KEY), read.needs());
        assertEquals(Station.Profile.PRINTED, read.profile());
        assertEquals("一件事成立。", read.rule().chinese());
        assertEquals(3, read.steps().size());
        Step.Expect expect = (Step.Expect) read.steps().get(2);
        assertEquals(9, expect.line());
        assertEquals(Optional.of(Duration.ofSeconds(3)), expect.within());
        assertEquals(Set.of(9013, 9014), expect.expectation().commands());
        assertEquals(1, expect.expectation().where().size());
        assertEquals(4, expect.expectation().with().size());
        assertTrue(expect.expectation().next());
    }

    @Test
    void whatIsInferredIsAWarningUnlessTheScriptSaysOtherwise() throws Exception {
        String inferred = HEAD.replace("verified", "inference") + "connect\n";

        assertEquals(Rule.Grade.SHOULD, read(inferred).grade());
        assertEquals(Rule.Grade.SHALL, read(inferred + "grade: shall\n").grade());
    }

    @Test
    void everyProblemIsNamedWithItsLineAndWhatWasExpected() {
        assertRefused("something\nconnect\n", ":1: expected rule: <one sentence> | <edition and clause> |");
        assertRefused(HEAD.replace("| verified", "| surely") + "connect\n", ":1: expected rule:");
        assertRefused(HEAD.replace("answer", "dance") + "connect\n", ":3: expected one of the chapters, found 'dance'");
        assertRefused(HEAD, "expected steps, found none");
        assertRefused(HEAD + "needs: luck\nconnect\n", ":4: expected one of the needs, found 'luck'");
        assertRefused(HEAD + "dance\n", ":4: expected a step, found 'dance'");
        assertRefused(HEAD + "connect\nexpect\n", ":5: expected a command such as 9014");
        assertRefused(HEAD + "connect\nexpect 9014 with MN?x\n", ":5: expected a test such as MN=x");
        assertRefused(HEAD + "connect\nexpect 9014 with CP.x:century\n", ":5: expected a test such as MN=x");
        assertRefused(HEAD + "connect\nexpect 9014 with QN~(\n", ":5: expected a test such as MN=x");
        assertRefused(HEAD + "connect\nexpect 9014 within soon\n", ":5: expected a duration such as 300ms");
        assertRefused(HEAD + "connect\nnever 9014\n", ":5: expected within <duration>");
        assertRefused(HEAD + "connect\nsend ##0001x\n", ":5: expected a data segment; ## and length are computed");
        assertRefused(HEAD + "connect\nsend [crc=lucky] x\n", ":5: expected wrong, lower, short, modbus");
        assertRefused(HEAD + "connect\nsend [colour=red] x\n", ":5: expected an option of send, found 'colour=red'");
        assertRefused(HEAD + "connect\nsend QN=${Q N}\n", ":5: expected a variable such as ${mn}");
        assertRefused(HEAD + "await-connection\n", ":4: expected connect, found 'await-connection'");
        assertRefused(HEAD + "fence now\n", ":4: expected the end of the line, found 'now'");
    }

    @Test
    void severalProblemsAreSaidAtOnce() {
        CaseRefused refused = assertThrows(CaseRefused.class, () -> read(HEAD + "dance\nsing\n"));

        assertEquals(2, refused.problems().size());
    }

    private static void assertRefused(String script, String expected) {
        CaseRefused refused = assertThrows(CaseRefused.class, () -> read(script));
        String said = String.valueOf(refused.getMessage());
        assertTrue(said.contains("one-thing.case" + expected) || said.contains(expected), said);
    }

    private static ConformanceCase read(String script) throws CaseRefused {
        return CaseReader.read("one-thing.case", Side.SERVER, KitEdition.OF_2017, script);
    }
}
