package io.stackwatch.gateway.api;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.api.CityRecords.AlarmFilter;
import io.stackwatch.gateway.api.CityRecords.Place;
import io.vertx.core.json.JsonObject;
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
     * @param changed called after an acknowledgement was stored
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
                parameters.query("region").map(RegionCode::new));
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
        String id = parameters.path("id");
        JsonObject body = parameters.body();
        String who = filled(body, "who");
        String note = filled(body, "note");
        return () -> {
            CityRecords.Acknowledged outcome =
                    parts.records().acknowledge(id, who, note, parts.clock().instant());
            return switch (outcome) {
                case DONE -> {
                    changed.run();
                    yield existing(id).alarm();
                }
                case NO_SUCH_ALARM -> throw new Refusal(Problem.notFound("alarm", id));
                case INCOMPLETE -> throw new Refusal(Problem.badRequest("a name and a note are needed"));
                case ALREADY_ACKNOWLEDGED ->
                    throw new Refusal(Problem.conflict("alarm '" + id
                            + "' was acknowledged before"
                            + existing(id)
                                    .alarm()
                                    .acknowledgement()
                                    .map(by -> " by " + by.who() + " at " + by.at())
                                    .orElse("")));
            };
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
