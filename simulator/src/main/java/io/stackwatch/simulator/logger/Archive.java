package io.stackwatch.simulator.logger;

import io.stackwatch.simulator.report.Command;
import io.stackwatch.simulator.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a logger has on record, to be asked for with BeginTime and EndTime.
 *
 * <p>The figures themselves come from the recorder, which gives the same ones whenever it is asked; here is only which
 * spans there are: those that are over and not too old, without those that were lost. Immutable.
 *
 * @param keeps how far back
 * @param holes what was lost, oldest first; the oldest are forgotten
 */
public record Archive(Retention keeps, List<Hole> holes) {

    /** More than this is not given out at once. */
    static final int MOST = 2_000;

    private static final int HOLES = 1_000;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration CHECKED_AT = Duration.ofHours(2);

    public Archive {
        holes = List.copyOf(holes);
    }

    /** A record without holes. */
    public static Archive keeping(Retention keeps) {
        return new Archive(keeps, List.of());
    }

    /** Without this span: it was neither sent nor kept. */
    public Archive losing(Report report, Duration length) {
        Instant end = report.dataTime().plus(length);
        List<Hole> more = new ArrayList<>(holes);
        for (int i = 0; i < more.size(); i++) {
            Hole hole = more.get(i);
            if (hole.command() == report.command() && hole.to().equals(report.dataTime())) {
                more.set(i, new Hole(hole.command(), hole.from(), end));
                return new Archive(keeps, more);
            }
        }
        more.add(new Hole(report.command(), report.dataTime(), end));
        return new Archive(keeps, more.size() > HOLES ? more.subList(more.size() - HOLES, more.size()) : more);
    }

    /**
     * The records whose DataTime lies from an instant to another, both included (HJ 212-2017 C.20 to C.23).
     *
     * @param interval of what is recorded at intervals: minutes, power, conditions; zero for a logger without them
     * @param now on the logger's clock
     * @return oldest first; one more than {@link #MOST} if there are more
     */
    List<Report> between(Command command, Instant begin, Instant end, Duration interval, Instant now, ZoneId zone) {
        Instant oldest = now.minus(keeps.of(command));
        Instant at = first(command, begin.isAfter(oldest) ? begin : oldest, interval, zone);
        List<Report> found = new ArrayList<>();
        while (!at.isAfter(end) && isOver(command, at, interval, now, zone) && found.size() <= MOST) {
            Report report = new Report(command, at);
            if (holes.stream().noneMatch(hole -> hole.covers(report))) {
                found.add(report);
            }
            at = next(command, at, interval, zone);
        }
        return found;
    }

    private static Instant first(Command command, Instant from, Duration interval, ZoneId zone) {
        Instant grid =
                switch (command) {
                    case HOUR, CYCLE -> floor(from, HOUR);
                    case DAY, FACILITY_TIME, RESTART -> midnight(from, zone);
                    case STANDARD_CHECK -> midnight(from, zone).plus(CHECKED_AT);
                    case MINUTE, POWER, CONDITIONS, REALTIME, FACILITY_STATE ->
                        interval.isZero() ? Instant.MAX : floor(from, interval);
                };
        return grid.isBefore(from) ? next(command, grid, interval, zone) : grid;
    }

    private static Instant next(Command command, Instant at, Duration interval, ZoneId zone) {
        return switch (command) {
            case HOUR, CYCLE -> at.plus(HOUR);
            case DAY, FACILITY_TIME, STANDARD_CHECK, RESTART ->
                at.atZone(zone).plusDays(1).toInstant();
            case MINUTE, POWER, CONDITIONS, REALTIME, FACILITY_STATE -> at.plus(interval);
        };
    }

    private static boolean isOver(Command command, Instant at, Duration interval, Instant now, ZoneId zone) {
        boolean moment = command.isOfAMoment() || command == Command.STANDARD_CHECK;
        return at.isBefore(Instant.MAX) && !(moment ? at : next(command, at, interval, zone)).isAfter(now);
    }

    private static Instant floor(Instant at, Duration step) {
        return Instant.ofEpochSecond(at.getEpochSecond() - Math.floorMod(at.getEpochSecond(), step.toSeconds()));
    }

    private static Instant midnight(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    /** A stretch whose records of one kind are lost. */
    public record Hole(Command command, Instant from, Instant to) {
        boolean covers(Report report) {
            return report.command() == command
                    && !report.dataTime().isBefore(from)
                    && report.dataTime().isBefore(to);
        }
    }
}
