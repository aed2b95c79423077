package io.stackwatch.core.emission;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.measurement.Concentration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * How much of a factor an outlet let out in an hour: measured, substituted, or absent. The three are never mixed; whoever adds
 * them up says how much of the sum is which.
 */
public sealed interface HourEmission {

    /** Calls the function of the variant. */
    <T> T match(Function<Measured, T> measured, Function<Substituted, T> substituted, Function<Absent, T> absent);

    /** The mass, measured or substituted; empty if it is absent. */
    default Optional<Mass> mass() {
        return match(
                measured -> Optional.of(measured.kept()),
                substituted -> Optional.of(substituted.kept()),
                absent -> Optional.empty());
    }

    /**
     * Concentration times flow (HJ 75-2017 formula 8).
     *
     * @param kept the mass
     * @param concentration as measured, dry, not converted to reference oxygen
     * @param flow dry standard flow
     * @param basis what the flow was made of
     */
    record Measured(Mass kept, Concentration concentration, DryFlow flow, FlowBasis basis) implements HourEmission {
        @Override
        public <T> T match(
                Function<Measured, T> measured, Function<Substituted, T> substituted, Function<Absent, T> absent) {
            return measured.apply(this);
        }
    }

    /**
     * A value in the place of a lost hour, for totals alone (HJ 75-2017 tables 5 and 6). Says nothing about what was let out.
     *
     * @param kept the greatest mass of the window's hours
     * @param lostBecause why the hour has none of its own
     * @param row the row of the table that was applied
     * @param from the valid hours that it was looked for in
     * @param captureRate the capture rate of the quarter that chose the row
     */
    record Substituted(Mass kept, Reason lostBecause, SubstitutionRow row, ValidHours from, Fraction captureRate)
            implements HourEmission {
        @Override
        public <T> T match(
                Function<Measured, T> measured, Function<Substituted, T> substituted, Function<Absent, T> absent) {
            return substituted.apply(this);
        }
    }

    /**
     * There is none; never zero.
     *
     * @param why why the hour has no mass of its own
     * @param noSubstitute why nothing stands in its place
     * @param detail the flag, number, document or event concerned; may be empty text
     */
    record Absent(Reason why, NoSubstitute noSubstitute, String detail) implements HourEmission {

        /** An hour without a mass, before anything is put in its place. */
        public static Absent because(Reason why, String detail) {
            return new Absent(why, why.lost() ? NoSubstitute.NOT_ASKED : NoSubstitute.NOT_LOST, detail);
        }

        @Override
        public <T> T match(
                Function<Measured, T> measured, Function<Substituted, T> substituted, Function<Absent, T> absent) {
            return absent.apply(this);
        }
    }

    /**
     * The hours that a substitute was looked for in.
     *
     * @param first start of the oldest
     * @param last start of the newest
     * @param count how many there were; fewer than the row asks for where there are no more
     * @param greatest start of the hour with the greatest mass, the newest of several
     */
    record ValidHours(Instant first, Instant last, int count, Instant greatest) {}

    /** Why an hour has no mass of its own. Names are stored and never change. */
    enum Reason {
        /** It was due and has not come. */
        NOT_RECEIVED(true),
        /** The concentration's datum does not count: flag, or too few valid minutes. */
        CONCENTRATION_INVALID(true),
        /** There is no measured concentration as a number, or it is below zero. */
        CONCENTRATION_MISSING(true),
        /** The concentration is in a unit that no mass is made of. */
        UNIT_NOT_COMPARABLE(true),
        /** No flow was reported, nor what it could be made of. */
        FLOW_MISSING(true),
        /** The flow's datum, or one that it is made of, does not count. */
        FLOW_INVALID(true),
        /** Only velocity is reported, and no section of the duct is registered. */
        DUCT_NOT_REGISTERED(true),
        /** The product is no mass that an hour can have. */
        NOT_PLAUSIBLE(true),
        /** The instrument was out of control (失控), or the one of the flow. */
        OUT_OF_CONTROL(true),
        /** An equipment mark (自动监测设备标记) of the instrument or the flow takes more of it than an hour can lose. */
        MARKED_EQUIPMENT(true),
        /** A stop was accepted: nothing was to be measured. */
        STOPPED(false),
        /** The outlet was not registered, not connected, or the factor not on its list. */
        NOT_WATCHED(false),
        /** The hour has not ended, or its report may still come in time. */
        NOT_YET(false);

        private final boolean lost;

        Reason(boolean lost) {
            this.lost = lost;
        }

        /** Whether something was to be measured and was not: such an hour lowers the capture rate and may be substituted. */
        public boolean lost() {
            return lost;
        }
    }

    /** Why nothing stands in the place of an hour. Names are stored and never change. */
    enum NoSubstitute {
        /** Nothing was lost. */
        NOT_LOST,
        /** Nobody has asked yet: the hour as it was recorded. */
        NOT_ASKED,
        /** The factor is none for which the tables hold. */
        FACTOR_NOT_IN_TABLE,
        /** The capture rate is below every row of the table: an officer decides how the total is made. */
        CAPTURE_RATE_TOO_LOW,
        /** There is no valid hour before it. */
        NO_VALID_HOUR_BEFORE
    }
}
