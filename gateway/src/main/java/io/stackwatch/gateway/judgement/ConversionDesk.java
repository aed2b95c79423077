package io.stackwatch.gateway.judgement;

import io.stackwatch.core.exceedance.Basis;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.quality.ConversionAnswer;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.records.VerdictRow;
import java.util.Optional;

/** The logger's conversion to reference oxygen beside ours, for every hour that was judged by the logger's. */
final class ConversionDesk {

    private final Workbench bench;
    private final JudgementRules rules;
    private final Episodes episodes;

    ConversionDesk(Workbench bench, JudgementRules rules, Episodes episodes) {
        this.bench = bench;
        this.rules = rules;
        this.episodes = episodes;
    }

    /** An hour has a new verdict. */
    void judged(VerdictRow now) {
        FactorHour hour = now.hour();
        Optional<HourReport> report = bench.report(hour).map(ReportVersion::report);
        if (now.basis().filter(Basis.LOGGER_CONVERTED::equals).isEmpty() || report.isEmpty()) {
            return;
        }
        Optional<HourReport> oxygen = bench.report(hour.of(FactorCode.OXYGEN)).map(ReportVersion::report);
        ConversionAnswer answer = rules.conversions().of(report.get(), oxygen, now.referenceOxygen());
        answer.match(
                agrees -> {
                    episodes.converted(now, false, "");
                    return true;
                },
                deviates -> {
                    episodes.converted(now, true, deviates.shown());
                    return true;
                },
                not -> false);
    }
}
