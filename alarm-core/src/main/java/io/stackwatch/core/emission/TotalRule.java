package io.stackwatch.core.emission;

import io.stackwatch.core.emission.TotalDecision.Level;
import io.stackwatch.core.emission.TotalDecision.Reason;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.RuleParameter;
import io.stackwatch.core.exceedance.RuleParameters;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Whether a total has come near to or up to what is permitted (alarm catalogue EX_TOTAL: 90 and 100 percent). Immutable. */
public final class TotalRule {

    private static final String WARNING = "total.warning-from";
    private static final String REACHED = "total.reached-from";

    private final RuleParameters parameters;

    public TotalRule(RuleParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Compares a total of the permit's stretch of days so far. Exactly at a share it is reached.
     *
     * @param at by the rows of which instant
     */
    public TotalDecision of(PermittedTotal permitted, EmissionTotal total, Instant at) {
        Fraction used = share(total.sum(), permitted);
        Fraction measured = share(total.measured(), permitted);
        Optional<RuleParameter> row = Optional.of(parameters.at(REACHED, at))
                .filter(candidate -> reaches(used, candidate))
                .or(() -> Optional.of(parameters.at(WARNING, at)).filter(candidate -> reaches(used, candidate)));
        if (row.isEmpty()) {
            return new TotalDecision(
                    permitted,
                    total,
                    used,
                    Level.NONE,
                    total.complete() ? Reason.BELOW : Reason.BELOW_BUT_HOURS_LOST,
                    row);
        }
        return new TotalDecision(
                permitted,
                total,
                used,
                row.get().name().equals(REACHED) ? Level.REACHED : Level.WARNING,
                reaches(measured, row.get()) ? Reason.BY_MEASURED_HOURS : Reason.WITH_SUBSTITUTED_HOURS,
                row);
    }

    private static Fraction share(Mass mass, PermittedTotal permitted) {
        return new Fraction(mass.tonnes(), permitted.allowed().tonnes());
    }

    private static boolean reaches(Fraction share, RuleParameter row) {
        return share.compareTo(new BigDecimal(row.value())) >= 0;
    }
}
