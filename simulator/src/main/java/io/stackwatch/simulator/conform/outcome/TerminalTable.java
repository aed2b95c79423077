package io.stackwatch.simulator.conform.outcome;

import io.stackwatch.simulator.conform.CaseResult;
import io.stackwatch.simulator.conform.CaseResult.Mark;
import io.stackwatch.simulator.conform.Chapter;
import io.stackwatch.simulator.conform.ConformanceCase;
import io.stackwatch.simulator.conform.Verdict;
import java.util.List;
import java.util.Map;

/** An examination for the terminal: what is not in order with its reasons, and the count of every chapter. */
public final class TerminalTable {

    private static final int NAME = 56;
    private static final int RULE = 96;
    private static final int CHAPTER = 16;
    private static final int NUMBER = 9;

    private final boolean chinese;

    /** With the rules in Chinese, or in English. */
    public TerminalTable(boolean chinese) {
        this.chinese = chinese;
    }

    /** One line for a case, as soon as it is played. */
    public String line(CaseResult result) {
        return TextWidth.padded(word(result.mark()), NUMBER)
                + TextWidth.padded(result.played().name(), NAME)
                + TextWidth.cut(rule(result.played()), RULE);
    }

    /** One line for a case that is only listed. */
    public String line(ConformanceCase listed) {
        return TextWidth.padded(listed.name(), NAME) + TextWidth.cut(rule(listed), RULE);
    }

    /** Everything that is not in order, then the counts. */
    public String of(Examination examination) {
        StringBuilder table = new StringBuilder();
        for (CaseResult result : examination.results()) {
            if (result.mark() != Mark.PASSED) {
                table.append('\n').append(explained(result));
            }
        }
        table.append('\n').append(head());
        for (Map.Entry<Chapter, List<CaseResult>> each : examination.byChapter().entrySet()) {
            Chapter chapter = each.getKey();
            table.append(row(
                    chinese ? chapter.chinese() : chapter.english(),
                    new Examination(examination.side(), examination.subject(), examination.at(), each.getValue())));
        }
        return table.append(row(chinese ? "合计" : "all", examination)).toString();
    }

    private String explained(CaseResult result) {
        ConformanceCase played = result.played();
        StringBuilder text = new StringBuilder();
        text.append(word(result.mark())).append("  ").append(played.name()).append('\n');
        line(text, chinese ? "规则" : "rule", rule(played));
        line(text, chinese ? "条款" : "clause", played.rule().clause() + " (" + evidence(played) + ")");
        result.verdict()
                .match(
                        kept -> text,
                        broken -> {
                            line(text, chinese ? "步骤" : "step", broken.line() + ": " + broken.step());
                            line(text, chinese ? "应为" : "expected", broken.expected());
                            return line(text, chinese ? "实际" : "seen", broken.seen());
                        },
                        notRun -> line(text, chinese ? "原因" : "reason", notRun.reason()));
        if (result.verdict() instanceof Verdict.Broken) {
            result.transcript()
                    .forEach(each -> text.append("            ").append(each).append('\n'));
        }
        return text.toString();
    }

    private static StringBuilder line(StringBuilder text, String name, String value) {
        return text.append("    ")
                .append(TextWidth.padded(name, 10))
                .append(value)
                .append('\n');
    }

    private String head() {
        StringBuilder head = new StringBuilder(TextWidth.padded("", CHAPTER));
        for (Mark mark : Mark.values()) {
            head.append(TextWidth.padded(word(mark), NUMBER + 1));
        }
        return head.append('\n').toString();
    }

    private static String row(String name, Examination of) {
        StringBuilder row = new StringBuilder(TextWidth.padded(name, CHAPTER));
        for (Mark mark : Mark.values()) {
            row.append(TextWidth.padded(Integer.toString(of.count(mark)), NUMBER + 1));
        }
        return row.append('\n').toString();
    }

    private String rule(ConformanceCase of) {
        return chinese ? of.rule().chinese() : of.rule().english();
    }

    private String evidence(ConformanceCase of) {
        return chinese ? of.rule().evidence().chinese() : of.rule().evidence().word();
    }

    private String word(Mark mark) {
        return switch (mark) {
            case PASSED -> chinese ? "通过" : "passed";
            case FAILED -> chinese ? "不符合" : "FAILED";
            case WARNED -> chinese ? "提示" : "warning";
            case NOT_RUN -> chinese ? "未检验" : "not run";
        };
    }
}
