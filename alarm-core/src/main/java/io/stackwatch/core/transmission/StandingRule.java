package io.stackwatch.core.transmission;

import io.stackwatch.core.measurement.Validity;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.transmission.Circumstance.Kind;
import io.stackwatch.core.transmission.Standing.Missing;
import io.stackwatch.core.transmission.Standing.NotDue;
import io.stackwatch.core.transmission.Standing.NotValid;
import io.stackwatch.core.transmission.Standing.Valid;
import io.stackwatch.core.transmission.StandingAnswer.Note;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How an hour of a factor counts: the decision table 1.3 of the regulation as one pure function. The questions are asked in
 * this order, and the first that applies decides:
 *
 * <ol>
 *   <li>outside of the duty (not registered, not connected, not assessed): not due;
 *   <li>accepted stop: not due, whatever arrives;
 *   <li>received by the cut-off and valid (usable flag, 45 minutes, no equipment mark, in control, a figure within the range):
 *       valid, also under an exemption or a standard check, which excuse and never take away;
 *   <li>exemption: not due;
 *   <li>standard check of a factor that makes them: not due;
 *   <li>not received: not due if this system itself was down while the report should have come, else missing;
 *   <li>received: not valid, by the first of {@link Standing.Reason} that applies.
 * </ol>
 *
 * <p>Immutable and safe to share.
 */
public final class StandingRule {

    private final CountTerms terms;

    public StandingRule(CountTerms terms) {
        this.terms = terms;
    }

    /** How the hour stands by what was there at the cut-off. */
    public StandingAnswer answer(HourQuestion question, Cutoff cutoff) {
        Optional<ReceivedHour> received = question.versions().stream()
                .filter(version -> !version.arrivedAt().isAfter(cutoff.received()))
                .max(ReceivedHour.BY_ARRIVAL);
        List<Note> notes = new ArrayList<>(2);
        Standing standing = standing(question, cutoff, received, notes);
        notes.sort(Comparator.comparing(Note::kind).thenComparing(Note::id));
        return new StandingAnswer(standing, received.map(ReceivedHour::version).orElse(0), notes);
    }

    private Standing standing(HourQuestion question, Cutoff cutoff, Optional<ReceivedHour> received, List<Note> notes) {
        Optional<NotDue> registered = question.due()
                .match(yes -> Optional.empty(), no -> Optional.of(new NotDue(no.reason(), no.document())));
        if (registered.isPresent() && registered.get().reason() != Due.Reason.EXEMPT) {
            noteDataUnder(registered.get(), question, notes);
            return registered.get();
        }
        Optional<Circumstance> stop = first(question, cutoff, Kind.STOP);
        if (stop.isPresent()) {
            NotDue stopped = new NotDue(Due.Reason.STOPPED, stop.get().id());
            noteDataUnder(stopped, question, notes);
            return stopped;
        }
        first(question, cutoff, Kind.STOP_PENDING)
                .ifPresent(pending -> notes.add(new Note(Note.Kind.STOP_PENDING, pending.id())));
        Standing byItself = byItself(question, cutoff, received, notes);
        Optional<NotDue> excused = registered.or(() -> excused(question, cutoff));
        boolean valid = byItself.match(n -> false, m -> false, n -> false, v -> true);
        if (valid) {
            excused.ifPresent(excuse -> notes.add(new Note(Note.Kind.NOT_NEEDED, excuse.decidedBy())));
        }
        return valid || excused.isEmpty() ? byItself : excused.get();
    }

    private static void noteDataUnder(NotDue notDue, HourQuestion question, List<Note> notes) {
        if (notDue.reason() == Due.Reason.STOPPED && !question.versions().isEmpty()) {
            notes.add(new Note(Note.Kind.DATA_UNDER_STOP, notDue.decidedBy()));
        }
    }

    private Optional<NotDue> excused(HourQuestion question, Cutoff cutoff) {
        return first(question, cutoff, Kind.EXEMPTION)
                .map(grant -> new NotDue(Due.Reason.EXEMPT, grant.id()))
                .or(() -> first(question, cutoff, Kind.STANDARD_CHECK)
                        .filter(check ->
                                terms.checkedFactors().contains(question.hour().factor()))
                        .map(check -> new NotDue(Due.Reason.STANDARD_CHECK, check.id())));
    }

    /** How it would stand if nobody excused it. */
    private Standing byItself(HourQuestion question, Cutoff cutoff, Optional<ReceivedHour> received, List<Note> notes) {
        List<Circumstance> marks = all(question, cutoff, Kind.EQUIPMENT_MARK);
        boolean marked = covered(question.hour().window(), marks).compareTo(terms.spareTime()) > 0;
        if (!marked) {
            marks.forEach(mark -> notes.add(new Note(Note.Kind.MARK_TOO_SHORT, mark.id())));
        }
        all(question, cutoff, Kind.WORKING_CONDITION_MARK)
                .forEach(mark -> notes.add(new Note(Note.Kind.WORKING_CONDITION, mark.id())));
        if (received.isEmpty()) {
            return outage(question)
                    .<Standing>map(outage -> new NotDue(Due.Reason.OWN_OUTAGE, outage.id()))
                    .orElseGet(() -> new Missing(!question.versions().isEmpty()));
        }
        ReceivedHour report = received.get();
        Optional<Standing> invalid = report.validity()
                .match(
                        valid -> Optional.empty(),
                        no -> Optional.of(new NotValid(reason(no.reason()), no.detail(), report.evidence())));
        if (invalid.isPresent()) {
            return invalid.get();
        }
        if (marked) {
            return new NotValid(Standing.Reason.MARKED_INVALID, "", ids(marks));
        }
        Optional<Circumstance> lost = first(question, cutoff, Kind.OUT_OF_CONTROL);
        if (lost.isPresent()) {
            return new NotValid(Standing.Reason.OUT_OF_CONTROL, "", lost.get().id());
        }
        if (report.measured().isEmpty()) {
            return new NotValid(Standing.Reason.VALUE_MISSING, "", report.evidence());
        }
        BigDecimal figure = report.measured().get();
        return question.range().contains(figure)
                ? new Valid()
                : new NotValid(
                        Standing.Reason.OUT_OF_RANGE,
                        figure.toPlainString() + " outside of " + question.range(),
                        report.evidence());
    }

    /** An outage of this system in the time in which the report of the hour is to come; known whenever it is found. */
    private Optional<Circumstance> outage(HourQuestion question) {
        Instant end = question.hour().end();
        Window receipt = new Window(end, end.plus(terms.grace()));
        return question.circumstances().stream()
                .filter(one -> one.kind() == Kind.OWN_OUTAGE)
                .filter(one -> !one.window().overlap(receipt).isZero())
                .min(Comparator.comparing(Circumstance::window).thenComparing(Circumstance::id));
    }

    private static Optional<Circumstance> first(HourQuestion question, Cutoff cutoff, Kind kind) {
        List<Circumstance> all = all(question, cutoff, kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** Those of a kind that touch the hour and counted at the cut-off, by start and id. */
    private static List<Circumstance> all(HourQuestion question, Cutoff cutoff, Kind kind) {
        if (question.circumstances().isEmpty()) {
            return List.of();
        }
        Window hour = question.hour().window();
        return question.circumstances().stream()
                .filter(one -> one.kind() == kind)
                .filter(one -> one.holds(hour, cutoff.known()))
                .sorted(Comparator.comparing(Circumstance::window).thenComparing(Circumstance::id))
                .toList();
    }

    /** How much of the hour the marks cover together; they are sorted by start, and may overlap each other. */
    private static Duration covered(Window hour, List<Circumstance> sorted) {
        Duration covered = Duration.ZERO;
        Instant behind = hour.start();
        for (Circumstance mark : sorted) {
            Instant from = mark.window().start().isAfter(behind) ? mark.window().start() : behind;
            if (from.isBefore(mark.window().end())) {
                covered = covered.plus(new Window(from, mark.window().end()).overlap(hour));
                behind = mark.window().end();
            }
        }
        return covered;
    }

    private static Standing.Reason reason(Validity.Reason reason) {
        return switch (reason) {
            case FLAGGED -> Standing.Reason.FLAGGED;
            case TOO_FEW_VALID_MINUTES -> Standing.Reason.TOO_FEW_VALID_MINUTES;
            case VALIDITY_UNKNOWN -> Standing.Reason.VALIDITY_UNKNOWN;
        };
    }

    private static String ids(List<Circumstance> some) {
        return String.join(" ", some.stream().map(Circumstance::id).toList());
    }
}
