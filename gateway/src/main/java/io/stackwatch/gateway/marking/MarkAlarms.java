package io.stackwatch.gateway.marking;

import io.stackwatch.core.alarm.AlarmSubject;
import io.stackwatch.core.alarm.EpisodeDecision;
import io.stackwatch.core.alarm.MarkCase;
import io.stackwatch.core.alarm.MarkEpisodes;
import io.stackwatch.core.alarm.MarkMatter;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.marking.MarkAct;
import io.stackwatch.core.marking.MarkFile;
import io.stackwatch.core.marking.MarkMatters;
import io.stackwatch.core.marking.MarkRules;
import io.stackwatch.core.marking.MarksInForce;
import io.stackwatch.core.marking.MarksKnown;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.gateway.records.AlarmChanges;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.MarkRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Brings what an act did to the marks of an outlet to the alarms MARK_LATE and MARK_ABUSE, in the transaction of the act. */
final class MarkAlarms {

    private final MarkRules rules;
    private final RuleParameters parameters;
    private final MarkEpisodes late = MarkEpisodes.late();
    private final MarkEpisodes abuse = MarkEpisodes.abuse();

    MarkAlarms(MarkRules rules, RuleParameters parameters) {
        this.rules = rules;
        this.parameters = parameters;
    }

    /**
     * Looks at the marks of an outlet.
     *
     * @param changed the mark that was acted on, afterwards
     * @return the number of the last event of an alarm; empty if none changed
     */
    Optional<Long> acted(
            Handle handle, Registry registry, OutletId outlet, MarkFile changed, MarkAct act, Instant now) {
        Instant from = from(changed);
        List<MarkFile> files = MarkRecords.of(handle, outlet, from);
        MarksInForce marks = new MarksInForce(rules, new MarksKnown(files, List.of(), List.of(), List.of()), now);
        List<MarkMatter> beyond =
                MarkMatters.beyond(marks.overruns(from, instant -> registry.outletAt(outlet, instant)));
        String words = act.mark() + "/" + act.version() + " " + act.event() + " by " + act.by() + ": " + act.why();
        return AlarmChanges.keep(
                handle,
                List.of(
                        decide(handle, late, outlet, MarkMatters.late(files), from, words, now),
                        decide(handle, abuse, outlet, beyond, from, words, now)),
                parameters.duration("notice.backlog-older-than", now),
                now);
    }

    private static EpisodeDecision decide(
            Handle handle,
            MarkEpisodes rule,
            OutletId outlet,
            List<MarkMatter> matters,
            Instant from,
            String act,
            Instant now) {
        return rule.decide(new MarkCase(
                outlet,
                matters.stream()
                        .filter(matter -> !matter.firstHour().isBefore(from))
                        .toList(),
                AlarmRecords.since(handle, new AlarmSubject.OfOutlet(outlet), rule.type(), from),
                act,
                now));
    }

    /** Conditions are counted by the legal year, and one of its first may have begun in the year before. */
    private static Instant from(MarkFile changed) {
        int year = changed.versions().stream()
                .flatMap(version -> version.version().content().stream())
                .mapToInt(
                        content -> content.span().start().atZone(LegalTime.ZONE).getYear())
                .min()
                .orElseThrow();
        return LocalDate.of(year - 1, 1, 1).atStartOfDay(LegalTime.ZONE).toInstant();
    }
}
