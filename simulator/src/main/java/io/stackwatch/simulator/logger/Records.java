package io.stackwatch.simulator.logger;

import io.stackwatch.simulator.logger.Task.Circumstances;
import io.stackwatch.simulator.logger.Task.Execution;
import io.stackwatch.simulator.report.Command;
import io.stackwatch.simulator.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Data on demand: commands 2011 to 2062 (HJ 212-2017 C.11 to C.23).
 *
 * <p>2011 and 2021 answer with the value of the moment and go on by themselves until 2012 and 2022; the 9012 follows the
 * first value (inference). Records come oldest first with numbers of their own.
 */
final class Records {

    private static final String POWER = "44";
    private static final String CONDITIONS = "45";

    private Records() {}

    /** 2011; with ST=44 or 45 and a range of times, records of power figures or of production conditions (2025). */
    static Execution realtime(Request request, Circumstances at) {
        Habits habits = at.state().habits();
        Command command =
                switch (request.systemCode()) {
                    case POWER -> Command.POWER;
                    case CONDITIONS -> Command.CONDITIONS;
                    default -> Command.REALTIME;
                };
        if (command != Command.REALTIME && !request.values("BeginTime").isEmpty()) {
            return records(request, at, command, command == Command.POWER ? habits.power() : habits.conditions());
        }
        LoggerState on = command == Command.REALTIME ? at.state().withHabits(habits.withRealtimeOn(true)) : at.state();
        return at.told(on, List.of(new Answer.Tell(new Report(command, at.shown()), false)));
    }

    /** 2012. */
    static Execution stopRealtime(Request request, Circumstances at) {
        return at.done(at.state().withHabits(at.state().habits().withRealtimeOn(false)));
    }

    /** 2021. */
    static Execution facilities(Request request, Circumstances at) {
        LoggerState on = at.state().withHabits(at.state().habits().withFacilityOn(true));
        return at.told(on, List.of(new Answer.Tell(new Report(Command.FACILITY_STATE, at.shown()), false)));
    }

    /** 2022. */
    static Execution stopFacilities(Request request, Circumstances at) {
        return at.done(at.state().withHabits(at.state().habits().withFacilityOn(false)));
    }

    static Execution cycles(Request request, Circumstances at) {
        return records(request, at, Command.CYCLE, Duration.ZERO);
    }

    static Execution days(Request request, Circumstances at) {
        return records(request, at, Command.DAY, Duration.ZERO);
    }

    static Execution facilityTimes(Request request, Circumstances at) {
        return records(request, at, Command.FACILITY_TIME, Duration.ZERO);
    }

    static Execution minutes(Request request, Circumstances at) {
        return records(request, at, Command.MINUTE, at.state().habits().minute());
    }

    static Execution hours(Request request, Circumstances at) {
        return records(request, at, Command.HOUR, Duration.ZERO);
    }

    static Execution standardChecks(Request request, Circumstances at) {
        return records(request, at, Command.STANDARD_CHECK, Duration.ZERO);
    }

    private static Execution records(Request request, Circumstances at, Command command, Duration interval) {
        Optional<Instant> begin = request.value("BeginTime").flatMap(at.time()::parse);
        Optional<Instant> end = request.value("EndTime").flatMap(at.time()::parse);
        if (begin.isEmpty() || end.isEmpty() || begin.get().isAfter(end.get())) {
            return at.failed(Result.WRONG_CONDITIONS);
        }
        if (at.state().busy()) {
            return at.failed(Result.BUSY);
        }
        List<Report> found = at.state()
                .archive()
                .between(
                        command,
                        begin.get(),
                        end.get(),
                        interval,
                        at.shown(),
                        at.time().zone());
        if (found.isEmpty()) {
            return at.failed(Result.NO_DATA);
        }
        if (found.size() > Archive.MOST) {
            return at.failed(Result.WRONG_CONDITIONS);
        }
        List<Answer> content = new ArrayList<>(found.size());
        found.forEach(report -> content.add(new Answer.Tell(report, true)));
        return at.told(at.state().withBusy(true), content);
    }
}
