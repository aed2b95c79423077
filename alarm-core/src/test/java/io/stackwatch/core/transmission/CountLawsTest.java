package io.stackwatch.core.transmission;

import static io.stackwatch.core.transmission.CountFixture.TERMS;
import static io.stackwatch.core.transmission.CountFixture.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Validity;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.OutletId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every day, on days that are drawn with fixed seeds. */
final class CountLawsTest {

    private static final int DAYS = 400;
    private static final Instant DAY = at("2026-11-07T00:00");
    private static final OutletId OUTLET = new OutletId("DW001");
    private static final FactorCode COD = new FactorCode("w01018");

    @Test
    void everyRateLiesBetweenZeroAndOneAndIsTheProductOfTheOtherTwo() {
        for (long seed = 0; seed < DAYS; seed++) {
            for (Variant variant : Variant.values()) {
                Counts counts = count(day(new Random(seed)), variant);
                assertTrue(counts.due() <= 24 && counts.received() <= counts.due(), "seed " + seed);
                if (counts.received() > 0) {
                    long product = counts.received() * counts.valid();
                    Rate effective = counts.effective().orElseThrow();
                    assertEquals(
                            0,
                            effective.compareTo(new Rate(product, counts.due() * counts.received())),
                            "seed " + seed);
                }
            }
        }
    }

    @Test
    void poolingIsTheSameInEveryGrouping() {
        Random draw = new Random(7);
        for (int i = 0; i < DAYS; i++) {
            Counts a = count(day(draw), Variant.FINAL);
            Counts b = count(day(draw), Variant.FINAL);
            Counts c = count(day(draw), Variant.FINAL);
            assertEquals(a.plus(b).plus(c), a.plus(b.plus(c)));
            assertEquals(a.plus(b), b.plus(a));
            assertEquals(a, a.plus(Counts.NONE));
        }
    }

    @Test
    void aValidHourMoreNeverLowersARate() {
        for (long seed = 0; seed < DAYS; seed++) {
            List<HourQuestion> before = day(new Random(seed));
            for (int h = 0; h < 24; h += 5) {
                HourQuestion hour = before.get(h);
                List<ReceivedHour> more = new ArrayList<>(hour.versions());
                more.add(new ReceivedHour(
                        9,
                        hour.hour().end().plus(TERMS.grace()),
                        CountFixture.VALID,
                        Optional.of(BigDecimal.TEN),
                        "journal 9"));
                List<Circumstance> others = hour.circumstances().stream()
                        .filter(one -> one.kind() != Circumstance.Kind.EQUIPMENT_MARK
                                && one.kind() != Circumstance.Kind.OUT_OF_CONTROL)
                        .toList();
                HourQuestion valid = new HourQuestion(hour.hour(), hour.due(), more, others, hour.range());
                for (Variant variant : Variant.values()) {
                    notLower(before, replaced(before, h, valid), variant, "seed " + seed + " hour " + h);
                }
            }
        }
    }

    @Test
    void anExemptionNeverLowersARate() {
        for (long seed = 0; seed < DAYS; seed++) {
            List<HourQuestion> before = day(new Random(seed));
            for (int h = 0; h < 24; h++) {
                HourQuestion granted = with(before.get(h), held(Circumstance.Kind.EXEMPTION, h, 0, 60, DAY, "grant"));
                for (Variant variant : Variant.values()) {
                    notLower(before, replaced(before, h, granted), variant, "seed " + seed + " hour " + h);
                }
            }
        }
    }

    @Test
    void whenAnHourCameBeforeTheFreezeChangesNothingInTheEnd() {
        for (long seed = 0; seed < DAYS; seed++) {
            Random draw = new Random(seed);
            List<HourQuestion> day = new ArrayList<>();
            List<HourQuestion> otherwise = new ArrayList<>();
            for (HourQuestion hour : day(draw)) {
                List<ReceivedHour> one = hour.versions().stream().limit(1).toList();
                day.add(new HourQuestion(
                        hour.hour(), hour.due(), moved(one, draw), hour.circumstances(), hour.range()));
                otherwise.add(new HourQuestion(
                        hour.hour(), hour.due(), moved(one, draw), hour.circumstances(), hour.range()));
            }
            assertEquals(answers(day, Variant.FINAL), answers(otherwise, Variant.FINAL), "seed " + seed);
        }
    }

    private static List<ReceivedHour> moved(List<ReceivedHour> versions, Random draw) {
        Duration span = Duration.between(DAY.plus(Duration.ofDays(1)), CountFixture.FREEZE);
        return versions.stream()
                .map(one -> new ReceivedHour(
                        one.version(),
                        CountFixture.FREEZE.minusSeconds(draw.nextInt(Math.toIntExact(span.toSeconds()))),
                        one.validity(),
                        one.measured(),
                        one.evidence()))
                .toList();
    }

    @Test
    void theOrderInWhichFactsAreTakenUpChangesNothing() {
        for (long seed = 0; seed < DAYS; seed++) {
            List<HourQuestion> day = day(new Random(seed));
            Random draw = new Random(seed + 1_000);
            List<HourQuestion> shuffled = new ArrayList<>();
            for (HourQuestion hour : day) {
                List<ReceivedHour> versions = new ArrayList<>(hour.versions());
                List<Circumstance> circumstances = new ArrayList<>(hour.circumstances());
                Collections.shuffle(versions, draw);
                Collections.shuffle(circumstances, draw);
                shuffled.add(new HourQuestion(hour.hour(), hour.due(), versions, circumstances, hour.range()));
            }
            Collections.shuffle(shuffled, draw);
            for (Variant variant : Variant.values()) {
                assertEquals(answers(day, variant), answers(shuffled, variant), "seed " + seed);
            }
        }
    }

    private static void notLower(List<HourQuestion> before, List<HourQuestion> after, Variant variant, String place) {
        Optional<Rate> was = count(before, variant).effective();
        Optional<Rate> is = count(after, variant).effective();
        if (was.isPresent() && is.isPresent()) {
            assertTrue(is.get().compareTo(was.get()) >= 0, () -> place + ": " + was + " became " + is);
        }
    }

    private static Counts count(List<HourQuestion> day, Variant variant) {
        return answers(day, variant).stream()
                .map(answer -> answer.standing().counts())
                .reduce(Counts.NONE, Counts::plus);
    }

    private static List<StandingAnswer> answers(List<HourQuestion> day, Variant variant) {
        return List.copyOf(
                new DayStandings(TERMS).of(day, variant, CountFixture.FREEZE).values());
    }

    private static List<HourQuestion> replaced(List<HourQuestion> day, int at, HourQuestion hour) {
        List<HourQuestion> other = new ArrayList<>(day);
        other.set(at, hour);
        return other;
    }

    private static HourQuestion with(HourQuestion hour, Circumstance more) {
        List<Circumstance> circumstances = new ArrayList<>(hour.circumstances());
        circumstances.add(more);
        return new HourQuestion(hour.hour(), hour.due(), hour.versions(), circumstances, hour.range());
    }

    private static List<HourQuestion> day(Random draw) {
        List<HourQuestion> day = new ArrayList<>();
        for (int h = 0; h < 24; h++) {
            FactorHour hour = new FactorHour(OUTLET, COD, DAY.plus(Duration.ofHours(h)));
            List<ReceivedHour> versions = new ArrayList<>();
            for (int v = draw.nextInt(3); v > 0; v--) {
                versions.add(report(hour, versions.size() + 1, draw));
            }
            List<Circumstance> circumstances = new ArrayList<>();
            for (Circumstance.Kind kind : Circumstance.Kind.values()) {
                if (draw.nextInt(8) == 0) {
                    int from = draw.nextInt(50);
                    circumstances.add(held(
                            kind, h, from, from + 1 + draw.nextInt(60), DAY.plusSeconds(draw.nextInt(200_000)), "x"));
                }
            }
            Due due = draw.nextInt(15) == 0 ? new Due.No(Due.Reason.EXEMPT, "grant 1") : new Due.Yes();
            day.add(new HourQuestion(hour, due, versions, circumstances, MeasuringRange.UNKNOWN));
        }
        return day;
    }

    private static ReceivedHour report(FactorHour hour, int version, Random draw) {
        Validity validity =
                draw.nextInt(3) == 0 ? new Validity.Invalid(Validity.Reason.FLAGGED, "D") : CountFixture.VALID;
        Instant arrived = hour.end().plusSeconds(version * 60L + draw.nextInt(draw.nextBoolean() ? 120 : 3_000_000));
        return new ReceivedHour(version, arrived, validity, Optional.of(BigDecimal.ONE), "journal " + version);
    }

    private static Circumstance held(
            Circumstance.Kind kind, int hour, int fromMinute, int untilMinute, Instant knownFrom, String id) {
        Instant start = DAY.plus(Duration.ofHours(hour));
        return new Circumstance(
                kind,
                kind + " " + id,
                new Window(start.plusSeconds(60L * fromMinute), start.plusSeconds(60L * untilMinute)),
                Effective.since(knownFrom));
    }
}
