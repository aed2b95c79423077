package io.stackwatch.core.transmission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;

/**
 * How many hours may still be lost in a month so that it passes, in whole hours of factors. For a factor, an outlet, an
 * enterprise or a county: sums of hours are alike.
 *
 * @param counted the hours that are over, as they stand now
 * @param toCome hours of the month that are due and not over yet
 * @param state how the rate of the hours that are over looks
 * @param reach what may still be lost, or what must be won back
 */
public record RateBudget(Counts counted, long toCome, RateState state, Reach reach) {

    /**
     * Works it out.
     *
     * @param counted the hours that are over
     * @param toCome hours of the month that are due and not over yet
     * @param regainable lost hours that may still come or have their mark taken back before the month is frozen
     */
    public static RateBudget of(Counts counted, long toCome, long regainable, CountTerms terms) {
        return new RateBudget(
                counted, toCome, RateState.of(counted.effective(), terms), reach(counted, toCome, regainable, terms));
    }

    private static Reach reach(Counts counted, long toCome, long regainable, CountTerms terms) {
        long due = counted.due() + toCome;
        if (due == 0) {
            return new NothingDue();
        }
        long needed = terms.required()
                .multiply(BigDecimal.valueOf(due))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        long spare = counted.valid() + toCome - needed;
        if (spare >= 0) {
            return new MayLose(Math.min(spare, toCome));
        }
        return -spare <= regainable
                ? new MustRegain(-spare, excused(counted.valid() + toCome, due, terms.required()))
                : new OutOfReach(-spare, regainable);
    }

    /** The least number of lost hours that, taken out of the duty, let the rest pass. */
    private static long excused(long valid, long due, BigDecimal required) {
        long most = BigDecimal.valueOf(valid)
                .divide(required, 0, RoundingMode.FLOOR)
                .longValueExact();
        return due - most;
    }

    /** What may still be lost, or what must be won back. */
    public sealed interface Reach {

        /** Calls the function of the variant. */
        <T> T match(
                Function<NothingDue, T> nothingDue,
                Function<MayLose, T> mayLose,
                Function<MustRegain, T> mustRegain,
                Function<OutOfReach, T> outOfReach);
    }

    /** Nothing is due in the month: there is no rate to keep. */
    public record NothingDue() implements Reach {
        @Override
        public <T> T match(
                Function<NothingDue, T> nothingDue,
                Function<MayLose, T> mayLose,
                Function<MustRegain, T> mustRegain,
                Function<OutOfReach, T> outOfReach) {
            return nothingDue.apply(this);
        }
    }

    /**
     * The month passes if no more than this is lost.
     *
     * @param hours hours of factors that are still to come and may be lost
     */
    public record MayLose(long hours) implements Reach {

        /** Whole clock hours in which all factors may be lost together. */
        public long clockHours(int factors) {
            return hours / factors;
        }

        @Override
        public <T> T match(
                Function<NothingDue, T> nothingDue,
                Function<MayLose, T> mayLose,
                Function<MustRegain, T> mustRegain,
                Function<OutOfReach, T> outOfReach) {
            return mayLose.apply(this);
        }
    }

    /**
     * The month passes only if lost hours are won back, even if none is lost any more.
     *
     * @param hours so many lost hours must still be back-filled or have their mark taken back
     * @param excused or so many must be taken out of the duty by an accepted stop or an exemption
     */
    public record MustRegain(long hours, long excused) implements Reach {
        @Override
        public <T> T match(
                Function<NothingDue, T> nothingDue,
                Function<MayLose, T> mayLose,
                Function<MustRegain, T> mustRegain,
                Function<OutOfReach, T> outOfReach) {
            return mustRegain.apply(this);
        }
    }

    /**
     * The required rate cannot be reached any more.
     *
     * @param hours so many hours too few
     * @param regainable of these, so many may still be won back
     */
    public record OutOfReach(long hours, long regainable) implements Reach {
        @Override
        public <T> T match(
                Function<NothingDue, T> nothingDue,
                Function<MayLose, T> mayLose,
                Function<MustRegain, T> mustRegain,
                Function<OutOfReach, T> outOfReach) {
            return outOfReach.apply(this);
        }
    }
}
