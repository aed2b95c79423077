package io.stackwatch.core.deadline;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** What a deadline is about. */
public sealed interface DeadlineSubject {

    /** Calls the function of the variant. */
    <T> T match(Function<Hour, T> hour, Function<OutletDay, T> outletDay, Function<OutletSpan, T> outletSpan);

    /** One-line text that is equal exactly for equal subjects; {@link #parse} reads it. */
    default String text() {
        return match(
                hour -> hour.start().toString(),
                day -> day.day() + "|" + day.factor() + "|" + day.outlet(),
                span -> span.cause() + "|" + span.span().start() + "|"
                        + span.span().end() + "|" + span.outlet());
    }

    /** Reads what {@link #text} wrote, for a deadline of that kind. */
    static DeadlineSubject parse(DeadlineKind kind, String text) {
        if (kind == DeadlineKind.HOUR_RECEIPT) {
            return new Hour(Instant.parse(text));
        }
        if (kind == DeadlineKind.MARKS_CHANGED || kind == DeadlineKind.STOP_CHECK) {
            return OutletSpan.parse(text);
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
        public <T> T match(
                Function<Hour, T> hour, Function<OutletDay, T> outletDay, Function<OutletSpan, T> outletSpan) {
            return hour.apply(this);
        }
    }

    /** A legal day of a factor of an outlet. */
    record OutletDay(OutletId outlet, FactorCode factor, LocalDate day) implements DeadlineSubject {
        @Override
        public <T> T match(
                Function<Hour, T> hour, Function<OutletDay, T> outletDay, Function<OutletSpan, T> outletSpan) {
            return outletDay.apply(this);
        }
    }

    /**
     * Some time of an outlet.
     *
     * @param outlet where
     * @param span which time
     * @param cause why, without a vertical bar; another cause is another subject
     */
    record OutletSpan(OutletId outlet, Window span, String cause) implements DeadlineSubject {

        public OutletSpan {
            if (cause.isBlank() || cause.indexOf('|') >= 0) {
                throw new IllegalArgumentException("a cause without vertical bars: '" + cause + "'");
            }
        }

        private static OutletSpan parse(String text) {
            String[] parts = text.split("\\|", 4);
            if (parts.length != 4) {
                throw new IllegalArgumentException("not cause|from|until|outlet: '" + text + "'");
            }
            return new OutletSpan(
                    new OutletId(parts[3]), new Window(Instant.parse(parts[1]), Instant.parse(parts[2])), parts[0]);
        }

        @Override
        public <T> T match(
                Function<Hour, T> hour, Function<OutletDay, T> outletDay, Function<OutletSpan, T> outletSpan) {
            return outletSpan.apply(this);
        }
    }
}
