package io.stackwatch.simulator.boiler;

import java.time.Instant;
import java.util.List;

/**
 * When there is a fire, and when it is banked.
 *
 * <p>Lighting begins with a purge in which only the fans run, and takes four hours; raising a banked fire takes three
 * quarters of an hour, running down two hours. Made up, and plausible for a grate of some ten tonnes of steam an hour.
 *
 * @param fires from lighting to the order to shut down
 * @param bankings within the fires
 */
public record FirePlan(List<Spell> fires, List<Spell> bankings) {

    static final double START_UP = 4 * 3_600;
    static final double PURGE = 900;
    static final double RAISING = 2_700;
    static final double BANKING = 900;
    static final double RUN_DOWN = 7_200;

    /** Share of the heat that a banked fire gives. */
    static final double EMBERS = 0.04;

    private static final double COOLING = 6 * 3_600;

    public FirePlan {
        fires = List.copyOf(fires);
        bankings = List.copyOf(bankings);
    }

    /** A fire that was lit long ago and burns on. */
    public static FirePlan always() {
        return new FirePlan(List.of(new Spell(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"))), List.of());
    }

    /** The fire at a second of the epoch. */
    Fire at(double second) {
        for (Spell fire : fires) {
            if (fire.since(second) >= 0 && fire.past(second) < RUN_DOWN) {
                return burning(fire, second);
            }
        }
        return Fire.OUT;
    }

    private Fire burning(Spell fire, double second) {
        double since = fire.since(second);
        double lit = smooth((since - PURGE) / (START_UP - PURGE));
        double held = heldAt(second);
        double down = 1 - share(fire.past(second) / RUN_DOWN);
        double heat = lit * held * smooth(down * 1.5);
        double air = Math.max(heat, since < START_UP || down < 1 ? 0.3 * Math.min(1, down * 10) : 0.2);
        double warmth = share(since / START_UP) * warmthAt(second) * (0.3 + 0.7 * down);
        return new Fire(state(fire, second, held), heat, Math.min(1, air), warmth);
    }

    private FireState state(Spell fire, double second, double held) {
        if (fire.past(second) >= 0) {
            return FireState.SHUT_DOWN;
        }
        if (bankings.stream().anyMatch(banking -> banking.covers(second))) {
            return FireState.BANKED;
        }
        return fire.since(second) < START_UP || held < 1 ? FireState.START_UP : FireState.RUNNING;
    }

    private double heldAt(double second) {
        double held = 1;
        for (Spell banking : bankings) {
            if (banking.covers(second)) {
                held = Math.min(held, Math.max(EMBERS, 1 - banking.since(second) / BANKING));
            } else if (banking.past(second) >= 0) {
                held = Math.min(held, EMBERS + (1 - EMBERS) * share(banking.past(second) / RAISING));
            }
        }
        return held;
    }

    /** A banked boiler cools by half in some hours, and is warm again when it is raised. */
    private double warmthAt(double second) {
        double warmth = 1;
        for (Spell banking : bankings) {
            double cold = 0.5 * share(banking.since(second) / COOLING);
            if (banking.covers(second)) {
                warmth = Math.min(warmth, 1 - cold);
            } else if (banking.past(second) >= 0) {
                double coldest = 0.5 * share(banking.seconds() / COOLING);
                warmth = Math.min(warmth, 1 - coldest * (1 - share(banking.past(second) / RAISING)));
            }
        }
        return warmth;
    }

    private static double smooth(double raw) {
        double share = share(raw);
        return share * share * (3 - 2 * share);
    }

    private static double share(double raw) {
        return Math.max(0, Math.min(1, raw));
    }
}
