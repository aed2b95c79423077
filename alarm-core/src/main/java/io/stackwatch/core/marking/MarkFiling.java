package io.stackwatch.core.marking;

import io.stackwatch.core.deadline.MarkingWindow;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.marking.FilingDecision.NotTaken;
import io.stackwatch.core.marking.FilingDecision.Reason;
import io.stackwatch.core.marking.FilingDecision.Taken;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Decides how marks are filed (公告2022年第21号): until 12:00 of the following day they count by themselves, later only with an
 * explanation and a proof, and then an officer decides. A stop counts by itself only if the figures of its hours agree.
 * Immutable; safe to share.
 */
public final class MarkFiling {

    private final MarkKinds kinds;
    private final RuleParameters parameters;

    public MarkFiling(MarkKinds kinds, RuleParameters parameters) {
        this.kinds = kinds;
        this.parameters = parameters;
    }

    /**
     * Decides about one filing.
     *
     * @param before the mark as it is known; empty for a new one
     * @param check what the figures say about it; needed exactly for a stop
     */
    public FilingDecision decide(Filing filing, Optional<MarkFile> before, Optional<StopFinding> check, Instant now) {
        Optional<NotTaken> refused = refused(filing, before);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<Instant> from = firstChange(filing, before, now);
        Optional<MarkingWindow> closed = from.map(instant -> MarkingWindow.of(day(instant), LegalTime.ZONE, parameters))
                .filter(window -> !window.open(now));
        if (closed.isPresent()) {
            if (filing.explanation().isBlank()) {
                return new NotTaken(
                        Reason.EXPLANATION_MISSING, "closed at " + closed.get().closesAt());
            }
            if (filing.content().isPresent() && filing.content().get().proofs().isEmpty()) {
                return new NotTaken(
                        Reason.PROOF_MISSING, "closed at " + closed.get().closesAt());
            }
        }
        int number = filing.basedOn() + 1;
        MarkVersion version = new MarkVersion(
                filing.mark(),
                number,
                filing.content(),
                now,
                filing.by(),
                filing.explanation().strip());
        MarkAct filed = closed.map(window -> act(filing, number, MarkEvent.FILED_LATE, now, late(window, now)))
                .orElseGet(() -> inTime(filing, number, check, now));
        return new Taken(version, filed, replaced(filing, before, now));
    }

    private static String late(MarkingWindow window, Instant now) {
        return "filed " + Words.length(Duration.between(window.closesAt(), now)) + " after the marking window of "
                + window.day() + " closed at " + Words.at(window.closesAt());
    }

    /** What comes of a stop that waits for its data; empty as long as they may come. */
    public static Optional<MarkAct> checked(FiledVersion waiting, StopFinding finding, Instant now) {
        if (waiting.state() != MarkState.AWAITING_DATA) {
            return Optional.empty();
        }
        MarkVersion version = waiting.version();
        return finding.<Optional<MarkEvent>>match(
                        consistent -> Optional.of(MarkEvent.FOUND_CONSISTENT),
                        contradicted -> Optional.of(MarkEvent.FOUND_CONTRADICTED),
                        not -> not.why() == StopFinding.Reason.NOT_OVER
                                ? Optional.empty()
                                : Optional.of(MarkEvent.FOUND_UNCHECKED))
                .map(event ->
                        new MarkAct(version.mark(), version.version(), event, now, MarkAct.MACHINE, words(finding)));
    }

    /** A finding in one line. */
    public static String words(StopFinding finding) {
        return finding.match(
                consistent -> consistent.hours() + " hours agree",
                contradicted -> contradicted.figures().size() + " figures contradict, the first: "
                        + contradicted.figures().get(0),
                not -> not.why() + ": " + not.detail());
    }

    private Optional<NotTaken> refused(Filing filing, Optional<MarkFile> before) {
        int latest = before.map(file -> file.versions().size()).orElse(0);
        if (filing.basedOn() != latest) {
            return no(Reason.STALE_VERSION, "based on " + filing.basedOn() + ", the latest is " + latest);
        }
        if (before.isPresent() && withdrawn(before.get().latest())) {
            return no(Reason.WITHDRAWN, "version " + latest + " withdraws it");
        }
        return filing.content().flatMap(content -> refused(content, before));
    }

    private Optional<NotTaken> refused(MarkContent content, Optional<MarkFile> before) {
        Window span = content.span();
        boolean otherOutlet = before.stream()
                .flatMap(file -> file.versions().stream())
                .flatMap(version -> version.version().content().stream())
                .anyMatch(earlier -> !earlier.outlet().equals(content.outlet()));
        if (otherOutlet) {
            return no(Reason.OTHER_OUTLET, content.outlet().value());
        }
        if (!kinds.known(content.kind())) {
            return no(Reason.KIND_UNKNOWN, content.kind().value());
        }
        Optional<MarkKind> kind = kinds.at(content.kind(), span.start());
        if (kind.isEmpty()) {
            return no(Reason.KIND_NOT_IN_FORCE, content.kind() + " at " + span.start());
        }
        if (kind.get().subject() == MarkSubject.WORKING_CONDITION
                && !content.factors().isEmpty()) {
            return no(Reason.FACTORS_OF_A_WORKING_CONDITION, content.factors().toString());
        }
        if (!wholeMinute(span.start()) || !wholeMinute(span.end())) {
            return no(Reason.NOT_WHOLE_MINUTES, span.start() + " to " + span.end());
        }
        Duration longest = parameters.duration("marking.longest-span", span.start());
        return span.length().compareTo(longest) > 0
                ? no(Reason.TOO_LONG, span.length().toHours() + " hours, longest " + longest.toHours())
                : Optional.empty();
    }

    private static boolean withdrawn(FiledVersion latest) {
        return latest.version().content().isEmpty() && latest.state() != MarkState.REFUSED;
    }

    /** The first instant of which something else is said than counts now; empty if it changes nothing of any hour. */
    private static Optional<Instant> firstChange(Filing filing, Optional<MarkFile> before, Instant now) {
        Optional<MarkContent> counting = before.flatMap(file -> file.sayingAt(now));
        if (filing.content().isEmpty()) {
            return counting.map(content -> content.span().start());
        }
        MarkContent wanted = filing.content().get();
        return counting.isPresent()
                ? wanted.firstDifference(counting.get())
                : Optional.of(wanted.span().start());
    }

    private MarkAct inTime(Filing filing, int number, Optional<StopFinding> check, Instant now) {
        boolean stop = filing.content()
                .flatMap(content -> kinds.at(content.kind(), content.span().start()))
                .filter(kind -> kind.effect() == MarkEffect.STOP)
                .isPresent();
        if (!stop) {
            return act(filing, number, MarkEvent.FILED_IN_TIME, now, "inside the marking window");
        }
        StopFinding finding = check.orElseThrow(() -> new IllegalArgumentException("a stop that was not checked"));
        MarkEvent event = finding.match(
                consistent -> MarkEvent.FILED_IN_TIME,
                contradicted -> MarkEvent.FILED_CONTRADICTED,
                not -> not.why() == StopFinding.Reason.NOT_OVER ? MarkEvent.FILED_AHEAD : MarkEvent.FILED_UNCHECKED);
        return act(filing, number, event, now, words(finding));
    }

    private static List<MarkAct> replaced(Filing filing, Optional<MarkFile> before, Instant now) {
        return before.stream()
                .flatMap(file -> file.versions().stream())
                .filter(version -> version.state().open())
                .map(version -> new MarkAct(
                        filing.mark(),
                        version.version().version(),
                        MarkEvent.REPLACED,
                        now,
                        filing.by(),
                        "version " + (filing.basedOn() + 1) + " was filed"))
                .toList();
    }

    private static MarkAct act(Filing filing, int number, MarkEvent event, Instant now, String why) {
        return new MarkAct(filing.mark(), number, event, now, filing.by(), why);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(LegalTime.ZONE).toLocalDate();
    }

    private static boolean wholeMinute(Instant instant) {
        return instant.getNano() == 0 && instant.getEpochSecond() % 60 == 0;
    }

    private static Optional<NotTaken> no(Reason reason, String found) {
        return Optional.of(new NotTaken(reason, found));
    }
}
