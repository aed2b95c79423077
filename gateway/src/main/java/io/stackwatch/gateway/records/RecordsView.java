package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the store answers to people: committed facts only. Safe for use by several threads; every call blocks on the store,
 * so never on an event loop.
 */
public interface RecordsView {

    /** Outlets of some owner as registered at an instant, by id, behind one if it is named; at most {@code limit}. */
    List<OutletOverview> outlets(OwnedBy owned, Optional<OutletId> behind, int limit, Instant at);

    /** One outlet as registered at an instant. */
    Optional<OutletOverview> outlet(OutletId outlet, Instant at);

    /** Hours of an outlet that start in {@code [from, until)} and have a verdict, by hour and factor. */
    List<HourRow> hours(OutletId outlet, Instant from, Instant until);

    /** The newest verdicts on some hours; an hour that was not judged is left out. */
    Map<FactorHour, VerdictRow> newest(Collection<FactorHour> hours);

    /** All versions of one hour of a factor. */
    HourHistory hour(FactorHour hour);

    /** What is missing of an outlet in {@code [from, until)} and what was asked for because of that. */
    OutletGaps gaps(OutletId outlet, Instant from, Instant until);

    /** Where an hour of an outlet came from that we made of the values of a source; empty lists if we made none. */
    MadeFile made(OutletId outlet, Instant hour);

    /** Alarms, newest first. */
    Page<AlarmRow> alarms(AlarmQuery query);

    /** One alarm with its history and evidence. */
    Optional<AlarmFile> alarm(AlarmId alarm);

    /** Who was told of an alarm, and who was not and why, oldest first. */
    List<TellingRow> tellings(AlarmId alarm);

    /** Events behind a number, in order, at most {@code limit}. */
    List<NumberedEvent> eventsAfter(long number, int limit);

    /** The number of the last event; 0 if there is none. */
    long lastEvent();

    /** Candidate cases, newest first; behind a place if one is given. */
    default Page<CaseRow> cases(Optional<OutletId> outlet, Optional<PagePlace> behind, int limit) {
        return cases(outlet, OwnedBy.ANYBODY, behind, limit);
    }

    /** Candidate cases of outlets of some owner, newest first; behind a place if one is given. */
    Page<CaseRow> cases(Optional<OutletId> outlet, OwnedBy owned, Optional<PagePlace> behind, int limit);

    /** One candidate case with its hours, basis and events. */
    Optional<CaseFile> candidateCase(CaseId candidate);

    /** What was set aside because it could not be dealt with, newest first. */
    List<ParkedRow> parked(int limit);

    /** Items that stations send and nobody understands, most frequent first. */
    List<NotUnderstoodRow> notUnderstood(int limit);
}
