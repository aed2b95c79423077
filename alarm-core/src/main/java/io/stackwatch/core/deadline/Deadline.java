package io.stackwatch.core.deadline;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.time.Instant;

/**
 * A moment from which on something must be looked at; a row, which is the truth, whoever wakes us.
 *
 * @param kind what is looked at
 * @param subject about what
 * @param dueAt from when on
 */
public record Deadline(DeadlineKind kind, DeadlineSubject subject, Instant dueAt) {

    public Deadline {
        DeadlineKind fitting = subject.match(hour -> DeadlineKind.HOUR_RECEIPT, day -> DeadlineKind.MARKING_WINDOW);
        if (kind != fitting) {
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
}
