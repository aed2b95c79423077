package io.stackwatch.core.deadline;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** What a deadline is about. */
public sealed interface DeadlineSubject {

    /** Calls the function of the variant. */
    <T> T match(Function<Hour, T> hour, Function<OutletDay, T> outletDay);

    /** One-line text that is equal exactly for equal subjects; {@link #parse} reads it. */
    default String text() {
        return match(hour -> hour.start().toString(), day -> day.day() + "|" + day.factor() + "|" + day.outlet());
    }

    /** Reads what {@link #text} wrote, for a deadline of that kind. */
    static DeadlineSubject parse(DeadlineKind kind, String text) {
        if (kind == DeadlineKind.HOUR_RECEIPT) {
            return new Hour(Instant.parse(text));
        }
        int first = text.indexOf('|');
        int second = text.indexOf('|', first + 1);
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("not day|factor|outlet: '" + text + "'");
        }
        return new OutletDay(
                new OutletId(text.substring(second + 1)),
                new FactorCode(text.substring(first + 1, second)),
                LocalDate.parse(text.substring(0, first)));
    }

    /** A clock hour, of the whole city. */
    record Hour(Instant start) implements DeadlineSubject {
        @Override
        public <T> T match(Function<Hour, T> hour, Function<OutletDay, T> outletDay) {
            return hour.apply(this);
        }
    }

    /** A legal day of a factor of an outlet. */
    record OutletDay(OutletId outlet, FactorCode factor, LocalDate day) implements DeadlineSubject {
        @Override
        public <T> T match(Function<Hour, T> hour, Function<OutletDay, T> outletDay) {
            return outletDay.apply(this);
        }
    }
}
