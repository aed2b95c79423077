package io.stackwatch.simulator.conform.outcome;

import io.stackwatch.simulator.conform.CaseResult;
import io.stackwatch.simulator.conform.ConformanceCase;
import io.stackwatch.simulator.conform.KitEdition;
import io.stackwatch.simulator.conform.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An examination as the XML that build servers read: a suite for each edition. A departure from what only should be is no
 * failure and stands in the output of its case; a case that was not played is skipped.
 */
public final class JunitXml {

    private JunitXml() {}

    /** Writes it; the writer stays open. */
    public static void write(Examination examination, Writer to) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(to);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            counts(xml, "HJ 212 conformance of a " + examination.side().folder(), examination.results());
            for (Map.Entry<KitEdition, List<CaseResult>> each :
                    byEdition(examination).entrySet()) {
                suite(xml, examination, each.getKey(), each.getValue());
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("the XML could not be written", e);
        }
    }

    private static Map<KitEdition, List<CaseResult>> byEdition(Examination examination) {
        Map<KitEdition, List<CaseResult>> editions = new LinkedHashMap<>();
        for (CaseResult each : examination.results()) {
            editions.computeIfAbsent(each.played().edition(), ignored -> new ArrayList<>())
                    .add(each);
        }
        return editions;
    }

    private static void suite(
            XMLStreamWriter xml, Examination examination, KitEdition edition, List<CaseResult> results)
            throws XMLStreamException {
        xml.writeStartElement("testsuite");
        counts(xml, examination.side().folder() + " " + edition, results);
        xml.writeAttribute("timestamp", examination.at().toString().replaceAll("(\\.\\d+)?Z$", ""));
        xml.writeAttribute("hostname", clean(examination.subject()));
        for (CaseResult each : results) {
            testcase(xml, examination.side().folder() + "." + edition, each);
        }
        xml.writeEndElement();
    }

    private static void counts(XMLStreamWriter xml, String name, List<CaseResult> results) throws XMLStreamException {
        Duration took = results.stream().map(CaseResult::took).reduce(Duration.ZERO, Duration::plus);
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Integer.toString(results.size()));
        xml.writeAttribute("failures", count(results, CaseResult.Mark.FAILED));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", count(results, CaseResult.Mark.NOT_RUN));
        xml.writeAttribute("time", seconds(took));
    }

    private static void testcase(XMLStreamWriter xml, String group, CaseResult result) throws XMLStreamException {
        ConformanceCase played = result.played();
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", played.name());
        xml.writeAttribute("classname", group);
        xml.writeAttribute("time", seconds(result.took()));
        if (result.verdict() instanceof Verdict.NotRun notRun) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", clean(notRun.reason()));
        } else if (result.verdict() instanceof Verdict.Broken broken) {
            boolean failed = result.mark() == CaseResult.Mark.FAILED;
            xml.writeStartElement(failed ? "failure" : "system-out");
            if (failed) {
                xml.writeAttribute("message", clean("expected " + broken.expected() + ", seen " + broken.seen()));
                xml.writeAttribute("type", played.rule().clause());
            }
            xml.writeCharacters(clean(explained(played, broken, result)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String explained(ConformanceCase played, Verdict.Broken broken, CaseResult result) {
        List<String> lines = new ArrayList<>();
        lines.add((result.mark() == CaseResult.Mark.WARNED ? "warning: " : "rule: ")
                + played.rule().english());
        lines.add(played.rule().chinese());
        lines.add("clause: " + played.rule().clause() + " ("
                + played.rule().evidence().word() + ")");
        lines.add("line " + broken.line() + ": " + broken.step());
        lines.add("expected " + broken.expected());
        lines.add("seen " + broken.seen());
        lines.addAll(result.transcript());
        return "\n" + String.join("\n", lines) + "\n";
    }

    /** Without characters that XML does not have. */
    private static String clean(String text) {
        return text.replaceAll("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
    }

    private static String count(List<CaseResult> results, CaseResult.Mark mark) {
        return Long.toString(
                results.stream().filter(each -> each.mark() == mark).count());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
    }
}
