package io.stackwatch.gateway.marking;

import io.stackwatch.core.deadline.Deadline;
import io.stackwatch.core.marking.MarkContent;
import io.stackwatch.core.marking.MarkEffect;
import io.stackwatch.core.marking.MarkFile;
import io.stackwatch.core.marking.MarkKinds;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.DeadlineRecords;
import io.stackwatch.gateway.records.MarkRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Which hours are judged again when a mark begins or ceases to count: deadlines, in the transaction of what was decided. */
final class TouchedHours {

    private final MarkKinds kinds;

    TouchedHours(MarkKinds kinds) {
        this.kinds = kinds;
    }

    /**
     * Schedules what a change touches: the hours that were and those that are spoken of. A working condition can change how
     * much is left of the year or of a condition for others, so the hours of all of the outlet's are looked at.
     */
    void schedule(
            Handle handle,
            OutletId outlet,
            Optional<MarkContent> before,
            Optional<MarkContent> now,
            String cause,
            Instant at) {
        if (before.equals(now)) {
            return;
        }
        Set<Window> spans = new TreeSet<>();
        Stream.of(before, now).flatMap(Optional::stream).forEach(content -> {
            spans.add(content.span());
            if (isCondition(content)) {
                spans.addAll(conditions(handle, content, at));
            }
        });
        spans.forEach(span -> schedule(handle, outlet, span, cause, at));
    }

    /** Schedules one span. */
    static void schedule(Handle handle, OutletId outlet, Window span, String cause, Instant at) {
        new DeadlineRecords(handle).schedule(Deadline.marksChanged(outlet, span, cause, at));
    }

    private Set<Window> conditions(Handle handle, MarkContent changed, Instant at) {
        int year = changed.span().start().atZone(LegalTime.ZONE).getYear();
        Instant newYear = LocalDate.of(year, 1, 1).atStartOfDay(LegalTime.ZONE).toInstant();
        Set<Window> spans = new TreeSet<>();
        for (MarkFile file : MarkRecords.of(handle, changed.outlet(), newYear)) {
            file.sayingAt(at)
                    .filter(this::isCondition)
                    .filter(content ->
                            !content.span().end().isBefore(changed.span().start()))
                    .ifPresent(content -> spans.add(content.span()));
        }
        return spans;
    }

    private boolean isCondition(MarkContent content) {
        return kinds.at(content.kind(), content.span().start())
                .filter(kind -> kind.effect() == MarkEffect.ALLOWANCE)
                .isPresent();
    }
}
