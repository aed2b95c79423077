package io.stackwatch.core.emission;

import io.stackwatch.core.emission.HourEmission.Absent;
import io.stackwatch.core.emission.HourEmission.Measured;
import io.stackwatch.core.emission.HourEmission.Reason;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Mark;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.quality.QaFixture;
import io.stackwatch.core.transmission.Due;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hours one after the other, from the start of a quarter on. */
final class AccountFixture {

    static final Instant START = QaFixture.at("2026-10-01T00:00");

    private final List<HourFact> facts = new ArrayList<>();
    private final FactorCode factor;

    AccountFixture(String factor) {
        this.factor = new FactorCode(factor);
    }

    private static final RuleParameters PARAMETERS = RuleParameters.load();

    static AccountFixture so2() {
        return new AccountFixture("a21026");
    }

    List<HourFact> facts() {
        return facts;
    }

    AccountFixture measured(int hours, String kilograms) {
        for (int i = 0; i < hours; i++) {
            add(new Due.Yes(), Optional.of(mass(kilograms)), true);
        }
        return this;
    }

    AccountFixture faulty(int hours) {
        for (int i = 0; i < hours; i++) {
            add(new Due.Yes(), Optional.of(Absent.because(Reason.CONCENTRATION_INVALID, "FLAGGED D")), true);
        }
        return this;
    }

    AccountFixture silent(int hours) {
        return none(hours, new Due.Yes());
    }

    AccountFixture stopped(int hours) {
        return none(hours, new Due.No(Due.Reason.STOPPED, "stop 12"));
    }

    AccountFixture none(int hours, Due due) {
        for (int i = 0; i < hours; i++) {
            add(due, Optional.empty(), true);
        }
        return this;
    }

    AccountFixture toCome(int hours) {
        for (int i = 0; i < hours; i++) {
            add(new Due.Yes(), Optional.empty(), false);
        }
        return this;
    }

    /** Measured hours of which an equipment mark covers the first minutes of an instrument. */
    AccountFixture marked(int hours, String kilograms, FactorCode instrument, int minutes) {
        return marked(hours, kilograms, instrument, minutes, new Due.Yes());
    }

    AccountFixture marked(int hours, String kilograms, FactorCode instrument, int minutes, Due due) {
        for (int i = 0; i < hours; i++) {
            FactorHour hour = next();
            Mark mark = new Mark(
                    "M-7",
                    Mark.Kind.EQUIPMENT,
                    new Window(hour.start(), hour.start().plus(Duration.ofMinutes(minutes))));
            TakenByMarks taken = TakenByMarks.of(hour, Map.of(instrument, List.of(mark)), PARAMETERS);
            facts.add(new HourFact(hour, due, Optional.of(mass(kilograms)), true, taken));
        }
        return this;
    }

    AccountFixture add(Due due, Optional<HourEmission> recorded, boolean over) {
        facts.add(new HourFact(next(), due, recorded, over, TakenByMarks.NOTHING));
        return this;
    }

    private FactorHour next() {
        return new FactorHour(QaFixture.OUTLET, factor, START.plus(Duration.ofHours(facts.size())));
    }

    static HourEmission mass(String kilograms) {
        return new Measured(
                Mass.ofKilograms(Fraction.parse(kilograms)).orElseThrow(),
                Concentration.of("10"),
                new DryFlow(Fraction.of(new BigDecimal("100000"))),
                FlowBasis.REPORTED_DRY_STANDARD);
    }

    static String shown(HourEmission emission) {
        return emission.match(
                measured -> "measured " + measured.kept(),
                substituted -> "substituted " + substituted.kept() + " by "
                        + substituted.row().id() + " of " + substituted.from().count() + " hours for "
                        + substituted.lostBecause(),
                absent -> "absent " + absent.why() + " " + absent.noSubstitute());
    }
}
