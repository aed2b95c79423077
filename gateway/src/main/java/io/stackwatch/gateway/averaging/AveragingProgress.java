package io.stackwatch.gateway.averaging;

import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.MadeFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * How far the averaging cursor is, and what it has done since the start.
 *
 * @param position the last journal record that it has taken; 0 for none
 * @param takenUntil the arrival of that record; empty if there is none
 * @param minutes frames of minutes that were made
 * @param hours frames of hours that were made
 * @param refused batches that could not be read; they stay in the journal
 */
public record AveragingProgress(long position, Optional<Instant> takenUntil, long minutes, long hours, long refused) {

    /** Records of a journal with this head that it has not taken. */
    public long behind(long head) {
        return Math.max(0, head - position);
    }

    /** How old what it has taken is while records wait, zero while none does; empty if records wait and it has taken none. */
    public Optional<Duration> age(long head, Instant now) {
        if (behind(head) == 0) {
            return Optional.of(Duration.ZERO);
        }
        return takenUntil.map(until -> now.isAfter(until) ? Duration.between(until, now) : Duration.ZERO);
    }

    /** At a place, with nothing done yet. */
    static AveragingProgress at(CursorPlace place) {
        return new AveragingProgress(place.position(), takenUntil(place), 0, 0, 0);
    }

    /** The same at another place. */
    AveragingProgress moved(CursorPlace place) {
        return new AveragingProgress(place.position(), takenUntil(place), minutes, hours, refused);
    }

    /** The same with these frames made. */
    AveragingProgress made(Collection<MadeFrame> frames) {
        long more = frames.stream()
                .filter(frame -> frame.command() == Contents.MINUTES)
                .count();
        return new AveragingProgress(position, takenUntil, minutes + more, hours + frames.size() - more, refused);
    }

    /** The same with one more batch that cannot be read. */
    AveragingProgress oneRefused() {
        return new AveragingProgress(position, takenUntil, minutes, hours, refused + 1);
    }

    private static Optional<Instant> takenUntil(CursorPlace place) {
        return Optional.of(place.asOf()).filter(until -> place.position() > 0);
    }
}
