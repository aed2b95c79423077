package io.stackwatch.gateway.api;

import io.stackwatch.core.evidence.EvidenceRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An alarm as it stands now.
 *
 * @param subject what it is about
 * @param outlet the outlet; empty if it is about something larger
 * @param enterprise the enterprise; empty if it is about a division
 * @param region the division that it is about, or lies in
 * @param words what a rule said last, with its numbers; may be empty text
 * @param value of the last hour that exceeded, with the {@code limit} it was compared with, both in {@code unit}; empty for
 *     an alarm that is not about a value
 * @param state seen or not, active or cleared, and whether it asks for attention
 * @param assignment whose business it is, if anybody's
 * @param aside why it does not ask for attention, if it does not
 */
public record AlarmView(
        String id,
        String type,
        String level,
        Subject subject,
        Optional<Named> outlet,
        Optional<Named> enterprise,
        Named region,
        Named factor,
        Instant firstHour,
        Instant lastHour,
        Instant raisedAt,
        String words,
        Optional<String> value,
        Optional<String> limit,
        Optional<String> unit,
        Optional<String> ratio,
        Optional<Acknowledgement> acknowledgement,
        Optional<Instant> clearedAt,
        Optional<String> clearedWhy,
        String state,
        Optional<Assignment> assignment,
        Optional<Aside> aside) {

    /** What an alarm is about: OUTLET, ENTERPRISE or REGION, its id and its name. */
    public record Subject(String kind, String id, String name, Optional<String> nameEn) {

        static Subject of(String kind, Named named) {
            return new Subject(kind, named.id(), named.name(), named.nameEn());
        }
    }

    /** Who has seen it, when, and what they said. */
    public record Acknowledgement(String who, Instant at, String note) {}

    /** Whose business it is, who said so, when, and what they wrote. */
    public record Assignment(String to, String by, Instant at, String note) {}

    /** In which way it does not ask for attention, by whom, why, until when, and what explains it. */
    public record Aside(
            String attention, String by, Instant at, String why, Optional<Instant> until, Optional<String> cause) {}

    /** One thing that happened to an alarm; numbers grow over all alarms of the city. */
    public record Step(
            long number,
            String kind,
            Instant at,
            Optional<Instant> hour,
            String level,
            String detail,
            Optional<EvidenceRef> evidence) {}

    /** An alarm with everything that happened to it, oldest first, and all that it rests on, in order of the journal. */
    public record History(AlarmView alarm, List<Step> steps, List<EvidenceRef> evidence) {

        public History {
            steps = List.copyOf(steps);
            evidence = List.copyOf(evidence);
        }
    }

    /** A step and the alarm that it happened to, as it stands when the event is read. */
    public record Event(Step step, AlarmView alarm) {}
}
