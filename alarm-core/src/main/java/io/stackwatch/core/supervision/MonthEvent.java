package io.stackwatch.core.supervision;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;

/** Something that happened to a month; appended to its history, never changed. */
public sealed interface MonthEvent {

    /** Calls the function of the variant. */
    <T> T match(
            Function<Opened, T> opened,
            Function<Counted, T> counted,
            Function<VouchersEnded, T> vouchersEnded,
            Function<Recomputed, T> recomputed);

    /** Which month, in legal time. */
    YearMonth month();

    /** When it happened. */
    Instant at();

    /** Which row of the table it takes. */
    default MonthEventKind kind() {
        return match(
                opened -> MonthEventKind.OPENED,
                counted -> counted.stage().kind(),
                ended -> MonthEventKind.VOUCHERS_ENDED,
                recomputed -> MonthEventKind.RECOMPUTED);
    }

    /** The number of the version that it makes; empty if it makes none. */
    default Optional<Integer> version() {
        return match(
                opened -> Optional.empty(),
                counted -> Optional.of(counted.number()),
                ended -> Optional.empty(),
                recomputed -> Optional.of(recomputed.number()));
    }

    /** The stages at which a month is counted by itself. */
    enum Stage {
        /** On the first. */
        PROVISIONAL(MonthEventKind.PROVISIONAL_COUNTED),
        /** By the fifth. */
        PRELIMINARY(MonthEventKind.PRELIMINARY_COUNTED),
        /** On the eleventh. */
        FREEZE(MonthEventKind.FROZEN);

        private final MonthEventKind kind;

        Stage(MonthEventKind kind) {
            this.kind = kind;
        }

        MonthEventKind kind() {
            return kind;
        }
    }

    /** It began. */
    record Opened(YearMonth month, Instant at) implements MonthEvent {
        @Override
        public <T> T match(
                Function<Opened, T> opened,
                Function<Counted, T> counted,
                Function<VouchersEnded, T> vouchersEnded,
                Function<Recomputed, T> recomputed) {
            return opened.apply(this);
        }
    }

    /**
     * It was counted because that was due.
     *
     * @param number of the version that was made, from 1
     */
    record Counted(YearMonth month, Instant at, Stage stage, int number) implements MonthEvent {
        @Override
        public <T> T match(
                Function<Opened, T> opened,
                Function<Counted, T> counted,
                Function<VouchersEnded, T> vouchersEnded,
                Function<Recomputed, T> recomputed) {
            return counted.apply(this);
        }
    }

    /** The time for vouchers ended. */
    record VouchersEnded(YearMonth month, Instant at) implements MonthEvent {
        @Override
        public <T> T match(
                Function<Opened, T> opened,
                Function<Counted, T> counted,
                Function<VouchersEnded, T> vouchersEnded,
                Function<Recomputed, T> recomputed) {
            return vouchersEnded.apply(this);
        }
    }

    /**
     * An officer had it counted again.
     *
     * @param number of the version that was made
     * @param by who
     * @param reason why
     */
    record Recomputed(YearMonth month, Instant at, int number, String by, String reason) implements MonthEvent {
        @Override
        public <T> T match(
                Function<Opened, T> opened,
                Function<Counted, T> counted,
                Function<VouchersEnded, T> vouchersEnded,
                Function<Recomputed, T> recomputed) {
            return recomputed.apply(this);
        }
    }
}
