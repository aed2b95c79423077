package io.stackwatch.core.alarm;

import io.stackwatch.core.emission.EmissionTotal;
import io.stackwatch.core.emission.PermittedTotal;
import io.stackwatch.core.emission.TotalDecision;
import io.stackwatch.core.exceedance.RuleParameter;
import io.stackwatch.core.measurement.LegalTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * Turns totals beside permitted ones into alarms of type EX_TOTAL: one for a permit's stretch of days, about the outlet that the
 * permit names or else about the enterprise; yellow from the warning, red from the permitted total on. It ends when the total is
 * below the warning again and no hour of it is lost, when the permit is gone, or when the days are over and their figures are
 * closed. Pure; safe to share.
 */
public final class TotalEpisodes {

    private static final int DECIMALS_OF_PERCENT = 2;
    private static final int DECIMALS_OF_TONNES = 3;

    /** The key of the alarm about a permit. */
    public static AlarmKey key(PermittedTotal permitted) {
        AlarmSubject subject = permitted
                .outlet()
                .<AlarmSubject>map(AlarmSubject.OfOutlet::new)
                .orElseGet(() -> new AlarmSubject.OfEnterprise(permitted.enterprise()));
        Instant first = permitted.firstDay().atStartOfDay(LegalTime.ZONE).toInstant();
        return new AlarmKey(subject, permitted.factor(), AlarmType.TOTAL, first);
    }

    /** What a total means for the alarm about its permit. */
    public EpisodeDecision decide(TotalCase facts) {
        TotalDecision decision = facts.decision();
        StandingAlarm standing = new StandingAlarm(
                key(decision.permitted()), facts.alarm(), facts.lastHour(), facts.knownAt(), words(decision));
        if (facts.closed()) {
            return standing.over(AlarmReason.PERIOD_CLOSED);
        }
        return switch (decision.level()) {
            case WARNING -> standing.holds(AlarmLevel.YELLOW, AlarmReason.TOTAL_REACHES);
            case REACHED -> standing.holds(AlarmLevel.RED, AlarmReason.TOTAL_REACHES);
            case NONE ->
                decision.reason() == TotalDecision.Reason.BELOW
                        ? standing.over(AlarmReason.TOTAL_BELOW)
                        : StandingAlarm.nothing();
        };
    }

    /** An alarm about a permit that is not registered any more. */
    public EpisodeDecision gone(Alarm alarm, Instant knownAt) {
        return new StandingAlarm(
                        alarm.key(),
                        Optional.of(alarm),
                        alarm.lastHour(),
                        knownAt,
                        "the permit is not registered any more")
                .over(AlarmReason.PERMIT_GONE);
    }

    private static String words(TotalDecision decision) {
        PermittedTotal permitted = decision.permitted();
        EmissionTotal total = decision.total();
        BigDecimal percent = decision.used()
                .numerator()
                .movePointRight(2)
                .divide(decision.used().denominator(), DECIMALS_OF_PERCENT, RoundingMode.DOWN);
        return tonnes(total.sum().tonnes()) + " t of "
                + permitted.allowed().tonnes().stripTrailingZeros().toPlainString() + " t permitted from "
                + permitted.firstDay() + " to " + permitted.lastDay() + " (" + permitted.document() + "): "
                + percent.toPlainString() + " %; measured "
                + tonnes(total.measured().tonnes()) + " t in "
                + total.measuredHours() + " h, substituted "
                + tonnes(total.substituted().tonnes()) + " t in " + total.substitutedHours() + " h, lost "
                + total.lostHours() + " h"
                + decision.row().map(TotalEpisodes::from).orElse("");
    }

    private static String from(RuleParameter row) {
        return "; " + row.name() + " "
                + new BigDecimal(row.value())
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }

    private static String tonnes(BigDecimal tonnes) {
        return tonnes.setScale(DECIMALS_OF_TONNES, RoundingMode.DOWN).toPlainString();
    }
}
