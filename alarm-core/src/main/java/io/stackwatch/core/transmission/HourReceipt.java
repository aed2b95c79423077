package io.stackwatch.core.transmission;

import io.stackwatch.core.measurement.FactorHour;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Whether an hour of a factor has been received in time, as it stands at a moment (regulation R-1-2). */
public sealed interface HourReceipt {

    /** Calls the function of the variant. */
    <T> T match(
            Function<InTime, T> inTime,
            Function<Late, T> late,
            Function<Awaited, T> awaited,
            Function<Missing, T> missing,
            Function<NotDue, T> notDue);

    /**
     * The state of an hour at a moment.
     *
     * @param due whether it had to be sent
     * @param arrivedAt when its first report arrived, if one has
     * @param grace how long after its end it may arrive
     * @param now the moment
     */
    static HourReceipt at(FactorHour hour, Due due, Optional<Instant> arrivedAt, Duration grace, Instant now) {
        Instant cutOff = hour.end().plus(grace);
        if (arrivedAt.isPresent()) {
            return arrivedAt.get().isAfter(cutOff) ? new Late(arrivedAt.get(), cutOff) : new InTime(arrivedAt.get());
        }
        return due.match(yes -> now.isBefore(cutOff) ? new Awaited(cutOff) : new Missing(cutOff), no -> new NotDue(no));
    }

    /** It arrived before the cut-off. */
    record InTime(Instant arrivedAt) implements HourReceipt {
        @Override
        public <T> T match(
                Function<InTime, T> inTime,
                Function<Late, T> late,
                Function<Awaited, T> awaited,
                Function<Missing, T> missing,
                Function<NotDue, T> notDue) {
            return inTime.apply(this);
        }
    }

    /** It arrived behind the cut-off, by back-fill (补传). */
    record Late(Instant arrivedAt, Instant cutOff) implements HourReceipt {
        @Override
        public <T> T match(
                Function<InTime, T> inTime,
                Function<Late, T> late,
                Function<Awaited, T> awaited,
                Function<Missing, T> missing,
                Function<NotDue, T> notDue) {
            return late.apply(this);
        }
    }

    /** It has not arrived and the cut-off has not passed. */
    record Awaited(Instant cutOff) implements HourReceipt {
        @Override
        public <T> T match(
                Function<InTime, T> inTime,
                Function<Late, T> late,
                Function<Awaited, T> awaited,
                Function<Missing, T> missing,
                Function<NotDue, T> notDue) {
            return awaited.apply(this);
        }
    }

    /** It has not arrived and the cut-off has passed. */
    record Missing(Instant cutOff) implements HourReceipt {
        @Override
        public <T> T match(
                Function<InTime, T> inTime,
                Function<Late, T> late,
                Function<Awaited, T> awaited,
                Function<Missing, T> missing,
                Function<NotDue, T> notDue) {
            return missing.apply(this);
        }
    }

    /** Nothing arrived and nothing had to. */
    record NotDue(Due.No answer) implements HourReceipt {
        @Override
        public <T> T match(
                Function<InTime, T> inTime,
                Function<Late, T> late,
                Function<Awaited, T> awaited,
                Function<Missing, T> missing,
                Function<NotDue, T> notDue) {
            return notDue.apply(this);
        }
    }
}
