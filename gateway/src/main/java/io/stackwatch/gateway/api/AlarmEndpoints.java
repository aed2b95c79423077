package io.stackwatch.gateway.api;

import io.stackwatch.core.alarm.AlarmActing;
import io.stackwatch.core.alarm.AlarmEventKind;
import io.stackwatch.core.alarm.AlarmOrder;
import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.api.CityRecords.AlarmFilter;
import io.stackwatch.gateway.api.CityRecords.Place;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Alarms, and the way from an alarm back to the bytes of the wire. */
final class AlarmEndpoints {

    private static final int PAGE = 100;
    private static final int FRAMES = 20;

    private final ApiParts parts;
    private final Runnable changed;

    /**
     * @param changed called after an act on an alarm was stored
     */
    AlarmEndpoints(ApiParts parts, Runnable changed) {
        this.parts = parts;
        this.changed = changed;
    }

    Callable<?> alarms(Parameters parameters) {
        AlarmFilter filter = new AlarmFilter(
                parameters.query("state").map(AlarmFilter.State::valueOf),
                parameters.query("type"),
                parameters.query("outlet").map(OutletId::new),
                parameters.owned());
        Optional<Place> after = Places.place(parameters);
        int limit = parameters.number("limit", PAGE);
        return () -> Places.page(
                parts.records().alarms(filter, after, limit + 1),
                limit,
                alarm -> Places.of(alarm.raisedAt(), alarm.id()));
    }

    Callable<?> alarm(Parameters parameters) {
        String id = parameters.path("id");
        return () -> existing(id);
    }

    Callable<?> acknowledge(Parameters parameters) {
        return act(parameters, AlarmEventKind.ACKNOWLEDGED);
    }

    Callable<?> assign(Parameters parameters) {
        return act(parameters, AlarmEventKind.ASSIGNED);
    }

    Callable<?> shelve(Parameters parameters) {
        return act(parameters, AlarmEventKind.SHELVED);
    }

    Callable<?> unshelve(Parameters parameters) {
        return act(parameters, AlarmEventKind.UNSHELVED);
    }

    Callable<?> takeOut(Parameters parameters) {
        return act(parameters, AlarmEventKind.TAKEN_OUT_OF_SERVICE);
    }

    Callable<?> putBack(Parameters parameters) {
        return act(parameters, AlarmEventKind.RETURNED_TO_SERVICE);
    }

    Callable<?> notices(Parameters parameters) {
        String id = parameters.path("id");
        return () -> new MarkEndpoints.All<>(
                parts.records().told(id).orElseThrow(() -> new Refusal(Problem.notFound("alarm", id))));
    }

    private Callable<?> act(Parameters parameters, AlarmEventKind kind) {
        String id = parameters.path("id");
        JsonObject body = parameters.body();
        Optional<String> to = kind == AlarmEventKind.ASSIGNED ? Optional.of(filled(body, "to")) : Optional.empty();
        AlarmOrder order = new AlarmOrder(kind, filled(body, "who"), filled(body, "note"), until(body), to);
        return () -> {
            CityRecords.Acted outcome = parts.records()
                    .act(id, order, parts.clock().instant())
                    .orElseThrow(() -> new Refusal(Problem.notFound("alarm", id)));
            if (outcome.refused().isPresent()) {
                AlarmActing.Refused refused = outcome.refused().get();
                throw new Refusal(problem(id, refused).because(refused.why().name()));
            }
            changed.run();
            return existing(id).alarm();
        };
    }

    private static Optional<Instant> until(JsonObject body) {
        return Optional.ofNullable(body.getString("until")).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw new Refusal(Problem.badParameter(
                        "body field until",
                        "until is '" + text + "'",
                        "a moment with offset, such as 2026-11-24T08:00:00+08:00"));
            }
        });
    }

    private Problem problem(String id, AlarmActing.Refused refused) {
        return switch (refused.why()) {
            case END_MISSING, END_NOT_AHEAD, END_TOO_FAR ->
                Problem.badParameter(
                        "body field until", refused.why().name(), "a moment ahead, within the longest shelf");
            case NAME_MISSING, NOTE_MISSING, ASSIGNEE_MISSING ->
                Problem.badRequest(refused.why().name());
            case NOT_AN_OFFICER ->
                Problem.badParameter(
                        "body field who", refused.why().name(), "somebody who is registered as an officer");
            case ALREADY_ACKNOWLEDGED ->
                Problem.conflict("alarm '" + id + "' was acknowledged before"
                        + existing(id)
                                .alarm()
                                .acknowledgement()
                                .map(by -> " by " + by.who() + " at " + by.at())
                                .orElse(""));
            default ->
                Problem.conflict(
                        refused.event() + " in state " + refused.state() + " of alarm '" + id + "': " + refused.why());
        };
    }

    Callable<?> frames(Parameters parameters) {
        String id = parameters.path("id");
        long after = Places.read(parameters, Long::valueOf).orElse(0L);
        int limit = parameters.number("limit", FRAMES);
        return () -> {
            List<Long> sequences = existing(id).evidence().stream()
                    .map(EvidenceRef::sequence)
                    .filter(sequence -> sequence > after)
                    .sorted()
                    .distinct()
                    .limit(limit + 1L)
                    .toList();
            Page<Long> page = Places.page(sequences, limit, String::valueOf);
            List<FrameView> frames = new ArrayList<>();
            for (long sequence : page.items()) {
                read(sequence).ifPresent(frames::add);
            }
            return new Page<>(frames, page.next());
        };
    }

    Callable<?> frame(Parameters parameters) {
        long sequence = parameters.pathNumber("sequence");
        return () -> read(sequence).orElseThrow(() -> new Refusal(Problem.notFound("frame", String.valueOf(sequence))));
    }

    private Optional<FrameView> read(long sequence) {
        return FrameView.read(parts.journal(), sequence, parts.frames());
    }

    private AlarmView.History existing(String id) {
        return parts.records().alarm(id).orElseThrow(() -> new Refusal(Problem.notFound("alarm", id)));
    }

    private static String filled(JsonObject body, String name) {
        String text = body.getString(name).strip();
        if (text.isEmpty()) {
            throw new Refusal(Problem.badParameter("body field " + name, name + " is blank", "some text"));
        }
        return text;
    }
}
