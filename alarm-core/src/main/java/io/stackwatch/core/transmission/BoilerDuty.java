package io.stackwatch.core.transmission;

import io.stackwatch.core.registry.Boiler;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whether a boiler must be on line, and whether it is: items 9 and 10 of the action plan of 2017. Coal boilers from a threshold on
 * may stay, must reach ultra-low emission and be on line; those below it must go.
 */
public final class BoilerDuty {

    private BoilerDuty() {}

    /**
     * The answer for one boiler, with its reasons.
     *
     * @param threshold rated evaporation from which a kept coal boiler must be on line, t/h; empty while no such duty is in force
     * @param line how far the boiler has come
     */
    public static Answer of(Boiler boiler, Optional<BigDecimal> threshold, Line line) {
        return new Answer(duty(boiler, threshold), line);
    }

    private static Duty duty(Boiler boiler, Optional<BigDecimal> threshold) {
        if (!boiler.fuel().isCoal()) {
            return boiler.fate() == Boiler.Fate.REPLACED ? Duty.REPLACED : Duty.NOT_COAL;
        }
        if (boiler.fate() == Boiler.Fate.REMOVED
                && boiler.history().removalEvidence().isPresent()) {
            return Duty.REMOVED;
        }
        if (threshold.isEmpty()) {
            return Duty.NOT_IN_FORCE;
        }
        if (boiler.steamTonsPerHour().compareTo(threshold.get()) < 0) {
            return Duty.BELOW_THRESHOLD;
        }
        return boiler.fate() == Boiler.Fate.REMOVED ? Duty.REMOVAL_NOT_PROVED : Duty.KEPT;
    }

    /** Why a boiler must be on line, or need not. */
    public enum Duty {
        /** A coal boiler of the threshold or more that is kept: it must. */
        KEPT(true),
        /** Said to be removed, and nothing proves that it cannot work again: as if it were kept. */
        REMOVAL_NOT_PROVED(true),
        /** Removed, and that is proved. */
        REMOVED(false),
        /** Turned to another fuel. */
        REPLACED(false),
        /** Never burnt coal. */
        NOT_COAL(false),
        /** Too small to be kept: it must be removed, not be on line. */
        BELOW_THRESHOLD(false),
        /** No such duty is in force. */
        NOT_IN_FORCE(false);

        private final boolean binding;

        Duty(boolean binding) {
            this.binding = binding;
        }
    }

    /** How far a boiler has come to be on line. */
    public enum Line {
        /** Something reports for its outlet, and has delivered. */
        ON_LINE,
        /** Something is registered to report for its outlet, and has never delivered. */
        NEVER_DELIVERED,
        /** Nothing is registered to report for its outlet. */
        NOT_CONNECTED,
        /** The list names no outlet. */
        NO_OUTLET
    }

    /** What is to be said of a boiler. */
    public record Answer(Duty duty, Line line) {

        /** Whether it must be on line. */
        public boolean mustBeOnline() {
            return duty.binding;
        }

        /** Whether it is. */
        public boolean online() {
            return line == Line.ON_LINE;
        }

        /** Whether it must be on line and is not. */
        public boolean lacking() {
            return mustBeOnline() && !online();
        }
    }
}
