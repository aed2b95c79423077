package io.stackwatch.core.marking;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.marking.StopFinding.Consistent;
import io.stackwatch.core.marking.StopFinding.Contradicted;
import io.stackwatch.core.marking.StopFinding.Contradiction;
import io.stackwatch.core.marking.StopFinding.NotCheckable;
import io.stackwatch.core.marking.StopFinding.Reason;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds a mark that says the outlet is stopped against flow, temperature, oxygen and load of its hours (falsification
 * indicator F08). Only hours that lie wholly inside the stop are looked at. One figure that contradicts is enough; agreement
 * needs a figure in every hour. Immutable.
 */
public final class StopCheck {

    private static final Duration HOUR = Duration.ofHours(1);

    private final StopBounds bounds;
    private final RuleParameters parameters;

    public StopCheck(StopBounds bounds, RuleParameters parameters) {
        this.bounds = bounds;
        this.parameters = parameters;
    }

    /** The rows that figures are held against. */
    public StopBounds bounds() {
        return bounds;
    }

    /** From when on a stop can be checked: its last hour is over, and so is the grace for what comes late. */
    public Instant checkableFrom(Window stop) {
        Instant last = stop.end().minusNanos(1);
        return Window.hourContaining(last, LegalTime.ZONE)
                .end()
                .plus(parameters.duration("receipt.grace", stop.start()));
    }

    /**
     * Checks a stop as far as its figures are known; figures of other hours are passed over.
     *
     * @param figures hourly figures of the outlet; those that the data mark sets aside are left out
     */
    public StopFinding check(Window stop, Collection<StopFigure> figures, Instant now) {
        List<Contradiction> contradictions = new ArrayList<>();
        Set<Instant> spoken = new HashSet<>();
        for (StopFigure figure : figures) {
            if (inside(figure.hour().window(), stop)) {
                bounds.of(figure).ifPresent(bound -> {
                    spoken.add(figure.hour().start());
                    if (bound.contradictedBy(figure)) {
                        contradictions.add(contradiction(figure, bound));
                    }
                });
            }
        }
        if (!contradictions.isEmpty()) {
            contradictions.sort((a, b) -> a.hour().equals(b.hour())
                    ? a.factor().compareTo(b.factor())
                    : a.hour().compareTo(b.hour()));
            return new Contradicted(contradictions);
        }
        if (now.isBefore(checkableFrom(stop))) {
            return new NotCheckable(Reason.NOT_OVER, "checked from " + checkableFrom(stop));
        }
        return silent(stop, spoken);
    }

    private static StopFinding silent(Window stop, Set<Instant> spoken) {
        List<Instant> hours = wholeHours(stop);
        if (hours.isEmpty()) {
            return new NotCheckable(Reason.NO_WHOLE_HOUR, stop.start() + " to " + stop.end());
        }
        List<Instant> mute =
                hours.stream().filter(hour -> !spoken.contains(hour)).toList();
        return mute.isEmpty()
                ? new Consistent(hours.size())
                : new NotCheckable(
                        Reason.NO_FIGURES, mute.size() + " of " + hours.size() + " hours, the first " + mute.get(0));
    }

    /** The clock hours that lie wholly inside. */
    private static List<Instant> wholeHours(Window stop) {
        List<Instant> hours = new ArrayList<>();
        Window hour = Window.hourContaining(stop.start(), LegalTime.ZONE);
        Instant start = hour.start().equals(stop.start()) ? hour.start() : hour.end();
        while (!start.plus(HOUR).isAfter(stop.end())) {
            hours.add(start);
            start = start.plus(HOUR);
        }
        return hours;
    }

    private static boolean inside(Window hour, Window stop) {
        return !hour.start().isBefore(stop.start()) && !hour.end().isAfter(stop.end());
    }

    private static Contradiction contradiction(StopFigure figure, StopBound bound) {
        return new Contradiction(
                figure.hour().factor(),
                figure.hour().start(),
                figure.value(),
                bound.relation(),
                bound.in(figure),
                figure.unit());
    }
}
