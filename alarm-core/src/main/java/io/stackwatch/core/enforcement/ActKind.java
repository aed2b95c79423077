package io.stackwatch.core.enforcement;

import static io.stackwatch.core.enforcement.ActKind.Part.INVESTIGATES;
import static io.stackwatch.core.enforcement.ActKind.Part.NONE;
import static io.stackwatch.core.enforcement.ActKind.Part.PROPOSES;
import static io.stackwatch.core.enforcement.ActKind.Shape.CHECKED;
import static io.stackwatch.core.enforcement.ActKind.Shape.DATED;
import static io.stackwatch.core.enforcement.ActKind.Shape.ISSUED;
import static io.stackwatch.core.enforcement.ActKind.Shape.PAYMENT;
import static io.stackwatch.core.enforcement.ActKind.Shape.REGROUPED;
import static io.stackwatch.core.enforcement.ActKind.Shape.SERVICE;
import static io.stackwatch.core.enforcement.ActKind.Shape.STEP;

/** What can be done in a case; the events of the tables. Names are stored and never change. */
public enum ActKind {
    CANDIDATE_OPENED(STEP, NONE),
    DATA_REVIEWED(STEP, PROPOSES),
    INFORMED(STEP, NONE),
    FILED(ISSUED, NONE),
    FILING_EXTENDED(STEP, NONE),
    NOT_FILED(STEP, NONE),
    TRANSFERRED(ISSUED, NONE),
    EVIDENCE_PRESERVED(STEP, INVESTIGATES),
    EVIDENCE_RELEASED(STEP, NONE),
    INVESTIGATED(STEP, INVESTIGATES),
    CASE_REVIEWED(ISSUED, PROPOSES),
    FILING_WITHDRAWN(STEP, NONE),
    MITIGATED(STEP, NONE),
    LAW_CONFIRMED(ISSUED, NONE),
    DECISION_EXTENDED(STEP, NONE),
    DECISION_EXTENDED_AGAIN(STEP, NONE),
    NOTICE_ISSUED(ISSUED, NONE),
    NOTICE_SERVED(SERVICE, NONE),
    STATEMENT_MADE(DATED, NONE),
    RIGHTS_WAIVED(DATED, NONE),
    HEARING_REQUESTED(DATED, NONE),
    HEARING_CALLED(SERVICE, NONE),
    HEARING_HELD(DATED, NONE),
    HEARING_WITHDRAWN(DATED, NONE),
    LEGAL_REVIEWED(STEP, NONE),
    SENT_BACK(STEP, NONE),
    DISCUSSED(STEP, NONE),
    DECIDED(ISSUED, NONE),
    NO_PENALTY_DECIDED(ISSUED, NONE),
    DECISION_SERVED(SERVICE, NONE),
    DISCLOSED(DATED, NONE),
    PAID(PAYMENT, NONE),
    SURCHARGE_CONFIRMED(ISSUED, NONE),
    DEMAND_SERVED(SERVICE, NONE),
    COURT_APPLIED(ISSUED, NONE),
    RECONSIDERATION_FILED(DATED, NONE),
    RECONSIDERATION_UPHELD(DATED, NONE),
    LITIGATION_FILED(DATED, NONE),
    LITIGATION_UPHELD(DATED, NONE),
    APPEAL_ANNULLED(DATED, NONE),
    CASE_CLOSED(STEP, NONE),
    ORDER_ISSUED(ISSUED, NONE),
    ORDER_SERVED(SERVICE, NONE),
    ORDER_WITHDRAWN(STEP, NONE),
    CORRECTION_REPORTED(DATED, NONE),
    RECHECKED(CHECKED, INVESTIGATES),
    CANNOT_CORRECT(DATED, INVESTIGATES),
    RESTRICTION_PROPOSED(STEP, PROPOSES),
    SUSPENSION_PROPOSED(STEP, PROPOSES),
    EXEMPTED(STEP, NONE),
    DROPPED(STEP, NONE),
    RESTRICTION_EXTENDED(ISSUED, NONE),
    PLAN_FILED(DATED, NONE),
    INSPECTED(CHECKED, INVESTIGATES),
    WORKS_FINISHED(DATED, NONE),
    COMPLETION_FILED(DATED, NONE),
    FOLLOWED_UP(CHECKED, INVESTIGATES),
    TERMINATED(STEP, NONE),
    DAILY_PROPOSED(STEP, PROPOSES),
    CLOSURE_PROPOSED(STEP, PROPOSES),
    SERIOUS_CASE_PROPOSED(STEP, PROPOSES),
    SUBMITTED(ISSUED, NONE),
    GOVERNMENT_APPROVED(ISSUED, NONE),
    GOVERNMENT_DECLINED(STEP, NONE),
    CLOSURE_ORDERED(ISSUED, NONE),
    CLOSURE_VERIFIED(CHECKED, INVESTIGATES),
    LISTING_PROPOSED(STEP, PROPOSES),
    LISTED(ISSUED, NONE),
    NOT_LISTED(STEP, NONE),
    RELEASE_APPLIED(DATED, NONE),
    VERIFIED(CHECKED, PROPOSES),
    RELEASED(ISSUED, NONE),
    WARNED(ISSUED, NONE),
    INTERVIEWED(DATED, NONE),
    APPROVALS_LIMITED(ISSUED, NONE),
    TOOK_OVER(REGROUPED, NONE),
    MERGED_INTO(REGROUPED, NONE),
    SPLIT_OFF(REGROUPED, NONE),
    SPLIT_FROM(REGROUPED, NONE);

    /** What an act of a kind carries; one variant of {@link CaseAct} each. */
    public enum Shape {
        /** Nothing more. */
        STEP,
        /** A document with its number, perhaps an amount. */
        ISSUED,
        /** A proof of service. */
        SERVICE,
        /** The day on which it happened. */
        DATED,
        /** What was found. */
        CHECKED,
        /** Money. */
        PAYMENT,
        /** Hours that go from one file to another. */
        REGROUPED
    }

    /** What an act makes of the one who does it. */
    enum Part {
        NONE,
        /** May not approve what follows. */
        PROPOSES,
        /** Neither hosts the hearing nor reviews the law. */
        INVESTIGATES
    }

    private final Shape shape;
    private final Part part;

    ActKind(Shape shape, Part part) {
        this.shape = shape;
        this.part = part;
    }

    /** What an act of this kind carries. */
    public Shape shape() {
        return shape;
    }

    /** Whether whoever did it may not approve what follows. */
    boolean proposes() {
        return part == PROPOSES;
    }

    /** Whether whoever did it takes part in the investigation; so do those who propose a fine on what they found. */
    boolean investigates() {
        return part == INVESTIGATES || this == DATA_REVIEWED || this == CASE_REVIEWED;
    }
}
