package io.stackwatch.gateway.judgement;

import io.stackwatch.core.deadline.DeadlineSubject;
import io.stackwatch.core.exceedance.NotJudgedReason;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.gateway.records.OutletDay;
import io.stackwatch.gateway.records.OutletHour;
import io.stackwatch.gateway.records.VerdictRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hours that something filed, decided or found touches are judged again: what is said anew is a new version, and what was
 * missing and need not come is no gap any more.
 */
final class SecondJudgement {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Workbench bench;
    private final RegistrySnapshot registry;
    private final HourDesk hours;
    private final Episodes episodes;

    SecondJudgement(Workbench bench, RegistrySnapshot registry, HourDesk hours, Episodes episodes) {
        this.bench = bench;
        this.registry = registry;
        this.hours = hours;
        this.episodes = episodes;
    }

    /** Judges again what has been judged or reported; answers how many hours of factors say something new. */
    int judge(DeadlineSubject.OutletSpan subject, Instant at) {
        List<OutletHour> touched = new ArrayList<>();
        Instant start =
                Window.hourContaining(subject.span().start(), LegalTime.ZONE).start();
        while (start.isBefore(subject.span().end())) {
            touched.add(new OutletHour(subject.outlet(), start));
            start = start.plus(HOUR);
        }
        bench.load(touched);
        // also those of factors that are not judged; of the hour before, whose report was to come in this time
        bench.recount(OutletDay.between(
                subject.outlet(),
                subject.span().start().minus(HOUR).minus(HOUR),
                subject.span().end()));
        int changed = 0;
        for (OutletHour hour : touched) {
            for (FactorCode factor : registry.dueHours().factorsAt(hour.outlet(), hour.start())) {
                changed += judge(new FactorHour(hour.outlet(), factor, hour.start()), at) ? 1 : 0;
            }
        }
        return changed;
    }

    private boolean judge(FactorHour hour, Instant at) {
        Optional<VerdictRow> before = bench.verdict(hour);
        if (before.isEmpty() && bench.report(hour).isEmpty()) {
            return false;
        }
        hours.judge(hour, at);
        Optional<VerdictRow> now = bench.verdict(hour);
        if (now.equals(before)) {
            return false;
        }
        if (isFor(before, NotJudgedReason.NOT_RECEIVED) && isFor(now, NotJudgedReason.NOT_DUE)) {
            episodes.excused(hour, at);
        } else if (isFor(before, NotJudgedReason.NOT_DUE) && isFor(now, NotJudgedReason.NOT_RECEIVED)) {
            bench.missing(hour, at);
            episodes.missing(hour, at);
        }
        return true;
    }

    private static boolean isFor(Optional<VerdictRow> verdict, NotJudgedReason reason) {
        return verdict.flatMap(VerdictRow::reason).equals(Optional.of(reason));
    }
}
