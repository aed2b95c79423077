package io.stackwatch.gateway.judgement;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.integrity.Agreement;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.MadeHour;
import io.stackwatch.gateway.records.MadeHourRecords;
import io.stackwatch.gateway.records.ReportVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two accounts of an hour: what we made of the instruments' own values and what the logger of the outlet reports. Ours is
 * kept apart and never judged; whenever one of both changes they are compared again.
 */
final class AccountDesk {

    private final Workbench bench;
    private final JudgementRules rules;
    private final Episodes episodes;
    /** Whether there is any made hour at all: in most cities there is none, and then no report is looked up. */
    private @Nullable Boolean any;

    AccountDesk(Workbench bench, JudgementRules rules, Episodes episodes) {
        this.bench = bench;
        this.rules = rules;
        this.episodes = episodes;
    }

    /** We made an hour for which a logger speaks. */
    void made(Mn station, HourReport made, Instant knownAt) {
        any = true;
        compare(station, made, bench.report(made.hour()).map(ReportVersion::report), knownAt);
    }

    /** The logger reports something new. */
    void reported(HourReport report, Instant knownAt) {
        if (any == null) {
            any = MadeHourRecords.any(bench.handle());
        }
        if (any) {
            MadeHourRecords.find(bench.handle(), report.hour())
                    .ifPresent(row -> compare(row.station(), row.made(), Optional.of(report), knownAt));
        }
    }

    private void compare(Mn station, HourReport made, Optional<HourReport> reported, Instant knownAt) {
        FactorHour hour = made.hour();
        Agreement agreement = rules.accounts().compare(made, reported);
        MadeHourRecords.save(bench.handle(), new MadeHour(station, made, name(agreement), detail(agreement), knownAt));
        List<EvidenceRef> evidence = new ArrayList<>(2);
        evidence.add(made.evidence());
        reported.map(HourReport::evidence).ifPresent(evidence::add);
        boolean agreesLater = MadeHourRecords.agreesLater(bench.handle(), hour);
        episodes.compared(hour, agreement, agreesLater, knownAt, evidence);
    }

    private static String name(Agreement agreement) {
        return agreement.match(agrees -> MadeHour.AGREES, deviates -> MadeHour.DEVIATES, not -> not.why()
                .name());
    }

    private static String detail(Agreement agreement) {
        return agreement.match(
                agrees -> "by " + plain(agrees.by()),
                deviates ->
                        deviates.figure() + " by " + plain(deviates.by()) + ", allowed " + plain(deviates.allowed()),
                not -> "");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
