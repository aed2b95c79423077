package io.stackwatch.core.deadline;

import io.stackwatch.core.deadline.PeriodCalculation.Basis;
import io.stackwatch.core.deadline.PeriodCalculation.PassedOver;
import io.stackwatch.core.registry.Verification;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts periods day by day: the day after the event is day 1, days that are not counted are passed over, and a last day on a
 * rest day moves on (decision record 0032). A period that needs a day of a year whose holidays are not known is not counted.
 * Pure; safe to share.
 */
public final class PeriodCount {

    private final WorkingDays days;
    private final CountingRules rules;

    public PeriodCount(WorkingDays days, CountingRules rules) {
        this.days = days;
        this.rules = rules;
    }

    /** With the calendar and the rules that come with the program. */
    public static PeriodCount load() {
        return new PeriodCount(WorkingDays.load(), CountingRules.load());
    }

    /** The calendar that it counts by. */
    public WorkingDays days() {
        return days;
    }

    /**
     * When a period ends that began on a day.
     *
     * @param event the day of the event, such as of service
     * @param tollings what went on meanwhile; causes that do not toll this period are left out
     */
    public PeriodEnd end(Period period, LocalDate event, List<Tolling> tollings) {
        CountingRules.Rule firstDay = rules.at(CountingRules.Subject.FIRST_DAY, event);
        LocalDate dayZero = event.plusDays(Integer.parseInt(firstDay.value()) - 1L);
        List<Tolling> applicable = tollings.stream()
                .filter(tolling -> period.tolledBy().contains(tolling.cause()))
                .toList();
        Walk walk = new Walk(period, dayZero, applicable);
        Optional<Tolling> halt = walk.toTheEnd();
        if (halt.isPresent()) {
            return new PeriodEnd.Halted(period, event, halt.get());
        }
        Optional<LocalDate> movedFrom = walk.moveOn();
        if (walk.unknown) {
            return new PeriodEnd.NotCounted(period, event, days.unknown(walk.day));
        }
        return new PeriodEnd.Ends(calculation(walk, event, firstDay, movedFrom));
    }

    private PeriodCalculation calculation(
            Walk walk, LocalDate event, CountingRules.Rule firstDay, Optional<LocalDate> movedFrom) {
        Period period = walk.period;
        List<Basis> bases = new ArrayList<>();
        bases.add(new Basis("period " + period.id(), period.mark()));
        bases.add(new Basis("first day: " + firstDay.source(), firstDay.mark()));
        if (movedFrom.isPresent()) {
            CountingRules.Rule restDay = rules.at(CountingRules.Subject.REST_DAY, event);
            bases.add(new Basis("rest day: " + restDay.source(), restDay.mark()));
        }
        if (walk.tolled) {
            bases.add(new Basis("days not counted of " + period.id(), period.tollingMark()));
        }
        LocalDate warnOn = walk.day.minusDays(period.warnBefore());
        if (period.unit() == Period.Unit.WORKING_DAYS || period.movesOn()) {
            int first = period.unit() == Period.Unit.WORKING_DAYS ? walk.firstDay.getYear() : walk.day.getYear();
            for (int year = first; year <= walk.day.getYear(); year++) {
                bases.add(new Basis(
                        PeriodCalculation.CALENDAR + year, days.years().getOrDefault(year, Verification.UNVERIFIED)));
            }
        }
        return new PeriodCalculation(
                period,
                event,
                walk.firstDay,
                walk.day,
                warnOn.isBefore(event) ? event : warnOn,
                walk.passedOver,
                walk.workedRestDays,
                movedFrom,
                bases);
    }

    /** One way from day 0 to the last day; lives for one count. */
    private final class Walk {

        private final Period period;
        private final List<Tolling> tollings;
        private final LocalDate firstDay;
        private final long length;
        private final List<PassedOver> passedOver = new ArrayList<>();
        private final List<CalendarDay> workedRestDays = new ArrayList<>();
        private LocalDate day;
        private boolean tolled;
        private boolean unknown;

        Walk(Period period, LocalDate dayZero, List<Tolling> tollings) {
            this.period = period;
            this.tollings = tollings;
            this.day = dayZero;
            this.firstDay = dayZero.plusDays(1);
            this.length = period.unit() == Period.Unit.MONTHS
                    ? ChronoUnit.DAYS.between(dayZero, dayZero.plusMonths(period.length()))
                    : period.length();
        }

        /** Goes to the last day; what stops it for an unknown time, if something does. */
        Optional<Tolling> toTheEnd() {
            if (tollings.isEmpty() && period.unit() != Period.Unit.WORKING_DAYS) {
                day = day.plusDays(length);
                return Optional.empty();
            }
            for (long counted = 0; counted < length && !unknown; ) {
                day = day.plusDays(1);
                Optional<Tolling> tolling = tolling();
                if (tolling.isPresent() && tolling.get().last().isEmpty()) {
                    return tolling;
                }
                if (tolling.isEmpty() && counts()) {
                    counted++;
                }
            }
            return Optional.empty();
        }

        private Optional<Tolling> tolling() {
            Optional<Tolling> found =
                    tollings.stream().filter(tolling -> tolling.covers(day)).findFirst();
            found.ifPresent(tolling -> {
                passedOver.add(new PassedOver(day, tolling.cause().name(), ""));
                tolled = true;
            });
            return found;
        }

        private boolean counts() {
            if (period.unit() != Period.Unit.WORKING_DAYS) {
                return true;
            }
            if (!days.knows(day)) {
                unknown = true;
                return false;
            }
            CalendarDay found = days.day(day);
            if (!found.working()) {
                passedOver.add(new PassedOver(day, found.kind().name(), found.name()));
            } else if (found.kind() == CalendarDay.Kind.MAKE_UP_WORKDAY) {
                workedRestDays.add(found);
            }
            return found.working();
        }

        /** Moves on to a working day; the day before that, if it moved. */
        Optional<LocalDate> moveOn() {
            LocalDate before = day;
            while (period.movesOn() && !unknown) {
                if (!days.knows(day)) {
                    unknown = true;
                    break;
                }
                CalendarDay rest = days.day(day);
                if (rest.working()) {
                    break;
                }
                passedOver.add(new PassedOver(day, rest.kind().name(), rest.name()));
                day = day.plusDays(1);
            }
            return before.equals(day) ? Optional.empty() : Optional.of(before);
        }
    }
}
