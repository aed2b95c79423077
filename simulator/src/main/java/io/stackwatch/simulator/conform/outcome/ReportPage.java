package io.stackwatch.simulator.conform.outcome;

import io.stackwatch.simulator.conform.CaseResult;
import io.stackwatch.simulator.conform.CaseResult.Mark;
import io.stackwatch.simulator.conform.Chapter;
import io.stackwatch.simulator.conform.ConformanceCase;
import io.stackwatch.simulator.conform.Side;
import io.stackwatch.simulator.conform.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An examination as one page of paper (A4) in Chinese and English, for the vendor of what was examined. Needs nothing but
 * itself to be shown. What does not fit on the page is counted and left to the other outputs.
 */
public final class ReportPage {

    /** With this many findings explained a page is full. */
    private static final int EXPLAINED = 5;

    private static final int LONGEST = 230;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private ReportPage() {}

    /** The page. */
    public static String of(Examination examination) throws IOException {
        return frame().replace("{{subject}}", escaped(examination.subject()))
                .replace("{{kind}}", examination.side() == Side.SERVER ? "上位机 / platform" : "数采仪 / logger")
                .replace("{{editions}}", escaped(editions(examination)))
                .replace("{{moment}}", MOMENT.format(examination.at()))
                .replace("{{tone}}", tone(examination))
                .replace("{{verdict}}", verdict(examination))
                .replace("{{counts}}", counts(examination))
                .replace("{{chapters}}", chapters(examination))
                .replace("{{findings}}", findings(examination))
                .replace("{{notrun}}", notRun(examination));
    }

    private static String editions(Examination examination) {
        return examination.results().stream()
                .map(each -> each.played().edition().label())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String tone(Examination examination) {
        return examination.count(Mark.FAILED) > 0 ? "bad" : examination.count(Mark.PASSED) > 0 ? "good" : "open";
    }

    private static String verdict(Examination examination) {
        int failed = examination.count(Mark.FAILED);
        int open = examination.count(Mark.NOT_RUN);
        if (failed > 0) {
            return failed + " 项不符合 / " + failed + (failed == 1 ? " case fails" : " cases fail");
        }
        if (examination.count(Mark.PASSED) == 0) {
            return "未检验 / nothing was examined";
        }
        return open > 0
                ? "所检项目均符合，" + open + " 项未检验 / all that was examined passes, " + open + " not run"
                : "全部符合 / all cases pass";
    }

    private static String counts(Examination examination) {
        StringBuilder cells = new StringBuilder();
        for (Mark mark : Mark.values()) {
            cells.append("<div class=\"count ")
                    .append(mark.name().toLowerCase(Locale.ROOT))
                    .append("\"><b>")
                    .append(examination.count(mark))
                    .append("</b><span>")
                    .append(word(mark))
                    .append("</span></div>\n");
        }
        return cells.toString();
    }

    private static String chapters(Examination examination) {
        StringBuilder rows = new StringBuilder();
        for (Map.Entry<Chapter, List<CaseResult>> each : examination.byChapter().entrySet()) {
            Examination of =
                    new Examination(examination.side(), examination.subject(), examination.at(), each.getValue());
            rows.append("<tr><td>")
                    .append(each.getKey().chinese())
                    .append("</td><td>")
                    .append(each.getKey().english())
                    .append("</td>");
            for (Mark mark : Mark.values()) {
                int count = of.count(mark);
                rows.append(
                                count == 0
                                        ? "<td class=\"none\">"
                                        : "<td class=\"" + mark.name().toLowerCase(Locale.ROOT) + "\">")
                        .append(count)
                        .append("</td>");
            }
            rows.append("</tr>\n");
        }
        return rows.toString();
    }

    private static String findings(Examination examination) {
        List<CaseResult> found = new ArrayList<>(examination.of(Mark.FAILED));
        found.addAll(examination.of(Mark.WARNED));
        if (found.isEmpty()) {
            return "<p class=\"quiet\">无 / none</p>";
        }
        StringBuilder list = new StringBuilder();
        found.stream().limit(EXPLAINED).forEach(each -> list.append(finding(each)));
        List<CaseResult> rest = found.stream().skip(EXPLAINED).toList();
        if (!rest.isEmpty()) {
            list.append("<p class=\"quiet\">另有 ")
                    .append(rest.size())
                    .append(" 项 / and ")
                    .append(rest.size())
                    .append(" more: ")
                    .append(escaped(cut(names(rest), 3 * LONGEST)))
                    .append("</p>");
        }
        return list.toString();
    }

    private static String finding(CaseResult result) {
        ConformanceCase played = result.played();
        String mark = result.mark().name().toLowerCase(Locale.ROOT);
        StringBuilder item =
                new StringBuilder("<div class=\"finding ").append(mark).append("\">");
        item.append("<h3>").append(escaped(played.name())).append(" <i>").append(word(result.mark()));
        item.append("</i></h3><p>").append(escaped(played.rule().chinese())).append("<br>");
        item.append(escaped(played.rule().english()))
                .append(" <em>")
                .append(escaped(played.rule().clause()));
        item.append(" · ").append(played.rule().evidence().chinese()).append(" / ");
        item.append(played.rule().evidence().word()).append("</em></p><dl>");
        if (result.verdict() instanceof Verdict.Broken broken) {
            row(item, "发送 / sent", lastSent(result));
            row(item, "应为 / expected", broken.expected());
            row(item, "实际 / seen", broken.seen());
        }
        return item.append("</dl></div>\n").toString();
    }

    private static void row(StringBuilder item, String name, String value) {
        item.append("<dt>")
                .append(name)
                .append("</dt><dd>")
                .append(escaped(cut(value, LONGEST)))
                .append("</dd>");
    }

    private static String lastSent(CaseResult result) {
        return result.transcript().stream()
                .filter(line -> line.startsWith("> "))
                .reduce((first, second) -> second)
                .map(line -> line.substring(2))
                .orElse("-");
    }

    private static String notRun(Examination examination) {
        List<CaseResult> open = examination.of(Mark.NOT_RUN);
        return open.isEmpty()
                ? ""
                : "<p class=\"quiet\"><b>未检验 / not run:</b> " + escaped(cut(names(open), 3 * LONGEST)) + "</p>";
    }

    private static String names(List<CaseResult> results) {
        return results.stream().map(each -> each.played().name()).collect(Collectors.joining(", "));
    }

    private static String word(Mark mark) {
        return switch (mark) {
            case PASSED -> "通过 / passed";
            case FAILED -> "不符合 / failed";
            case WARNED -> "提示 / warning";
            case NOT_RUN -> "未检验 / not run";
        };
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + " ...";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String frame() throws IOException {
        try (InputStream resource = ReportPage.class.getResourceAsStream("report.html")) {
            if (resource == null) {
                throw new IOException("report.html is missing");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
