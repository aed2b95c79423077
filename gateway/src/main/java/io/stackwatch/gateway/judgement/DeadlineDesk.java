package io.stackwatch.gateway.judgement;

import io.stackwatch.core.deadline.Deadline;
import io.stackwatch.core.deadline.DeadlineKind;
import io.stackwatch.core.deadline.DeadlineState;
import io.stackwatch.core.deadline.DeadlineSubject;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.gateway.records.DeadlineRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Deals with deadlines in order, each on its own, until an instant or until it is enough for one transaction. */
final class DeadlineDesk {

    /** The receipt of an hour looks at the whole city; a marking window at one outlet's day. */
    private static final int RECEIPT_WEIGHT = 50;

    private final DeadlineRecords deadlines;
    private final RuleParameters parameters;
    private final Timeline timeline;
    private final ReceiptSweep receipts;
    private final CaseDesk cases;
    private final StopDesk stops;
    private final SecondJudgement again;
    private final Isolation isolation;
    private final JudgementOptions options;
    private int dealtWith;

    DeadlineDesk(
            DeadlineRecords deadlines,
            RuleParameters parameters,
            Timeline timeline,
            ReceiptSweep receipts,
            CaseDesk cases,
            StopDesk stops,
            SecondJudgement again,
            Isolation isolation,
            JudgementOptions options) {
        this.deadlines = deadlines;
        this.parameters = parameters;
        this.timeline = timeline;
        this.receipts = receipts;
        this.cases = cases;
        this.stops = stops;
        this.again = again;
        this.isolation = isolation;
        this.options = options;
    }

    /** The receipt of the hour that an instant lies in. */
    static Deadline receiptOf(Instant instant, RuleParameters parameters) {
        Instant hour = Window.hourContaining(instant, LegalTime.ZONE).start();
        return Deadline.hourReceipt(hour, parameters.duration("receipt.grace", hour));
    }

    /** How much was dealt with; a receipt of the whole city counts as many. */
    int dealtWith() {
        return dealtWith;
    }

    /** Deals with what is due and settled at an instant; false if there is more than one transaction should take. */
    boolean advanceTo(Instant instant) {
        Instant settled = instant.minus(options.settle());
        while (deadlines.next().filter(due -> !due.isAfter(settled)).isPresent()) {
            if (dealtWith >= options.itemsPerTransaction()) {
                return false;
            }
            deadlines.due(settled, 1).forEach(this::dealWith);
        }
        return true;
    }

    private void dealWith(Deadline deadline) {
        Instant at = timeline.moveTo(deadline.dueAt().plus(options.settle()));
        dealtWith += deadline.subject()
                .match(
                        hour -> receipt(deadline, hour, at),
                        day -> marking(deadline, day, at),
                        span -> marked(deadline, span, at));
    }

    private int receipt(Deadline deadline, DeadlineSubject.Hour hour, Instant at) {
        int missing = receipts.sweep(hour.start(), at);
        deadlines.close(deadline.id(), DeadlineState.DONE, "MISSING=" + missing, at);
        deadlines.schedule(receiptOf(hour.start().plus(Duration.ofHours(1)), parameters));
        return RECEIPT_WEIGHT;
    }

    private int marking(Deadline deadline, DeadlineSubject.OutletDay day, Instant at) {
        alone(deadline, at, () -> cases.markingWindowClosed(day, at));
        return 1;
    }

    /** Weighs as much as the hours it looks at. */
    private int marked(Deadline deadline, DeadlineSubject.OutletSpan span, Instant at) {
        if (deadline.kind() == DeadlineKind.STOP_CHECK) {
            alone(deadline, at, () -> stops.check(span, at));
        } else {
            alone(deadline, at, () -> "CHANGED=" + again.judge(span, at));
        }
        return (int) span.span().length().toHours() + 1;
    }

    /** One that fails is set aside and stops no other. */
    private void alone(Deadline deadline, Instant at, Supplier<String> work) {
        Optional<String> outcome =
                isolation.run(deadline.id().value(), deadline.kind().name(), at, work);
        DeadlineState state = outcome.isPresent() ? DeadlineState.DONE : DeadlineState.PARKED;
        deadlines.close(deadline.id(), state, outcome.orElse(""), at);
    }
}
