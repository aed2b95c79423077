package io.stackwatch.core.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.emission.EmissionTotal;
import io.stackwatch.core.emission.HourEmission;
import io.stackwatch.core.emission.Mass;
import io.stackwatch.core.emission.PermittedTotal;
import io.stackwatch.core.emission.TotalRule;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A year of SO2 beside the 10 tonnes of a permit, day by day. */
final class TotalEpisodesTest {

    private static final Instant NEW_YEAR = Instant.parse("2025-12-31T16:00:00Z");
    private static final PermittedTotal OF_ENTERPRISE = permitted(Optional.empty());

    private final TotalRule beside = new TotalRule(RuleParameters.load());
    private final TotalEpisodes rule = new TotalEpisodes();
    private Optional<Alarm> alarm = Optional.empty();
    private boolean closed;

    @Test
    void aTotalIsWarnedOfReachedAndRevisedBelow() {
        assertEquals("NOTHING_NEW", at(200, "8.999999999", 0));
        assertEquals("STARTED RAISED CONTINUED YELLOW", at(201, "9", 0));
        assertEquals("NOTHING_NEW", at(202, "9.999999999", 0), "more of the same is no news");
        assertEquals("REVISED LEVEL_ROSE CONTINUED RED", at(203, "10", 0));
        assertEquals("NOTHING_NEW", at(204, "9.5", 0), "less, and not below the warning");
        assertEquals("ENDED CLEARED RED", at(205, "8.5", 0));
        assertEquals("NOTHING_NEW", at(206, "8.6", 0));
        assertEquals("REVISED REOPENED CONTINUED RED", at(207, "9.1", 0));
    }

    @Test
    void withLostHoursATotalIsNeverSimplyBelow() {
        at(201, "9", 0);
        assertEquals("NOTHING_NEW", at(202, "8", 7));
        assertEquals("ENDED CLEARED YELLOW", at(203, "8", 0));
    }

    @Test
    void theWordsHaveEveryNumberAndARoundedOneNeverReachesWhatTheExactOneDoesNot() {
        at(201, "9.9999999", 3);
        assertEquals(
                "9.999 t of 10 t permitted from 2026-01-01 to 2026-12-31 (permit 7): 99.99 %; measured 9.899 t in 4000 h,"
                        + " substituted 0.100 t in 12 h, lost 3 h; total.warning-from 90 %",
                alarm.orElseThrow().words());
    }

    @Test
    void theAlarmIsAboutWhatThePermitIsAbout() {
        assertEquals(
                new AlarmSubject.OfEnterprise(new EnterpriseId("E1")),
                TotalEpisodes.key(OF_ENTERPRISE).subject());
        assertEquals(
                new AlarmSubject.OfOutlet(new OutletId("DA001")),
                TotalEpisodes.key(permitted(Optional.of(new OutletId("DA001")))).subject());
        assertEquals(NEW_YEAR, TotalEpisodes.key(OF_ENTERPRISE).firstHour());
    }

    @Test
    void whenTheDaysAreOverAndTheirFiguresClosedTheAlarmEndsWithWhatItCameTo() {
        at(360, "9.5", 0);
        closed = true;
        assertEquals("ENDED CLEARED YELLOW", at(375, "9.7", 0));
        assertEquals(
                AlarmReason.PERIOD_CLOSED,
                alarm.orElseThrow().clearing().orElseThrow().reason());
        assertEquals("NOTHING_NEW", at(376, "9.7", 0));
    }

    @Test
    void anAlarmWhosePermitIsGoneEnds() {
        at(201, "9", 0);
        EpisodeDecision decision = rule.gone(alarm.orElseThrow(), NEW_YEAR.plus(Duration.ofDays(202)));
        assertEquals("ENDED CLEARED YELLOW", shown(decision));
        assertEquals(
                AlarmReason.PERMIT_GONE,
                alarm.orElseThrow().clearing().orElseThrow().reason());
    }

    private static PermittedTotal permitted(Optional<OutletId> outlet) {
        return new PermittedTotal(
                new EnterpriseId("E1"),
                outlet,
                new FactorCode("a21026"),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                Mass.ofTonnes(new BigDecimal("10")),
                "permit 7",
                Verification.VERIFIED);
    }

    private String at(int day, String tonnes, int lost) {
        Instant now = NEW_YEAR.plus(Duration.ofDays(day));
        Mass substituted = Mass.ofTonnes(new BigDecimal("0.1"));
        Mass all = Mass.ofTonnes(new BigDecimal(tonnes));
        EmissionTotal total = new EmissionTotal(
                new Mass(all.milligrams() - substituted.milligrams()),
                4_000,
                substituted,
                12,
                lost == 0 ? Map.of() : Map.of(HourEmission.Reason.NOT_RECEIVED, lost));
        return shown(rule.decide(new TotalCase(
                beside.of(OF_ENTERPRISE, total, now), now.minus(Duration.ofHours(1)), closed, alarm, now)));
    }

    private String shown(EpisodeDecision decision) {
        StringBuilder text = new StringBuilder(decision.kind().name());
        for (AlarmChange change : decision.changes()) {
            alarm = Optional.of(change.alarm());
            change.events().forEach(event -> text.append(' ').append(event.kind()));
            text.append(' ').append(change.alarm().level());
        }
        return text.toString();
    }
}
