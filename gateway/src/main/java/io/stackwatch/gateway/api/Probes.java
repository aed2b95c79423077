package io.stackwatch.gateway.api;

import io.stackwatch.gateway.api.Health.Part;
import io.stackwatch.gateway.api.Health.Probe;
import io.stackwatch.gateway.api.Health.Status;
import io.stackwatch.gateway.history.HistoryCursor;
import io.stackwatch.gateway.history.HistoryState;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.Journal.CursorPosition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Questions to the parts that every gateway has. */
public final class Probes {

    private Probes() {}

    /**
     * Whether the journal can be read at its end, and how far its readers are behind.
     *
     * @param places how far the readers are now
     */
    public static Probe journal(Journal journal, Supplier<List<CursorPosition>> places, long lagToWorryAbout) {
        return new Probe("journal", () -> {
            long head = journal.head();
            if (head > 0 && journal.read(head).isEmpty()) {
                return new Part("journal", Status.DOWN, "the newest record cannot be read", Map.of("head", head));
            }
            Map<String, Number> figures = new LinkedHashMap<>();
            figures.put("head", head);
            figures.put("tail", journal.tail());
            StringBuilder late = new StringBuilder();
            for (CursorPosition cursor : places.get()) {
                long lag = Math.max(0, head - cursor.position());
                figures.put("lag." + cursor.name(), lag);
                if (lag > lagToWorryAbout) {
                    late.append(late.isEmpty() ? "behind: " : ", ").append(cursor.name());
                }
            }
            return new Part("journal", late.isEmpty() ? Status.UP : Status.DEGRADED, late.toString(), figures);
        });
    }

    /** Whether the history's store answers. The gateway works without it, so it is never worse than degraded. */
    public static Probe history(HistoryCursor cursor) {
        return new Probe("history", () -> {
            HistoryState state = cursor.state();
            return new Part(
                    "history",
                    state.condition() == HistoryState.Condition.UP ? Status.UP : Status.DEGRADED,
                    state.condition()
                            + state.problem().map(problem -> ": " + problem).orElse(""),
                    Map.of(
                            "position", state.position(),
                            "lag", state.lag(),
                            "written", state.written(),
                            "parked", state.parked()));
        });
    }

    /** Whether the records can be read. */
    public static Probe records(CityRecords records) {
        return new Probe("records", () -> new Part("records", Status.UP, "", Map.of("lastEvent", records.lastEvent())));
    }
}
