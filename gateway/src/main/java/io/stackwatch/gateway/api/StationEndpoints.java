package io.stackwatch.gateway.api;

import io.stackwatch.gateway.api.StationDesk.State;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.station.AdmissionOrder;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Stations, the quarantine, and the acts that decide about strangers. */
final class StationEndpoints {

    private static final int PAGE = 100;
    private static final int FRAMES = 20;

    private final ApiParts parts;

    StationEndpoints(ApiParts parts) {
        this.parts = parts;
    }

    Callable<?> stations(Parameters parameters) {
        Optional<String> after = Places.read(parameters, word -> word);
        int limit = parameters.number("limit", PAGE);
        return () -> Places.page(parts.stations().stations(after, limit + 1), limit, StationView::mn);
    }

    Callable<?> station(Parameters parameters) {
        String mn = parameters.path("mn");
        return () ->
                parts.stations().station(mn).orElseThrow(() -> new Refusal(Problem.notFound("registered station", mn)));
    }

    Callable<?> quarantine(Parameters parameters) {
        Optional<State> state = parameters.query("state").map(State::valueOf);
        Optional<Long> before = Places.read(parameters, Long::valueOf);
        int limit = parameters.number("limit", PAGE);
        return () -> Places.page(
                parts.stations().quarantine(state, before, limit + 1), limit, entry -> String.valueOf(entry.id()));
    }

    Callable<?> entry(Parameters parameters) {
        long id = parameters.pathNumber("entry");
        return () -> {
            QuarantineView entry = existing(id);
            return new QuarantineView.File(
                    entry, parts.journal().read(entry.lastSequence()).map(this::shown));
        };
    }

    Callable<?> frames(Parameters parameters) {
        long id = parameters.pathNumber("entry");
        long after = Places.read(parameters, Long::valueOf).orElse(0L);
        int limit = parameters.number("limit", FRAMES);
        return () -> {
            existing(id);
            Page<JournalRecord> page = Places.page(
                    parts.stations().frames(id, after, limit + 1), limit, frame -> String.valueOf(frame.sequence()));
            return new Page<>(page.items().stream().map(this::shown).toList(), page.next());
        };
    }

    Callable<?> admit(Parameters parameters) {
        long id = parameters.pathNumber("entry");
        AdmissionOrder order = named(() -> AdmissionBody.order(parameters.body()));
        return () -> named(() -> parts.stations().admit(id, order))
                .match(
                        done -> existing(id),
                        refused -> {
                            throw new Refusal(AdmissionBody.problem(refused.errors()));
                        },
                        before -> {
                            throw new Refusal(
                                    Problem.conflict("entry " + id + " was decided before: " + before.state()));
                        },
                        () -> {
                            throw new Refusal(Problem.notFound("entry of the quarantine", String.valueOf(id)));
                        });
    }

    Callable<?> dismiss(Parameters parameters) {
        long id = parameters.pathNumber("entry");
        JsonObject body = parameters.body();
        return () -> {
            State before = named(() -> parts.stations().dismiss(id, body.getString("by"), body.getString("reason")))
                    .orElseThrow(() -> new Refusal(Problem.notFound("entry of the quarantine", String.valueOf(id))));
            if (before != State.OPEN) {
                throw new Refusal(Problem.conflict("entry " + id + " was decided before: " + before));
            }
            return existing(id);
        };
    }

    Callable<?> dismissHost(Parameters parameters) {
        String host = parameters.path("host");
        JsonObject body = parameters.body();
        return () -> named(() -> parts.stations().dismissHost(host, body.getString("by"), body.getString("reason")))
                .orElseThrow(() -> new Refusal(Problem.notFound("open entry of the host", host)));
    }

    /** Who and why are checked where the act is made; what is wrong with them is the caller's to mend. */
    private static <T> T named(Supplier<T> call) {
        try {
            return call.get();
        } catch (IllegalArgumentException incomplete) {
            throw new Refusal(Problem.badRequest(String.valueOf(incomplete.getMessage())));
        }
    }

    private QuarantineView existing(long id) {
        return parts.stations()
                .entry(id)
                .orElseThrow(() -> new Refusal(Problem.notFound("entry of the quarantine", String.valueOf(id))));
    }

    private FrameView shown(JournalRecord record) {
        Journal journal = parts.journal();
        Optional<JournalRecord> before = record.sequence() > 1 ? journal.read(record.sequence() - 1) : Optional.empty();
        return FrameView.of(record, before, parts.frames());
    }
}
