package io.stackwatch.simulator.logger;

import io.stackwatch.simulator.logger.LoggerState.Patience;
import io.stackwatch.simulator.logger.Task.Circumstances;
import io.stackwatch.simulator.logger.Task.Execution;
import io.stackwatch.simulator.report.Edition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Parameters of the logger: commands 1000 to 1072 (HJ 212-2017 C.1 to C.10). */
final class Parameters {

    private static final int LONGEST_REALTIME = 3600;
    private static final int SHORTEST_REALTIME = 30;
    private static final int SHORTEST_REALTIME_2005 = 1;
    private static final int LONGEST_REALTIME_2005 = 9999;
    private static final int LONGEST_OVER_TIME = 99;
    private static final int LONGEST_OVER_TIME_2005 = 99_999;
    private static final int MOST_RESENDS = 99;
    private static final int MINUTES_OF_HOUR = 60;
    private static final int LONGEST_MINUTE = 30;
    private static final int PASSWORD_LENGTH = 6;

    private Parameters() {}

    /** 1000: {@code OverTime} in seconds, {@code ReCount}. */
    static Execution patience(Request request, Circumstances at) {
        Optional<Integer> overTime = request.number("OverTime");
        Optional<Integer> reCount = request.number("ReCount");
        int longest = is2005(at) ? LONGEST_OVER_TIME_2005 : LONGEST_OVER_TIME;
        if (overTime.isEmpty()
                || reCount.isEmpty()
                || !isWithin(overTime.get(), 1, longest)
                || !isWithin(reCount.get(), 0, MOST_RESENDS)) {
            return at.failed(Result.WRONG_CONDITIONS);
        }
        return at.done(at.state().withPatience(new Patience(Duration.ofSeconds(overTime.get()), reCount.get())));
    }

    /** 1011: the logger's clock, or with {@code PolId} an analyser's. */
    static Execution clock(Request request, Circumstances at) {
        if (request.values("PolId").isEmpty()) {
            return at.said("SystemTime=" + at.time().second(at.shown()));
        }
        return FieldWork.subject(request, at)
                .map(subject -> {
                    Instant shown = at.shown().plus(at.state().instruments().clockOffset(subject));
                    return at.said(
                            "PolId=" + subject + ";SystemTime=" + at.time().second(shown));
                })
                .orElseGet(() -> at.failed(Result.WRONG_CONDITIONS));
    }

    /** 1012: sets the clock, of the logger or of an analyser. */
    static Execution setClock(Request request, Circumstances at) {
        Optional<Instant> to = request.value("SystemTime").flatMap(at.time()::parse);
        if (to.isEmpty()) {
            return at.failed(Result.WRONG_CONDITIONS);
        }
        if (request.values("PolId").isEmpty()) {
            LoggerState set = at.state().withClock(at.state().clock().set(to.get(), at.now()));
            return at.done(set.noting(to.get(), "", "时间校准"));
        }
        return FieldWork.subject(request, at)
                .map(subject -> {
                    Duration offset = Duration.between(at.shown(), to.get());
                    LoggerState set =
                            at.state().withInstruments(at.state().instruments().withClockOffset(subject, offset));
                    return at.done(set.noting(at.shown(), subject, "时间校准"));
                })
                .orElseGet(() -> at.failed(Result.WRONG_CONDITIONS));
    }

    /** 1061. */
    static Execution realtimeInterval(Request request, Circumstances at) {
        return at.said("RtdInterval=" + at.state().habits().realtime().toSeconds());
    }

    /** 1062: 30 to 3600 s since 2017. */
    static Execution setRealtimeInterval(Request request, Circumstances at) {
        int shortest = is2005(at) ? SHORTEST_REALTIME_2005 : SHORTEST_REALTIME;
        int longest = is2005(at) ? LONGEST_REALTIME_2005 : LONGEST_REALTIME;
        return request.number("RtdInterval")
                .filter(seconds -> isWithin(seconds, shortest, longest))
                .map(seconds ->
                        at.done(at.state().withHabits(at.state().habits().withRealtime(Duration.ofSeconds(seconds)))))
                .orElseGet(() -> at.failed(Result.WRONG_CONDITIONS));
    }

    /** 1063. */
    static Execution minuteInterval(Request request, Circumstances at) {
        return at.said("MinInterval=" + at.state().habits().minute().toMinutes());
    }

    /** 1064: a divisor of the hour, at most 30 minutes. */
    static Execution setMinuteInterval(Request request, Circumstances at) {
        return request.number("MinInterval")
                .filter(minutes -> isWithin(minutes, 1, LONGEST_MINUTE) && MINUTES_OF_HOUR % minutes == 0)
                .map(minutes ->
                        at.done(at.state().withHabits(at.state().habits().withMinute(Duration.ofMinutes(minutes)))))
                .orElseGet(() -> at.failed(Result.WRONG_CONDITIONS));
    }

    /** 1072: six characters; 2005 calls the new password {@code PW}, later editions {@code NewPW}. */
    static Execution setPassword(Request request, Circumstances at) {
        return request.value(is2005(at) ? "PW" : "NewPW")
                .filter(password -> password.length() == PASSWORD_LENGTH && password.matches("[!-~&&[^;,&=]]+"))
                .map(password -> at.done(at.state().withPassword(password)))
                .orElseGet(() -> at.failed(Result.WRONG_CONDITIONS));
    }

    private static boolean is2005(Circumstances at) {
        return at.state().identity().edition() == Edition.Y2005;
    }

    private static boolean isWithin(int value, int least, int most) {
        return value >= least && value <= most;
    }
}
