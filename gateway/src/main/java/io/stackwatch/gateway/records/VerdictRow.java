package io.stackwatch.gateway.records;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.exceedance.Basis;
import io.stackwatch.core.exceedance.Comparison;
import io.stackwatch.core.exceedance.Finding;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.HourOutcome;
import io.stackwatch.core.exceedance.JudgedHour;
import io.stackwatch.core.exceedance.NotJudgedReason;
import io.stackwatch.core.exceedance.Outcome;
import io.stackwatch.core.exceedance.Verdict;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.measurement.Validity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of an hour's verdict, flat, as it is stored and shown.
 *
 * @param hour which hour
 * @param version from 1, without holes
 * @param outcome which variant
 * @param reason why it was not judged; present exactly for {@link Outcome#NOT_JUDGED}
 * @param detail flag, mark, number or document behind that reason; may be empty text
 * @param value what was compared, exact, mg/m3
 * @param basis which figure that is
 * @param proof what proved the valid minutes
 * @param ratio by how many times it exceeds, exact; present exactly for {@link Outcome#EXCEEDS}
 * @param limitId the limit in force
 * @param limit what it allows
 * @param referenceOxygen the limit's reference oxygen, if it has one
 * @param oxygen measured oxygen of the hour, if it was used
 * @param findings what an officer should see beside it, in the order of the constants
 * @param reportVersion version of the report that was judged; 0 if none had come
 * @param knownAt when it was found
 * @param evidence journal records that it rests on; empty if it rests on an absence
 */
public record VerdictRow(
        FactorHour hour,
        int version,
        Outcome outcome,
        Optional<NotJudgedReason> reason,
        String detail,
        Optional<Fraction> value,
        Optional<Basis> basis,
        Optional<Validity.Proof> proof,
        Optional<Fraction> ratio,
        Optional<LimitId> limitId,
        Optional<Concentration> limit,
        Optional<OxygenContent> referenceOxygen,
        Optional<OxygenContent> oxygen,
        List<Finding> findings,
        int reportVersion,
        Instant knownAt,
        List<EvidenceRef> evidence) {

    public VerdictRow {
        findings = List.copyOf(findings);
        evidence = List.copyOf(evidence);
    }

    /** The flat form of a judged hour. */
    public static VerdictRow of(JudgedHour judged, int reportVersion) {
        Verdict verdict = judged.verdict();
        Optional<Comparison> used = verdict.comparison();
        Optional<Limit> limit = used.map(Comparison::limit);
        return new VerdictRow(
                judged.hour(),
                judged.version(),
                verdict.outcome(),
                verdict.match(w -> Optional.empty(), e -> Optional.empty(), n -> Optional.of(n.reason())),
                verdict.match(w -> "", e -> "", n -> n.detail()),
                used.map(Comparison::value),
                used.map(Comparison::basis),
                used.map(Comparison::proof),
                verdict.match(w -> Optional.empty(), e -> Optional.of(e.ratio()), n -> Optional.empty()),
                limit.map(Limit::id),
                limit.map(Limit::allowed),
                limit.flatMap(Limit::referenceOxygen),
                used.flatMap(Comparison::oxygen),
                used.map(Comparison::findings).stream()
                        .flatMap(set -> set.stream().sorted())
                        .toList(),
                reportVersion,
                judged.knownAt(),
                judged.evidence());
    }

    /** The short form that episodes are made of. */
    public HourOutcome shortForm() {
        return new HourOutcome(hour.start(), outcome, ratio);
    }

    /** Whether another row says the same on the same ground, whenever it was found: then it is no new version. */
    public boolean saysTheSameAs(VerdictRow other) {
        return withPlace(other.version, other.knownAt).equals(other);
    }

    private VerdictRow withPlace(int newVersion, Instant newKnownAt) {
        return new VerdictRow(
                hour,
                newVersion,
                outcome,
                reason,
                detail,
                value,
                basis,
                proof,
                ratio,
                limitId,
                limit,
                referenceOxygen,
                oxygen,
                findings,
                reportVersion,
                newKnownAt,
                evidence);
    }
}
