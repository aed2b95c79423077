package io.stackwatch.gateway.relay.target;

import java.time.Duration;

/**
 * How a platform is sent to. Waiting is wall time; {@code realtimeWithin} and the rests of rounds are the gateway's time.
 *
 * @param answers whether frames that ask for an answer get one
 * @param timeout how long an answer may take (HJ 212-2017 Table 9, OverTime)
 * @param resends how often an unanswered frame is sent again at once (ReCount); then it goes behind
 * @param rounds how often a frame that went behind is taken up again before it is given up
 * @param rest how long it rests the first time; the rest doubles up to {@code longestRest}
 * @param longestRest the rest that is not exceeded
 * @param inFlight frames that may wait for their answer at once
 * @param backlogPause least time between two frames of the backlog (HJ 212-2025 8.1.2 wants new data first; 1 to 3 s)
 * @param realtimeWithin how old, counted from its arrival here, a frame may be and still count as realtime
 * @param reconnect pause before the second attempt to connect; it doubles up to {@code longestReconnect}
 * @param longestReconnect the pause that is not exceeded
 * @param lineEnd whether CR LF is put behind a frame; what the logger put there is not kept
 */
public record Delivery(
        Answers answers,
        Duration timeout,
        int resends,
        int rounds,
        Duration rest,
        Duration longestRest,
        int inFlight,
        Duration backlogPause,
        Duration realtimeWithin,
        Duration reconnect,
        Duration longestReconnect,
        boolean lineEnd) {

    private static final Delivery USUAL = new Delivery(
            Answers.BY_FLAG,
            Duration.ofSeconds(10),
            3,
            72,
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            100,
            Duration.ofSeconds(1),
            Duration.ofMinutes(10),
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            true);

    public Delivery {
        within("timeout", timeout, Duration.ofMillis(10), Duration.ofMinutes(10));
        within("rest", rest, Duration.ofSeconds(1), longestRest);
        within("longest-rest", longestRest, rest, Duration.ofDays(7));
        within("backlog-pause", backlogPause, Duration.ZERO, Duration.ofMinutes(10));
        within("realtime-within", realtimeWithin, Duration.ofSeconds(1), Duration.ofDays(1));
        within("reconnect", reconnect, Duration.ofMillis(10), longestReconnect);
        within("longest-reconnect", longestReconnect, reconnect, Duration.ofHours(1));
        within("resends", resends, 0, 99);
        within("rounds", rounds, 1, 10_000);
        within("in-flight", inFlight, 1, 5_000);
    }

    /** Whether a platform answers. */
    public enum Answers {
        /** It answers frames that ask; the others are delivered when they are written. */
        BY_FLAG,
        /** It never answers: a frame is delivered when it is written. */
        NEVER
    }

    /** 10 s and three resends as HJ 212 says, a second between two of the backlog, three days of trying. */
    public static Delivery usual() {
        return USUAL;
    }

    /** With another waiting time and number of resends. */
    public Delivery withPatience(Duration wait, int times) {
        return new Delivery(
                answers,
                wait,
                times,
                rounds,
                rest,
                longestRest,
                inFlight,
                backlogPause,
                realtimeWithin,
                reconnect,
                longestReconnect,
                lineEnd);
    }

    /** With another number of rounds and another first and longest rest. */
    public Delivery withRounds(int times, Duration first, Duration longest) {
        return new Delivery(
                answers,
                timeout,
                resends,
                times,
                first,
                longest,
                inFlight,
                backlogPause,
                realtimeWithin,
                reconnect,
                longestReconnect,
                lineEnd);
    }

    /** With another window and another pause of the backlog. */
    public Delivery withPace(int window, Duration pause) {
        return new Delivery(
                answers,
                timeout,
                resends,
                rounds,
                rest,
                longestRest,
                window,
                pause,
                realtimeWithin,
                reconnect,
                longestReconnect,
                lineEnd);
    }

    /** With other pauses between attempts to connect. */
    public Delivery withReconnect(Duration first, Duration longest) {
        return new Delivery(
                answers,
                timeout,
                resends,
                rounds,
                rest,
                longestRest,
                inFlight,
                backlogPause,
                realtimeWithin,
                first,
                longest,
                lineEnd);
    }

    /** How long a frame rests that has gone behind for the n-th time, n from 1. */
    public Duration restBefore(int round) {
        Duration doubled = rest.multipliedBy(1L << Math.min(Math.max(0, round - 1), 20));
        return doubled.compareTo(longestRest) > 0 ? longestRest : doubled;
    }

    private static void within(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + " is " + least + " to " + most + ", not " + value);
        }
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + least + " to " + most + ", not " + value);
        }
    }
}
