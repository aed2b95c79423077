package io.stackwatch.simulator.conform.outcome;

import io.stackwatch.simulator.conform.CaseResult;
import io.stackwatch.simulator.conform.Chapter;
import io.stackwatch.simulator.conform.Side;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Results of cases that were played against one subject.
 *
 * @param side what the subject is
 * @param subject how it was reached: an address, or an MN
 * @param at when
 * @param results one for each case, in their order
 */
public record Examination(Side side, String subject, Instant at, List<CaseResult> results) {

    public Examination {
        results = List.copyOf(results);
    }

    /** How many cases of that mark there are. */
    public int count(CaseResult.Mark mark) {
        return (int) results.stream().filter(each -> each.mark() == mark).count();
    }

    /** The results of each chapter that has any, in the order of the chapters. */
    public Map<Chapter, List<CaseResult>> byChapter() {
        Map<Chapter, List<CaseResult>> chapters = new EnumMap<>(Chapter.class);
        for (Chapter chapter : Chapter.values()) {
            List<CaseResult> of = results.stream()
                    .filter(each -> each.played().chapter() == chapter)
                    .toList();
            if (!of.isEmpty()) {
                chapters.put(chapter, of);
            }
        }
        return chapters;
    }

    /** Those of that mark. */
    public List<CaseResult> of(CaseResult.Mark mark) {
        return results.stream().filter(each -> each.mark() == mark).toList();
    }
}
