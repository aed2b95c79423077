package io.stackwatch.gateway.relay;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.RelayFigures;
import io.stackwatch.gateway.records.RelayHour;
import io.stackwatch.gateway.records.RelayHours;
import io.stackwatch.gateway.records.RelayItem;
import io.stackwatch.gateway.records.RelayItems;
import io.stackwatch.gateway.records.RelayRefusal;
import io.stackwatch.gateway.records.RelayRefusals;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * What a turn of a relay brings to the ledger: gathered first, then written in one transaction together with the cursor's
 * place. Writing may be repeated until it succeeds.
 */
final class Turn {

    private final List<RelayItem> entered = new ArrayList<>();
    private final Map<Long, RelayItem> changed = new LinkedHashMap<>();
    private final Set<Long> done = new HashSet<>();
    private final Map<RelayHour.Key, RelayFigures> figures = new HashMap<>();
    private final Map<String, RelayRefusal> refusals = new HashMap<>();
    private final List<Consumer<Handle>> more = new ArrayList<>();
    private Optional<CursorPlace> place = Optional.empty();

    /** A frame that has to be sent. */
    void enter(RelayItem item) {
        entered.add(item);
        count(item, new RelayFigures(1, 0, 0, 0, 0, 0, 0));
    }

    /** What became of a frame. */
    void take(Outcome outcome) {
        RelayItem item = outcome.item();
        if (outcome.kind().isFinal()) {
            changed.remove(item.sequence());
            done.add(item.sequence());
        } else if (outcome.kind() != Outcome.Kind.RETURNED) {
            changed.put(item.sequence(), item);
        }
        count(item, figures(outcome));
        outcome.why().ifPresent(why -> refuse(item, why.name()));
    }

    /** The cursor has dealt with everything up to here. */
    void place(long position, Instant asOf) {
        place = Optional.of(new CursorPlace(position, asOf));
    }

    /** Something else that belongs to the same transaction. */
    void also(Consumer<Handle> work) {
        more.add(work);
    }

    boolean isEmpty() {
        return entered.isEmpty() && figures.isEmpty() && changed.isEmpty() && place.isEmpty() && more.isEmpty();
    }

    /** How many more frames are open behind it. */
    long growth() {
        return (long) entered.size() - done.size();
    }

    List<RelayItem> entered() {
        return entered;
    }

    void write(Handle handle, String target, String cursor, Instant at) {
        if (!entered.isEmpty()) {
            RelayItems.enter(handle, target, entered);
        }
        if (!changed.isEmpty()) {
            RelayItems.update(handle, target, at, changed.values());
        }
        if (!done.isEmpty()) {
            RelayItems.leave(handle, target, done);
        }
        if (!figures.isEmpty()) {
            RelayHours.add(handle, target, figures);
        }
        if (!refusals.isEmpty()) {
            RelayRefusals.count(handle, target, refusals.values());
        }
        more.forEach(work -> work.accept(handle));
        place.ifPresent(now -> now.save(handle, cursor));
    }

    /** The hour of arrival, by which frames are reconciled. */
    static RelayHour.Key hour(Mn station, Instant arrivedAt) {
        return new RelayHour.Key(station, arrivedAt.truncatedTo(ChronoUnit.HOURS));
    }

    private void count(RelayItem item, RelayFigures some) {
        if (!some.equals(RelayFigures.none())) {
            figures.merge(hour(item.station(), item.arrivedAt()), some, RelayFigures::plus);
        }
    }

    private void refuse(RelayItem item, String reason) {
        refusals.merge(
                item.station() + " " + reason,
                new RelayRefusal(item.station(), reason, 1, item.sequence(), item.sequence()),
                (all, one) -> new RelayRefusal(
                        all.station(), reason, all.times() + 1, all.firstSequence(), one.lastSequence()));
    }

    private static RelayFigures figures(Outcome outcome) {
        long first = outcome.first() ? 1 : 0;
        return switch (outcome.kind()) {
            case SENT -> new RelayFigures(0, 0, first, 0, 0, 0, 0);
            case RECEIPTED -> new RelayFigures(0, 0, 0, 1, 0, 0, 0);
            case WRITTEN -> new RelayFigures(0, 0, first, 0, 1, 0, 0);
            case REFUSED -> new RelayFigures(0, 0, 0, 0, 0, 1, 0);
            case GIVEN_UP -> new RelayFigures(0, 0, 0, 0, 0, 0, 1);
            case BEHIND, RETURNED -> RelayFigures.none();
        };
    }
}
