package io.stackwatch.core.deadline;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A moment from which on something must be looked at; a row, which is the truth, whoever wakes us.
 *
 * @param kind what is looked at
 * @param subject about what
 * @param dueAt from when on
 */
public record Deadline(DeadlineKind kind, DeadlineSubject subject, Instant dueAt) {

    public Deadline {
        Set<DeadlineKind> fitting = subject.match(
                hour -> Set.of(DeadlineKind.HOUR_RECEIPT),
                day -> Set.of(DeadlineKind.MARKING_WINDOW),
                span -> Set.of(DeadlineKind.MARKS_CHANGED, DeadlineKind.STOP_CHECK));
        if (!fitting.contains(kind)) {
            throw new IllegalArgumentException(kind + " is not about " + subject);
        }
    }

    /** Its identity, which follows from kind and subject. */
    public DeadlineId id() {
        return new DeadlineId(kind + "|" + subject.text());
    }

    /**
     * When an hour of the whole city is looked at for what has not come.
     *
     * @param hourStart first instant of the hour
     * @param grace how long after its end it may come
     */
    public static Deadline hourReceipt(Instant hourStart, Duration grace) {
        return new Deadline(
                DeadlineKind.HOUR_RECEIPT,
                new DeadlineSubject.Hour(hourStart),
                hourStart.plus(Duration.ofHours(1)).plus(grace));
    }

    /** When a day's exceedance of a factor of an outlet may become a candidate case. */
    public static Deadline candidate(OutletId outlet, FactorCode factor, MarkingWindow window) {
        return new Deadline(
                DeadlineKind.MARKING_WINDOW,
                new DeadlineSubject.OutletDay(outlet, factor, window.day()),
                window.candidateFrom());
    }

    /**
     * When hours are judged again because of what was filed, decided or found.
     *
     * @param cause what, such as the number of the act
     */
    public static Deadline marksChanged(OutletId outlet, Window span, String cause, Instant at) {
        return new Deadline(DeadlineKind.MARKS_CHANGED, new DeadlineSubject.OutletSpan(outlet, span, cause), at);
    }

    /**
     * When a stop is held against the figures of its hours.
     *
     * @param version the mark and its version
     */
    public static Deadline stopCheck(OutletId outlet, Window span, String version, Instant from) {
        return new Deadline(DeadlineKind.STOP_CHECK, new DeadlineSubject.OutletSpan(outlet, span, version), from);
    }
}
