package io.stackwatch.core.enforcement;

/** Where a procedure of a case stands. Procedures share those that mean the same. Names are stored and never change. */
public enum Stage {
    /** Opened by the machine (线索). */
    CANDIDATE,
    /** The data were reviewed by two officers (审核). */
    REVIEWED,
    /** The enterprise knows the facts (告知违法事实). */
    INFORMED,
    /** Filed (立案). */
    FILED,
    /** Investigated (调查取证). */
    INVESTIGATED,
    /** Report and discretion are done (案件审查). */
    CASE_REVIEWED,
    /** Proposed by officers. */
    PROPOSED,
    /** The prior notice is issued (事先告知). */
    NOTICE_ISSUED,
    /** The prior notice is served; statement and hearing are open. */
    NOTIFIED,
    /** A hearing was requested (听证). */
    HEARING,
    /** The hearing was held. */
    HEARD,
    /** The law was reviewed (法制审核). */
    LEGAL_REVIEWED,
    /** Discussed by the leaders (集体讨论). */
    DISCUSSED,
    /** Submitted to the government that may approve. */
    SUBMITTED,
    /** Approved by that government, with a document number. */
    APPROVED,
    /** Decided (决定). */
    DECIDED,
    /** Issued, of an order. */
    ISSUED,
    /** Served (送达). */
    SERVED,
    /** The enterprise reported that it has corrected. */
    REPORTED,
    /** A surcharge runs (加处罚款). */
    SURCHARGED,
    /** Payment was demanded (催告). */
    DEMANDED,
    /** The court was applied to (申请法院强制执行). */
    COURT,
    /** Paid in full. */
    PAID,
    /** A measure is in force. */
    IN_FORCE,
    /** The plan of rectification is filed. */
    PLANNED,
    /** The works are finished. */
    FINISHED,
    /** Lifted by filing (解除). */
    LIFTED,
    /** The county is listed. */
    LISTED,
    /** The county rectifies by its plan. */
    RECTIFYING,
    /** The county was warned (预警通知). */
    WARNED,
    /** The county's heads were interviewed (公开约谈). */
    INTERVIEWED,
    /** Projects of the county are not approved (区域限批). */
    APPROVALS_LIMITED,
    /** The county applied for its release (申请销号). */
    APPLIED,
    /** The city verified. */
    VERIFIED,
    /** Not filed (不予立案). */
    NOT_FILED(true),
    /** Decided without a punishment (不予处罚). */
    NO_PENALTY(true),
    /** Handed to police or prosecutor (移送). */
    TRANSFERRED(true),
    /** Taken back (撤销). */
    WITHDRAWN(true),
    /** Annulled on appeal. */
    ANNULLED(true),
    /** Closed (结案). */
    CLOSED(true),
    /** Obeyed at the re-check. */
    CORRECTED(true),
    /** Refused at the re-check (拒不改正). */
    REFUSED(true),
    /** Cannot be corrected at once (无法立即完成整改). */
    NOT_CORRECTABLE(true),
    /** Exempt, for livelihood or public interest. */
    EXEMPT(true),
    /** Not pursued. */
    DROPPED(true),
    /** Above the limit in spite of a restriction. */
    RESTRICTION_FAILED(true),
    /** Production in spite of a suspension. */
    BREACHED(true),
    /** The same violation after a suspension was lifted. */
    FAILED(true),
    /** Ended because the enterprise ended. */
    TERMINATED(true),
    /** Declined by the government. */
    DECLINED(true),
    /** Closed down, as verified. */
    CLOSED_DOWN(true),
    /** Not listed. */
    NOT_LISTED(true),
    /** Released (销号). */
    RELEASED(true),
    /** Merged into another file, which goes on (并案). */
    MERGED(true);

    private final boolean end;

    Stage() {
        this(false);
    }

    Stage(boolean end) {
        this.end = end;
    }

    /** Whether nothing follows in this procedure. */
    public boolean end() {
        return end;
    }
}
