package io.stackwatch.core.enforcement;

import io.stackwatch.core.enforcement.CaseOpening.CaseOpened;
import io.stackwatch.core.enforcement.CaseOpening.NoCase;
import io.stackwatch.core.enforcement.CaseOpening.Reason;
import io.stackwatch.core.exceedance.Comparison;
import io.stackwatch.core.exceedance.Finding;
import io.stackwatch.core.exceedance.JudgedHour;
import io.stackwatch.core.exceedance.Outcome;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.Verification;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Opens a candidate case when a day's marking window has closed and an enforceable limit is still exceeded in at least one
 * of its hours: one case per outlet, factor and legal day. Pure; safe to share.
 */
public final class CaseRule {

    private final LegalBook law;

    public CaseRule(LegalBook law) {
        this.law = law;
    }

    /** Decides; the order of the reasons is the order in which they are asked. */
    public CaseOpening decide(CaseQuestion question) {
        if (!question.window().candidateAllowed(question.now())) {
            return new NoCase(Reason.MARKING_WINDOW_OPEN);
        }
        if (question.alreadyOpen()) {
            return new NoCase(Reason.ALREADY_OPEN);
        }
        List<JudgedHour> exceeding = exceeding(question);
        if (exceeding.isEmpty()) {
            return new NoCase(Reason.NO_EXCEEDANCE_LEFT);
        }
        List<JudgedHour> enforceable = exceeding.stream()
                .filter(hour -> used(hour).limit().source().enforceable())
                .toList();
        return enforceable.isEmpty()
                ? new NoCase(Reason.ONLY_POLICY_TARGET)
                : new CaseOpened(candidate(question, enforceable));
    }

    private static List<JudgedHour> exceeding(CaseQuestion question) {
        Window day = Window.day(question.window().day(), LegalTime.ZONE);
        return question.hours().stream()
                .filter(hour -> day.contains(hour.hour().start()))
                .filter(hour -> hour.verdict().outcome() == Outcome.EXCEEDS)
                .sorted(Comparator.comparing(hour -> hour.hour().start()))
                .toList();
    }

    private CandidateCase candidate(CaseQuestion question, List<JudgedHour> hours) {
        List<Limit> limits =
                hours.stream().map(hour -> used(hour).limit()).distinct().toList();
        Matter matter = Matter.ofExceeding(limits.get(0).source());
        Optional<LegalBasis> then = law.inForce(matter, hours.get(0).hour().start());
        Optional<LegalBasis> now = law.inForce(matter, question.now());
        Set<CaseFinding> findings = findings(question, hours);
        if (limits.size() > 1) {
            findings.add(CaseFinding.SEVERAL_LIMITS);
        }
        if (then.isEmpty()) {
            findings.add(CaseFinding.LEGAL_BASIS_MISSING);
        } else if (!then.equals(now)) {
            findings.add(CaseFinding.LAW_CHANGED_SINCE);
        }
        if (then.isPresent() && then.get().mark() != Verification.VERIFIED) {
            findings.add(CaseFinding.LEGAL_BASIS_NOT_VERIFIED);
        }
        return new CandidateCase(
                CaseId.of(
                        question.outlet(), question.factor(), question.window().day()),
                question.outlet(),
                question.factor(),
                question.window().day(),
                question.now(),
                hours,
                limits,
                then,
                now,
                findings);
    }

    private static Set<CaseFinding> findings(CaseQuestion question, List<JudgedHour> hours) {
        Set<CaseFinding> findings = EnumSet.noneOf(CaseFinding.class);
        for (JudgedHour hour : hours) {
            for (Finding finding : used(hour).findings()) {
                switch (finding) {
                    case LIMIT_NOT_VERIFIED -> findings.add(CaseFinding.LIMIT_NOT_VERIFIED);
                    case STRICTER_LOCAL_STANDARD -> findings.add(CaseFinding.STRICTER_LOCAL_STANDARD);
                    case CONVERSION_NOT_SENT -> findings.add(CaseFinding.CONVERSION_NOT_SENT);
                    case CONVERSION_DEVIATES -> findings.add(CaseFinding.CONVERSION_DEVIATES);
                    case CONVERSION_NOT_AUDITABLE -> findings.add(CaseFinding.CONVERSION_NOT_AUDITABLE);
                }
            }
        }
        if (question.duty().isEmpty()) {
            findings.add(CaseFinding.CEMS_DUTY_BASIS_MISSING);
        } else if (question.duty().get().mark() != Verification.VERIFIED) {
            findings.add(CaseFinding.CEMS_DUTY_NOT_VERIFIED);
        }
        return findings;
    }

    private static Comparison used(JudgedHour hour) {
        return hour.verdict()
                .comparison()
                .orElseThrow(() -> new IllegalStateException("exceeds without a comparison: " + hour.hour()));
    }
}
