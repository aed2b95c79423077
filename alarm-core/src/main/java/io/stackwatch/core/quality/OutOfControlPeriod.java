package io.stackwatch.core.quality;

import io.stackwatch.core.measurement.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time in which an instrument was out of control (失控时段): from the last check that passed until the next that
 * does (HJ 75-2017 part 12). A datum of it counts neither for judging nor for the capture rate.
 *
 * @param subject which series of checks
 * @param lastPassed the last passing check before; empty if none is known: then it begins with the failing one
 * @param failed the first check of it that was out of control
 * @param nextPassed the next passing check; empty while none is known: then it goes on
 */
public record OutOfControlPeriod(
        QaEvent.Subject subject, Optional<QaEvent> lastPassed, QaEvent failed, Optional<QaEvent> nextPassed) {

    /** First instant of it. */
    public Instant from() {
        return lastPassed.map(QaEvent::at).orElse(failed.at());
    }

    /** First instant behind it; empty while it goes on. */
    public Optional<Instant> until() {
        return nextPassed.map(QaEvent::at);
    }

    /** The check that decides it, in one line. */
    public String decidedBy() {
        return "check " + failed.number() + " of " + subject.factor();
    }

    /** How much of a window lies in it. */
    public Duration overlap(Window window) {
        Instant end = until().filter(window.end()::isAfter).orElse(window.end());
        return from().isBefore(end) ? new Window(from(), end).overlap(window) : Duration.ZERO;
    }
}
