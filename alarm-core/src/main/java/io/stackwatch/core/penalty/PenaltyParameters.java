package io.stackwatch.core.penalty;

import io.stackwatch.core.exceedance.RuleParameter;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.DataTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The dated figures of fines: rows of {@code penalty-parameters.csv}. Immutable. */
public final class PenaltyParameters {

    private final RuleParameters rows;

    private PenaltyParameters(RuleParameters rows) {
        this.rows = rows;
    }

    /** The figures that come with the program. */
    public static PenaltyParameters load() {
        return of(DataTable.resource(PenaltyParameters.class, "penalty-parameters.csv"));
    }

    /** Reads them from a table with the columns of {@link RuleParameters#of}. */
    public static PenaltyParameters of(DataTable table) {
        return new PenaltyParameters(RuleParameters.of(table));
    }

    /** Which part of the fine is added for each day, for a fine decided on a day. */
    public RuleParameter surchargeRate(LocalDate decided) {
        return rows.at("surcharge.rate", instant(decided));
    }

    /** At how many times the fine the surcharge ends, for a fine decided on a day. */
    public RuleParameter surchargeCap(LocalDate decided) {
        return rows.at("surcharge.cap", instant(decided));
    }

    /** How many times the original fine a day of the daily penalty costs, for an order served on a day. */
    public BigDecimal dailyFactor(LocalDate served) {
        return rows.decimal("daily.factor", instant(served));
    }

    /** Above which fine a hearing may be requested, for a notice of a day. */
    public Yuan hearingThreshold(LocalDate noticed) {
        return new Yuan(rows.decimal("hearing.threshold", instant(noticed)));
    }

    /** From which fine on the decision needs collective discussion. */
    public Yuan discussionThreshold(LocalDate decided) {
        return new Yuan(rows.decimal("discussion.threshold", instant(decided)));
    }

    /** Every row. */
    public List<RuleParameter> rows() {
        return rows.rows();
    }

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay(LegalTime.ZONE).toInstant();
    }
}
