package io.stackwatch.gateway.judgement;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmChange;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.DeviationCase;
import io.stackwatch.core.alarm.EpisodeCase;
import io.stackwatch.core.alarm.EpisodeDecision;
import io.stackwatch.core.alarm.MissingDataCase;
import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.exceedance.HourOutcome;
import io.stackwatch.core.exceedance.Outcome;
import io.stackwatch.core.integrity.Agreement;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.notice.NotifyDecision;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.NumberedEvent;
import io.stackwatch.gateway.records.ReportRecords;
import io.stackwatch.gateway.records.VerdictRecords;
import io.stackwatch.gateway.records.VerdictRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings verdicts and missing hours to the alarms around them, and keeps what the core decides. */
final class Episodes {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Workbench bench;
    private final JudgementRules rules;

    Episodes(Workbench bench, JudgementRules rules) {
        this.bench = bench;
        this.rules = rules;
    }

    /** An hour has a new verdict. */
    void judged(VerdictRow now, Optional<VerdictRow> before) {
        FactorHour hour = now.hour();
        boolean withdrawn = now.outcome() == Outcome.NOT_JUDGED
                && before.filter(row -> row.outcome() != Outcome.NOT_JUDGED).isPresent();
        if (now.outcome() != Outcome.EXCEEDS && !withdrawn && !bench.hasAlarmsAt(hour, AlarmType.HOUR_EXCEEDANCE)) {
            return;
        }
        bench.flush();
        List<Alarm> alarms = AlarmRecords.around(bench.handle(), hour, AlarmType.HOUR_EXCEEDANCE);
        keep(
                rules.exceedances()
                        .decide(new EpisodeCase(
                                hour,
                                now.shortForm(),
                                before.map(VerdictRow::shortForm),
                                alarms,
                                neighbours(hour, alarms),
                                now.knownAt(),
                                now.evidence())),
                now.knownAt());
    }

    private List<HourOutcome> neighbours(FactorHour hour, List<Alarm> alarms) {
        Instant first = hour.start();
        Instant last = hour.start();
        for (Alarm alarm : alarms) {
            first = alarm.firstHour().isBefore(first) ? alarm.firstHour() : first;
            last = alarm.lastHour().isAfter(last) ? alarm.lastHour() : last;
        }
        List<HourOutcome> neighbours = new ArrayList<>();
        VerdictRecords.ofFactor(bench.handle(), hour.outlet(), hour.factor(), first, last.plus(HOUR)).stream()
                .map(VerdictRow::shortForm)
                .filter(outcome -> !outcome.hour().equals(hour.start()))
                .forEach(neighbours::add);
        VerdictRecords.firstJudgedBehind(bench.handle(), hour.outlet(), hour.factor(), last)
                .ifPresent(neighbours::add);
        return neighbours;
    }

    /** An hour was due and did not come. */
    void missing(FactorHour hour, Instant knownAt) {
        bench.flush();
        keep(rules.missing().missing(missingCase(hour, knownAt, List.of())), knownAt);
    }

    /** An hour came for the first time. */
    void received(FactorHour hour, Instant knownAt, List<EvidenceRef> evidence) {
        if (bench.hasAlarmsAt(hour, AlarmType.DATA_MISSING)) {
            bench.flush();
            keep(rules.missing().received(missingCase(hour, knownAt, evidence)), knownAt);
        }
    }

    /** An hour that was missing is not due any more. */
    void excused(FactorHour hour, Instant knownAt) {
        if (bench.hasAlarmsAt(hour, AlarmType.DATA_MISSING)) {
            bench.flush();
            keep(rules.missing().excused(missingCase(hour, knownAt, List.of())), knownAt);
        }
    }

    /**
     * A figure came that could speak against a stop.
     *
     * @param contradiction the figure and what it contradicts; empty if there is no stop, or they agree
     */
    void underStop(FactorHour hour, Optional<String> contradiction, Instant knownAt, List<EvidenceRef> evidence) {
        boolean emits = contradiction.isPresent();
        if (!emits && !bench.hasAlarmsAt(hour, AlarmType.STOP_WITH_EMISSION)) {
            return;
        }
        bench.flush();
        DeviationCase facts = new DeviationCase(
                hour,
                AlarmRecords.around(bench.handle(), hour, AlarmType.STOP_WITH_EMISSION),
                false,
                knownAt,
                evidence,
                contradiction.orElse(""));
        keep(emits ? rules.stops().deviates(facts) : rules.stops().agrees(facts), knownAt);
    }

    /** What we made of an hour and what was reported were compared; what could not be compared means nothing. */
    void compared(
            FactorHour hour, Agreement agreement, boolean agreesLater, Instant knownAt, List<EvidenceRef> evidence) {
        boolean deviates = agreement.match(agrees -> false, deviating -> true, not -> false);
        boolean agrees = agreement.match(agreeing -> true, deviating -> false, not -> false);
        if (!deviates && !(agrees && bench.hasAlarmsAt(hour, AlarmType.MADE_DEVIATES))) {
            return;
        }
        bench.flush();
        DeviationCase facts = new DeviationCase(
                hour,
                AlarmRecords.around(bench.handle(), hour, AlarmType.MADE_DEVIATES),
                agreesLater,
                knownAt,
                evidence,
                "");
        keep(deviates ? rules.deviations().deviates(facts) : rules.deviations().agrees(facts), knownAt);
    }

    /** The logger's conversion of an hour and ours were compared. */
    void converted(VerdictRow judged, boolean deviates, String numbers) {
        FactorHour hour = judged.hour();
        if (!deviates && !bench.hasAlarmsAt(hour, AlarmType.CONVERSION_DEVIATES)) {
            return;
        }
        bench.flush();
        DeviationCase facts = new DeviationCase(
                hour,
                AlarmRecords.around(bench.handle(), hour, AlarmType.CONVERSION_DEVIATES),
                deviates && VerdictRecords.conversionAgreesBehind(bench.handle(), hour),
                judged.knownAt(),
                judged.evidence(),
                numbers);
        keep(deviates ? rules.converted().deviates(facts) : rules.converted().agrees(facts), judged.knownAt());
    }

    private MissingDataCase missingCase(FactorHour hour, Instant knownAt, List<EvidenceRef> evidence) {
        return new MissingDataCase(
                hour,
                AlarmRecords.around(bench.handle(), hour, AlarmType.DATA_MISSING),
                ReportRecords.latestHour(bench.handle(), hour.outlet(), hour.factor()),
                knownAt,
                evidence);
    }

    private void keep(EpisodeDecision decision, Instant now) {
        Duration backlog = rules.parameters().duration("notice.backlog-older-than", now);
        for (AlarmChange change : decision.changes()) {
            bench.put(change.alarm());
            int last = change.events().size() - 1;
            for (int i = 0; i <= last; i++) {
                Optional<NotifyDecision> told =
                        i == last ? Optional.of(NotifyDecision.on(change, backlog, now)) : Optional.empty();
                bench.add(new NumberedEvent(
                        bench.nextEvent(), change.alarm().id(), change.events().get(i), told));
            }
        }
    }
}
