package io.stackwatch.core.exceedance;

import io.stackwatch.core.exceedance.Verdict.Exceeds;
import io.stackwatch.core.exceedance.Verdict.NotJudged;
import io.stackwatch.core.exceedance.Verdict.Within;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.PassedOver;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.HourValidity;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The hour rule: an hour exceeds if its mean is strictly above the limit in force in that hour (任何1小时平均浓度不得超过).
 *
 * <p>The logger's converted mean is the legal value; without it the measured mean is converted with the oxygen of the same
 * hour. The comparison is exact: no division, no rounding (decision record 0005). Immutable and safe to share.
 */
public final class HourJudgement {

    private final RuleParameters parameters;
    private final FlagTable flags;

    public HourJudgement(RuleParameters parameters, FlagTable flags) {
        this.parameters = parameters;
        this.flags = flags;
    }

    /** The rule with the parameters and flags that come with the program. */
    public static HourJudgement load() {
        return new HourJudgement(RuleParameters.load(), FlagTable.load());
    }

    /** Judges one hour; the same case gives the same verdict, always. */
    public Verdict judge(HourCase facts) {
        HourParameters inForce = HourParameters.at(parameters, facts.hour().start());
        Hearing hearing = new Hearing(facts, inForce, new HourValidity(flags, inForce.minimumMinutes()));
        for (Guard guard : RulesInForce.HOUR) {
            Optional<NotJudged> stopped = guard.stop().apply(hearing);
            if (stopped.isPresent()) {
                return stopped.get();
            }
        }
        return compare(hearing);
    }

    private static Verdict compare(Hearing hearing) {
        Limit limit = passed(hearing.facts().limit().limit());
        BigDecimal figure = passed(hearing.figure()).number();
        Comparison used = new Comparison(
                hearing.basis() == Basis.RECOMPUTED
                        ? converted(figure, limit, passed(hearing.oxygen()), hearing.parameters())
                        : Fraction.of(figure),
                hearing.basis(),
                limit,
                hearing.converted() ? hearing.oxygen() : Optional.empty(),
                hearing.ofFactor().match(valid -> valid.by(), invalid -> {
                    throw new IllegalStateException("not valid: an earlier guard must have stopped");
                }),
                findings(hearing, limit),
                hearing.parameters().rows());
        BigDecimal allowed = limit.allowed().milligramsPerCubicMetre();
        return used.value().compareTo(allowed) > 0
                ? new Exceeds(used, used.value().excessOver(allowed))
                : new Within(used);
    }

    /** Formula 6 (HJ 75-2017): C x (21 - reference) / (21 - O2), as an exact fraction. */
    private static Fraction converted(
            BigDecimal measured, Limit limit, OxygenContent oxygen, HourParameters parameters) {
        BigDecimal air = parameters.oxygenOfAir();
        BigDecimal reference = passed(limit.referenceOxygen()).percent();
        return new Fraction(measured.multiply(air.subtract(reference)), air.subtract(oxygen.percent()));
    }

    private static Set<Finding> findings(Hearing hearing, Limit limit) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        if (hearing.basis() == Basis.RECOMPUTED) {
            findings.add(Finding.CONVERSION_NOT_SENT);
        }
        if (hearing.basis() == Basis.LOGGER_CONVERTED) {
            Optional<BigDecimal> measured =
                    hearing.facts().report().flatMap(HourReport::avg).map(ReportedNumber::number);
            if (measured.isEmpty()) {
                findings.add(Finding.CONVERSION_NOT_AUDITABLE);
            } else if (deviates(measured.get(), hearing, limit)) {
                findings.add(Finding.CONVERSION_DEVIATES);
            }
        }
        if (limit.mark() != Verification.VERIFIED) {
            findings.add(Finding.LIMIT_NOT_VERIFIED);
        }
        if (hearing.facts().limit().passedOver().stream()
                .anyMatch(other -> other.why() == PassedOver.Reason.STRICTER_LOCAL_STANDARD)) {
            findings.add(Finding.STRICTER_LOCAL_STANDARD);
        }
        return findings;
    }

    /** Whether the logger's conversion lies outside of own x (1 - tolerance) ... own x (1 + tolerance). */
    private static boolean deviates(BigDecimal measured, Hearing hearing, Limit limit) {
        Fraction own = converted(measured, limit, passed(hearing.oxygen()), hearing.parameters());
        BigDecimal sent = passed(hearing.figure()).number().multiply(own.denominator());
        BigDecimal difference = sent.subtract(own.numerator()).abs();
        BigDecimal allowed = own.numerator().abs().multiply(hearing.parameters().auditTolerance());
        return difference.compareTo(allowed) > 0;
    }

    private static <T> T passed(Optional<T> value) {
        return value.orElseThrow(() -> new IllegalStateException("a guard of RulesInForce let an empty value pass"));
    }
}
