package io.stackwatch.core.transmission;

import io.stackwatch.core.exceedance.CountParameters;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Validity;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.OutletId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An hour of SO2 of November 2026 and what may be known of it, told step by step; times are legal time. */
final class CountFixture {

    static final CountTerms TERMS = CountParameters.at(RuleParameters.load(), at("2026-11-01T00:00"));
    static final FactorHour HOUR =
            new FactorHour(new OutletId("DA001"), new FactorCode("a21026"), at("2026-11-07T03:00"));
    static final Instant FREEZE = at("2026-12-11T00:00");
    static final Validity VALID = new Validity.Valid(Validity.Proof.LOGGER_FLAG);

    private final FactorHour hour;
    private Due due = new Due.Yes();
    private MeasuringRange range = MeasuringRange.UNKNOWN;
    private final List<ReceivedHour> versions = new ArrayList<>();
    private final List<Circumstance> circumstances = new ArrayList<>();

    private CountFixture(FactorHour hour) {
        this.hour = hour;
    }

    static CountFixture hour() {
        return new CountFixture(HOUR);
    }

    static CountFixture hour(FactorHour hour) {
        return new CountFixture(hour);
    }

    static Instant at(String legalTime) {
        return LocalDateTime.parse(legalTime).toInstant(ZoneOffset.ofHours(8));
    }

    CountFixture notDue(Due.Reason reason, String document) {
        due = new Due.No(reason, document);
        return this;
    }

    CountFixture range(String least, String most) {
        range = new MeasuringRange(Optional.of(new BigDecimal(least)), Optional.of(new BigDecimal(most)));
        return this;
    }

    /** A valid report of 20 mg/m3. */
    CountFixture arrives(String when) {
        return arrives(when, VALID, "20");
    }

    CountFixture arrives(String when, Validity validity, String measured) {
        versions.add(new ReceivedHour(
                versions.size() + 1,
                at(when),
                validity,
                measured.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(measured)),
                "journal " + (versions.size() + 1)));
        return this;
    }

    CountFixture flagged(String when, String flag) {
        return arrives(when, new Validity.Invalid(Validity.Reason.FLAGGED, flag), "20");
    }

    /** Something that held over some minutes of the hour, counted from the beginning. */
    CountFixture holds(Circumstance.Kind kind, int fromMinute, int untilMinute) {
        return holds(kind, fromMinute, untilMinute, "2026-01-01T00:00", "");
    }

    /** The same, counted from a moment until another or without end. */
    CountFixture holds(Circumstance.Kind kind, int fromMinute, int untilMinute, String knownFrom, String knownUntil) {
        circumstances.add(new Circumstance(
                kind,
                kind + "-" + (circumstances.size() + 1),
                new Window(
                        hour.start().plus(Duration.ofMinutes(fromMinute)),
                        hour.start().plus(Duration.ofMinutes(untilMinute))),
                knownUntil.isEmpty()
                        ? Effective.since(at(knownFrom))
                        : Effective.between(at(knownFrom), at(knownUntil))));
        return this;
    }

    HourQuestion question() {
        return new HourQuestion(hour, due, versions, circumstances, range);
    }

    StandingAnswer answer(Variant variant) {
        return new StandingRule(TERMS).answer(question(), Cutoff.of(variant, hour, FREEZE, TERMS));
    }

    String realTime() {
        return name(answer(Variant.REAL_TIME).standing());
    }

    String inTheEnd() {
        return name(answer(Variant.FINAL).standing());
    }

    List<String> notes(Variant variant) {
        return answer(variant).notes().stream()
                .map(note -> note.kind() + " " + note.id())
                .toList();
    }

    static String name(Standing standing) {
        return standing.match(
                no -> "NOT_DUE " + no.reason() + (no.decidedBy().isEmpty() ? "" : " by " + no.decidedBy()),
                missing -> missing.late() ? "MISSING late" : "MISSING",
                invalid -> "NOT_VALID " + invalid.reason() + " by " + invalid.decidedBy(),
                valid -> "VALID");
    }
}
