package io.stackwatch.core.enforcement;

import io.stackwatch.core.registry.Verification;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The law at the violation beside the law at the decision (从旧兼从轻; Code art. 1057): the old law applies, unless the new one is lighter.
 * The machine compares ranges and sanctions; where these do not say which is lighter, an officer does.
 *
 * @param matter what it is about
 * @param atViolation the article when the act ended, if one is known
 * @param atDecision the article when it is decided, if one is known
 * @param outcome which applies
 * @param reason why, in words with the figures
 * @param findings what an officer must see
 */
public record LawComparison(
        Matter matter,
        Optional<LegalBasis> atViolation,
        Optional<LegalBasis> atDecision,
        Outcome outcome,
        String reason,
        Set<LawFinding> findings) {

    /** Which law applies. Names are stored and never change. */
    public enum Outcome {
        /** No law has changed in between. */
        SAME_LAW,
        /** The law of the violation, for the new one is not lighter. */
        OLD_APPLIES,
        /** The new law, for it is lighter. */
        NEW_IS_LIGHTER,
        /** Neither is lighter in everything, or a range is not known: an officer decides. */
        OFFICER_DECIDES,
        /** No article is known for the time of the violation: a later one is not applied to it. */
        NO_LAW_AT_VIOLATION
    }

    public LawComparison {
        findings = Set.copyOf(findings);
    }

    /**
     * Compares.
     *
     * @param begun when the act began
     * @param ended when it ended; the law of that moment is the law at the violation
     * @param decided when it is decided
     */
    public static LawComparison of(LegalBook law, Matter matter, Instant begun, Instant ended, Instant decided) {
        Optional<LegalBasis> then = law.inForce(matter, ended);
        Optional<LegalBasis> now = law.inForce(matter, decided);
        Set<LawFinding> findings = EnumSet.noneOf(LawFinding.class);
        if (!law.inForce(matter, begun).equals(then)) {
            findings.add(LawFinding.CONTINUES_ACROSS_A_CHANGE);
        }
        if (then.filter(LawComparison::unchecked).isPresent()) {
            findings.add(LawFinding.OLD_NOT_VERIFIED);
        }
        if (now.filter(LawComparison::unchecked).isPresent()) {
            findings.add(LawFinding.NEW_NOT_VERIFIED);
        }
        if (then.isEmpty()) {
            return new LawComparison(
                    matter, then, now, Outcome.NO_LAW_AT_VIOLATION, "no article is known for " + ended, findings);
        }
        if (now.isEmpty()) {
            return new LawComparison(
                    matter,
                    then,
                    now,
                    Outcome.OFFICER_DECIDES,
                    "no article is known for " + decided + ", which may mean that nothing is forbidden any more",
                    findings);
        }
        if (then.equals(now)) {
            return new LawComparison(
                    matter, then, now, Outcome.SAME_LAW, now.get().citation() + " at both times", findings);
        }
        Severity severity = Severity.of(then.get(), now.get());
        return new LawComparison(matter, then, now, severity.outcome(), severity.reason(), findings);
    }

    private static boolean unchecked(LegalBasis basis) {
        return basis.mark() != Verification.VERIFIED;
    }

    /** The article that applies; empty where an officer must say it, or there is none. */
    public Optional<LegalBasis> applies() {
        return switch (outcome) {
            case SAME_LAW, OLD_APPLIES -> atViolation;
            case NEW_IS_LIGHTER -> atDecision;
            case OFFICER_DECIDES, NO_LAW_AT_VIOLATION -> Optional.empty();
        };
    }

    /** Whether a final document needs an officer's confirmation of the law first. */
    public boolean needsConfirmation() {
        return applies().map(LawComparison::unchecked).orElse(true)
                || findings.contains(LawFinding.CONTINUES_ACROSS_A_CHANGE);
    }
}
