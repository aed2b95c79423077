package io.stackwatch.core.exceedance;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitBook;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.limit.LimitScope;
import io.stackwatch.core.limit.LimitSource;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.Delivery;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.MinuteTally;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.IndustryCode;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.StandardCategory;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.core.transmission.Due;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hours of one outlet, their reports and the limits they are held against. */
public final class HourFixture {

    public static final OutletId OUTLET = new OutletId("DA001");
    public static final FactorCode SO2 = new FactorCode("a21026");
    public static final StandardCategory CATEGORY = new StandardCategory("TEST.01");

    private HourFixture() {}

    public static FactorHour hour(String start) {
        return new FactorHour(OUTLET, SO2, Instant.parse(start));
    }

    public static Outlet outlet(String category) {
        return new Outlet(
                OUTLET,
                new EnterpriseId("E1"),
                "boiler 1",
                new IndustryCode("D4411"),
                Optional.empty(),
                Optional.empty(),
                Set.of(new StandardCategory(category)),
                MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED,
                Effective.ALWAYS);
    }

    /** A limit on sulphur dioxide; a permit is of the outlet, all else of {@link #CATEGORY}. */
    public static Limit limit(String id, LimitSource source, String allowed, String reference, Effective effective) {
        return new Limit(
                new LimitId(id),
                source == LimitSource.PERMIT ? new LimitScope.OfOutlet(OUTLET) : new LimitScope.OfCategory(CATEGORY),
                SO2,
                Concentration.of(allowed),
                reference.isEmpty() ? Optional.empty() : Optional.of(OxygenContent.of(reference)),
                Averaging.HOUR,
                source,
                "instrument of " + id,
                "clause",
                effective,
                Verification.VERIFIED);
    }

    public static HourCase facts(FactorHour hour, Limit... limits) {
        return HourCase.of(
                hour,
                new Due.Yes(),
                MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED,
                LimitBook.of(List.of(limits))
                        .inForce(outlet(CATEGORY.value()), hour.factor(), Averaging.HOUR, hour.start()));
    }

    /** A report; an empty text was not sent. */
    public static HourReport report(FactorHour hour, String avg, String zsAvg, Unit unit, String flag) {
        return new HourReport(
                hour,
                number(avg),
                number(zsAvg),
                unit,
                flag.isEmpty() ? Optional.empty() : Optional.of(new DataFlag(flag)),
                Delivery.PROMPT,
                hour.end(),
                new EvidenceRef(1, "0".repeat(64)));
    }

    /** A report of sulphur dioxide in mg/m3, marked N. */
    public static HourReport report(FactorHour hour, String avg, String zsAvg) {
        return report(hour, avg, zsAvg, Unit.MILLIGRAMS_PER_CUBIC_METRE, "N");
    }

    public static HourReport oxygen(FactorHour hour, String percent) {
        return report(hour.of(FactorCode.OXYGEN), percent, "", Unit.PERCENT, "N");
    }

    public static MinuteTally minutes(int valid, int invalid) {
        MinuteTally tally = MinuteTally.EMPTY;
        for (int minute = 0; minute < valid + invalid; minute++) {
            tally = tally.with(minute, 1, minute < valid);
        }
        return tally;
    }

    /** {@code WITHIN}, {@code EXCEEDS} or the reason why not. */
    public static String name(Verdict verdict) {
        return verdict.match(w -> "WITHIN", e -> "EXCEEDS", n -> n.reason().name());
    }

    private static Optional<ReportedNumber> number(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(ReportedNumber.of(text));
    }
}
