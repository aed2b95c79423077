package io.stackwatch.core.deadline;

import io.stackwatch.core.registry.Verification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last day of a period with the way to it.
 *
 * @param period which period
 * @param event the day on which it began; not counted itself
 * @param firstDay day 1
 * @param last the last day on which the act is in time
 * @param warnOn the day on which its owner is reminded, not before the event
 * @param passedOver the days that were not counted, in order, with why
 * @param workedRestDays Saturdays and Sundays that were counted as working days
 * @param movedFrom the last day before it moved on from a rest day, if it did
 * @param bases what it rests on
 */
public record PeriodCalculation(
        Period period,
        LocalDate event,
        LocalDate firstDay,
        LocalDate last,
        LocalDate warnOn,
        List<PassedOver> passedOver,
        List<CalendarDay> workedRestDays,
        Optional<LocalDate> movedFrom,
        List<Basis> bases) {

    /** What a basis begins with that is the calendar of a year; the year follows. */
    static final String CALENDAR = "calendar ";

    /** Between a mark and what it is about, in a line. */
    private static final String DOUBT = ": ";

    /**
     * A day that was not counted.
     *
     * @param day which
     * @param why {@code WEEKEND}, {@code HOLIDAY} or a cause of tolling
     * @param name of the holiday, may be empty text
     */
    public record PassedOver(LocalDate day, String why, String name) {
        private boolean continues(PassedOver before) {
            return before.day.plusDays(1).equals(day) && before.why.equals(why) && before.name.equals(name);
        }
    }

    /**
     * Something that the calculation rests on.
     *
     * @param what such as {@code calendar 2026}
     * @param mark how far it has been checked
     */
    public record Basis(String what, Verification mark) {

        /** Whether it is which days of a year are worked on. */
        public boolean isCalendar() {
            return what.startsWith(CALENDAR);
        }
    }

    public PeriodCalculation {
        passedOver = List.copyOf(passedOver);
        workedRestDays = List.copyOf(workedRestDays);
        bases = List.copyOf(bases);
    }

    /** How far it has been checked: as far as the weakest of what it rests on. */
    public Verification mark() {
        return Verification.weakest(bases.stream().map(Basis::mark).toList());
    }

    /** The calculation for people, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(period.chinese() + ": " + period.length() + " " + period.unit() + " after " + event + " ("
                + period.source() + ")");
        lines.add("day 1 is " + firstDay);
        List<PassedOver> run = new ArrayList<>();
        for (PassedOver day : passedOver) {
            if (!run.isEmpty() && !day.continues(run.get(run.size() - 1))) {
                lines.add(line(run));
                run.clear();
            }
            run.add(day);
        }
        if (!run.isEmpty()) {
            lines.add(line(run));
        }
        workedRestDays.forEach(day -> lines.add("counted although a weekend: " + day.date() + " " + day.name()));
        movedFrom.ifPresent(day -> lines.add("the last day " + day + " is no working day and moves on"));
        lines.add("last day " + last);
        doubts().forEach(basis -> lines.add(basis.mark() + DOUBT + basis.what()));
        return List.copyOf(lines);
    }

    /** What it rests on and is not verified, such as the calendar of a year whose holidays were not announced. */
    public List<Basis> doubts() {
        return bases.stream()
                .filter(basis -> basis.mark() != Verification.VERIFIED)
                .toList();
    }

    /** The doubts of a calculation of which only the lines were kept. */
    public static List<Basis> doubts(List<String> lines) {
        List<Basis> doubts = new ArrayList<>();
        for (String line : lines) {
            for (Verification mark : Verification.values()) {
                String start = mark + DOUBT;
                if (mark != Verification.VERIFIED && line.startsWith(start)) {
                    doubts.add(new Basis(line.substring(start.length()), mark));
                }
            }
        }
        return List.copyOf(doubts);
    }

    private static String line(List<PassedOver> run) {
        PassedOver first = run.get(0);
        String name = first.name().isEmpty() ? "" : " " + first.name();
        String until = run.size() == 1 ? "" : " to " + run.get(run.size() - 1).day();
        return "not counted: " + first.day() + until + " " + first.why() + name;
    }
}
