package io.stackwatch.core.marking;

import io.stackwatch.core.measurement.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a mark says now, where it counts: the version, its content and its kind. */
record Saying(FiledVersion filed, MarkContent content, MarkKind kind) {

    String id() {
        return filed.version().mark().value();
    }

    int version() {
        return filed.version().version();
    }

    /** The condition this belongs to: spans of one kind that follow each other without a gap are one. */
    Window run(List<Saying> all) {
        return runs(all, Set.of(kind.code())).stream()
                .filter(run -> !run.overlap(content.span()).isZero())
                .findFirst()
                .orElse(content.span());
    }

    /** The conditions of some kinds, joined, by start. */
    static List<Window> runs(List<Saying> all, Set<MarkCode> kinds) {
        List<Window> runs = new ArrayList<>();
        all.stream()
                .filter(saying -> kinds.contains(saying.kind().code()))
                .map(saying -> saying.content().span())
                .sorted()
                .forEach(span -> join(runs, span));
        return runs;
    }

    private static void join(List<Window> runs, Window span) {
        int last = runs.size() - 1;
        if (last < 0 || span.start().isAfter(runs.get(last).end())) {
            runs.add(span);
            return;
        }
        Instant end = runs.get(last).end().isAfter(span.end()) ? runs.get(last).end() : span.end();
        runs.set(last, new Window(runs.get(last).start(), end));
    }

    /** How long conditions have lasted together inside a year before an instant. */
    static Duration used(List<Window> runs, Window year, Instant before) {
        if (!year.start().isBefore(before)) {
            return Duration.ZERO;
        }
        Window behind = new Window(year.start(), before);
        return runs.stream().map(behind::overlap).reduce(Duration.ZERO, Duration::plus);
    }
}
