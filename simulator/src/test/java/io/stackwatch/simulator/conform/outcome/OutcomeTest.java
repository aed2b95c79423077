package io.stackwatch.simulator.conform.outcome;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.simulator.conform.CaseLibrary;
import io.stackwatch.simulator.conform.CaseResult;
import io.stackwatch.simulator.conform.ConformanceCase;
import io.stackwatch.simulator.conform.KitEdition;
import io.stackwatch.simulator.conform.Rule;
import io.stackwatch.simulator.conform.Side;
import io.stackwatch.simulator.conform.Verdict;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;

/** The results on paper. */
class OutcomeTest {

    private static final Instant AT = Instant.parse("2026-11-24T01:02:03.456Z");
    private static final List<String> SPOKEN =
            List.of("> ##0100QN=1;PW=***;CP=&&<\u0001>&&", "< QN=2;CN=9014", "- the other side closed the connection");

    @Test
    void countsAreThoseOfTheResults() throws Exception {
        Examination mixed = mixed();

        assertEquals(103 - 4, mixed.count(CaseResult.Mark.PASSED));
        assertEquals(2, mixed.count(CaseResult.Mark.FAILED));
        assertEquals(1, mixed.count(CaseResult.Mark.WARNED));
        assertEquals(1, mixed.count(CaseResult.Mark.NOT_RUN));
    }

    @Test
    void theXmlHasTheShapeThatBuildServersRead() throws Exception {
        StringWriter written = new StringWriter();
        JunitXml.write(mixed(), written);
        String xml = written.toString();

        validate(xml);
        assertTrue(xml.contains("tests=\"103\" failures=\"2\" errors=\"0\" skipped=\"1\""), xml);
        assertTrue(xml.contains("<skipped message=\"needs orders\"/>"), xml);
        assertTrue(xml.contains("warning: "), xml);
        assertFalse(xml.contains("\u0001"), "a character that XML does not have");
    }

    @Test
    void theTableIsAlignedAlsoInChinese() throws Exception {
        String table = new TerminalTable(true).of(mixed());
        List<Integer> widths = table.lines()
                .filter(line -> line.matches("[\\p{IsHan}、]+ +\\d+ .*"))
                .map(line -> TextWidth.of(line.stripTrailing()))
                .distinct()
                .toList();

        assertTrue(table.contains("不符合  2017/"), table);
        assertTrue(table.contains("未检验  2017/"), table);
        assertTrue(table.contains("            > ##0100QN=1;PW=***"), table);
        assertEquals(1, widths.size(), table);
        assertEquals(4, TextWidth.of("中文"));
        assertEquals("中文...", TextWidth.cut("中文中文中文", 8));
    }

    @Test
    void thePageSaysInBothLanguagesWhatFailed() throws Exception {
        String page = ReportPage.of(mixed());

        assertTrue(page.contains("2 项不符合 / 2 cases fail"), page);
        assertTrue(page.contains("127.0.0.1:9212"), page);
        assertTrue(page.contains("2026-11-24 09:02"), page);
        assertTrue(page.contains("the answer &amp; nothing else"), page);
        assertTrue(page.contains("needs orders") || page.contains("未检验 / not run:"), page);
        assertFalse(page.contains("{{"), page);
        assertFalse(page.matches("(?s).*(src|href)=.*"), "nothing is fetched from anywhere");
    }

    @Test
    void aPageOfManyFailuresLeavesTheRestToTheOthers() throws Exception {
        List<CaseResult> all = new ArrayList<>();
        for (ConformanceCase each : cases()) {
            all.add(new CaseResult(each, broken(), SPOKEN, Duration.ofMillis(5)));
        }
        String page = ReportPage.of(new Examination(Side.SERVER, "a platform", AT, all));

        assertTrue(page.contains("项 / and "), page);
        assertTrue(page.length() < 20_000, "characters: " + page.length());
    }

    @Test
    void nothingThatWasNotRunIsCalledInOrder() throws Exception {
        List<CaseResult> none = new ArrayList<>();
        for (ConformanceCase each : cases()) {
            none.add(new CaseResult(each, new Verdict.NotRun("needs orders"), List.of(), Duration.ZERO));
        }
        String page = ReportPage.of(new Examination(Side.SERVER, "a platform", AT, none));

        assertTrue(page.contains("未检验 / nothing was examined"), page);
        assertFalse(page.contains("全部符合"), page);
    }

    private static Examination mixed() throws Exception {
        List<CaseResult> results = new ArrayList<>();
        int shall = 0;
        boolean should = false;
        boolean open = false;
        for (ConformanceCase each : cases()) {
            Verdict verdict = new Verdict.Kept();
            if (each.grade() == Rule.Grade.SHALL && shall < 2) {
                shall++;
                verdict = broken();
            } else if (each.grade() == Rule.Grade.SHOULD && !should) {
                should = true;
                verdict = broken();
            } else if (!open && !each.needs().isEmpty()) {
                open = true;
                verdict = new Verdict.NotRun("needs orders");
            }
            results.add(new CaseResult(each, verdict, SPOKEN, Duration.ofMillis(12)));
        }
        return new Examination(Side.SERVER, "127.0.0.1:9212", AT, results);
    }

    private static Verdict broken() {
        return new Verdict.Broken(6, "expect 9014 for ${qn}", "the answer & nothing else", "<nothing>");
    }

    private static List<ConformanceCase> cases() throws Exception {
        return CaseLibrary.of(Side.SERVER, KitEdition.OF_2017);
    }

    private static void validate(String xml) throws Exception {
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Objects.requireNonNull(OutcomeTest.class.getResource("junit.xsd")))
                .newValidator();
        assertDoesNotThrow(() -> validator.validate(new StreamSource(new StringReader(xml))), xml);
    }
}
