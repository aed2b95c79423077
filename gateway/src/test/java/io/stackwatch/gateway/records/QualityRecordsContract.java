package io.stackwatch.gateway.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.core.emission.DryFlow;
import io.stackwatch.core.emission.Duct;
import io.stackwatch.core.emission.FlowBasis;
import io.stackwatch.core.emission.HourEmission;
import io.stackwatch.core.emission.HourEmission.Absent;
import io.stackwatch.core.emission.HourEmission.Measured;
import io.stackwatch.core.emission.HourEmission.Reason;
import io.stackwatch.core.emission.Mass;
import io.stackwatch.core.emission.PermittedTotal;
import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.InstrumentRange;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.quality.QaBasis;
import io.stackwatch.core.quality.QaCheck;
import io.stackwatch.core.quality.QaEvent;
import io.stackwatch.core.quality.QaFigures;
import io.stackwatch.core.quality.QaMode;
import io.stackwatch.core.quality.QaResult;
import io.stackwatch.core.quality.QaRule;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks of instruments, masses of hours, ducts and permitted totals, whichever database is under them. */
abstract class QualityRecordsContract {

    private static final OutletId OUTLET = new OutletId("DA001");
    private static final FactorCode SO2 = new FactorCode("a21026");
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final Act ACT = new Act(NOON, "张三", "质控台账第7页");
    private static final EvidenceRef EVIDENCE = new EvidenceRef(7, "a".repeat(64));

    private RecordStore store;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        store = RecordStore.open(fresh());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static QaEvent check(String percent, Instant at) {
        return new QaEvent(
                0,
                new QaEvent.Subject(OUTLET, SO2, QaCheck.ZERO_DRIFT),
                QaMode.MANUAL_EXTRACTIVE,
                at,
                new QaFigures(
                        Optional.of(new BigDecimal(percent)),
                        Optional.of(QaBasis.FULL_SCALE),
                        Optional.of(new BigDecimal("-0.3"))),
                Optional.of(QaResult.PASSES),
                "book 7");
    }

    @Test
    void aCheckComesBackAsItWasRecordedWithItsNumber() {
        QaEventRow first = store.write(handle -> QaEventRecords.add(handle, check("-2.40", NOON), ACT, QaRule.load()));
        QaEventRow second = store.write(
                handle -> QaEventRecords.add(handle, check("1", NOON.minusSeconds(60)), ACT, QaRule.load()));
        assertEquals(1, first.event().number());
        assertEquals(List.of(second, first), store.read(handle -> QaEventRecords.of(handle, OUTLET)));
        assertEquals(Optional.of(first), store.read(handle -> QaEventRecords.find(handle, 1)));
        assertEquals(List.of(), store.read(handle -> QaEventRecords.of(handle, new OutletId("DA002"))));
    }

    @Test
    void aWithdrawnCheckStaysAndDoesNotCount() {
        QaEventRow kept = store.write(handle -> QaEventRecords.add(handle, check("6", NOON), ACT, QaRule.load()));
        Act why = new Act(NOON.plusSeconds(60), "李四", "wrong outlet");
        QaEventRow withdrawn = store.write(handle -> QaEventRecords.withdraw(handle, 1, why, QaRule.load()))
                .orElseThrow();
        assertEquals(new QaEventRow(kept.event(), ACT, Optional.of(why)), withdrawn);
        assertEquals(List.of(withdrawn), store.read(handle -> QaEventRecords.of(handle, OUTLET)));
        assertEquals(List.of(), store.read(handle -> QaEventRecords.counting(handle, OUTLET)));
        assertEquals(
                Optional.empty(),
                store.read(
                        handle -> QaEventRecords.counting(handle, kept.event().subject(), NOON)));
        assertEquals(
                Optional.empty(),
                store.write(handle -> QaEventRecords.withdraw(handle, 1, why, QaRule.load())),
                "nobody withdraws it twice");
        assertEquals(Optional.empty(), store.write(handle -> QaEventRecords.withdraw(handle, 9, why, QaRule.load())));
    }

    private static FactorHour hour(int number) {
        return new FactorHour(OUTLET, SO2, NOON.plusSeconds(3_600L * number));
    }

    private static HourEmission measured(long milligrams) {
        return new Measured(
                new Mass(milligrams),
                Concentration.of("28.5"),
                new DryFlow(new Fraction(new BigDecimal("1000000"), new BigDecimal("3"))),
                FlowBasis.FROM_VELOCITY);
    }

    private static EmissionHourRow row(int hour, int version, HourEmission emission) {
        return new EmissionHourRow(hour(hour), version, emission, NOON, List.of(EVIDENCE));
    }

    private void keep(EmissionHourRow... rows) {
        store.write(handle -> {
            EmissionHourRecords.insert(handle, List.of(rows));
            return rows.length;
        });
    }

    @Test
    void aMassComesBackToTheLastDigitAndTheNewestVersionIsTheLatest() {
        EmissionHourRow first = row(1, 1, Absent.because(Reason.FLOW_INVALID, "a00000 FLAGGED D"));
        EmissionHourRow second = row(1, 2, measured(9_500_000));
        keep(first, second, row(2, 1, measured(1)));
        assertEquals(List.of(first, second), store.read(handle -> EmissionHourRecords.history(handle, hour(1))));
        assertEquals(
                second,
                store.read(handle ->
                                EmissionHourRecords.latest(handle, List.of(new OutletHour(OUTLET, hour(1).start()))))
                        .get(hour(1)));
        assertEquals(
                List.of(second, row(2, 1, measured(1))),
                store.read(handle -> EmissionHourRecords.ofFactor(handle, OUTLET, SO2, NOON, hour(3).start())));
        assertEquals(
                List.of(SO2), store.read(handle -> EmissionHourRecords.factors(handle, OUTLET, NOON, hour(3).start())));
    }

    @Test
    void measuredHoursBeforeAnInstantAreTheNewestThatAreMeasuredInTheirLatestVersion() {
        keep(
                row(1, 1, measured(1)),
                row(2, 1, measured(2)),
                row(2, 2, Absent.because(Reason.CONCENTRATION_INVALID, "FLAGGED M")),
                row(3, 1, measured(3)),
                row(4, 1, measured(4)));
        assertEquals(
                List.of(row(3, 1, measured(3)), row(1, 1, measured(1))),
                store.read(handle -> EmissionHourRecords.measuredBefore(handle, OUTLET, SO2, hour(4).start(), 5)));
        assertEquals(
                List.of(row(4, 1, measured(4))),
                store.read(handle -> EmissionHourRecords.measuredBefore(handle, OUTLET, SO2, hour(9).start(), 1)));
    }

    @Test
    void anHourHasEachVersionOnce() {
        keep(row(1, 1, measured(1)));
        assertThrows(RuntimeException.class, () -> keep(row(1, 1, measured(2))));
        assertEquals(
                List.of(row(1, 1, measured(1))), store.read(handle -> EmissionHourRecords.history(handle, hour(1))));
    }

    @Test
    void ductsAndPermittedTotalsComeBackAndAreCorrectedByTheirKey() {
        Duct duct = new Duct(
                OUTLET,
                FlowBasis.FROM_VELOCITY,
                Optional.of(new Duct.Section(new BigDecimal("19.6"), new BigDecimal("0.98"), new BigDecimal("101000"))),
                "acceptance 2025-07",
                Verification.VERIFIED,
                Effective.since(NOON));
        Duct plain = new Duct(
                new OutletId("DA002"),
                FlowBasis.REPORTED_DRY_STANDARD,
                Optional.empty(),
                "acceptance 2025-08",
                Verification.SECONDARY,
                Effective.between(NOON, NOON.plusSeconds(60)));
        PermittedTotal ofAll = permitted(Optional.empty(), "35.6");
        PermittedTotal ofOne = permitted(Optional.of(OUTLET), "12.000000001");
        EmissionRows rows = new EmissionRows(List.of(duct, plain), List.of(ofAll, ofOne));
        save(rows);
        assertEquals(rows, store.read(RegistryRecords::load).emission());

        PermittedTotal corrected = permitted(Optional.empty(), "40");
        save(new EmissionRows(List.of(), List.of(corrected)));
        assertEquals(
                List.of(corrected, ofOne),
                store.read(RegistryRecords::load).emission().permitted());
    }

    @Test
    void measuringRangesComeBackAndAreCorrectedByTheirKey() {
        InstrumentRange open =
                range("a00000", Optional.of("-0.5"), "400", Effective.between(NOON, NOON.plusSeconds(60)));
        InstrumentRange later = range("a00000", Optional.empty(), "600", Effective.since(NOON.plusSeconds(60)));
        InstrumentRange other = range("a01012", Optional.of("0"), "300.0", Effective.since(NOON));
        save(List.of(open, later, other));
        assertEquals(
                List.of(open, later, other), store.read(RegistryRecords::load).ranges());

        InstrumentRange corrected = range("a01012", Optional.of("0"), "250", Effective.since(NOON));
        save(List.of(corrected));
        assertEquals(
                List.of(open, later, corrected),
                store.read(RegistryRecords::load).ranges());
    }

    private static InstrumentRange range(String factor, Optional<String> least, String most, Effective effective) {
        return new InstrumentRange(
                OUTLET,
                new FactorCode(factor),
                least.map(BigDecimal::new),
                new BigDecimal(most),
                new Unit("m3/s"),
                "acceptance 2025-07",
                Verification.SECONDARY,
                effective);
    }

    private void save(List<InstrumentRange> ranges) {
        store.write(handle -> {
            RegistryRecords.save(
                    handle,
                    new RegisteredFacts(
                            RegistryRows.EMPTY,
                            List.of(),
                            List.of(),
                            List.of(),
                            PlantRows.EMPTY,
                            EmissionRows.EMPTY,
                            ranges));
            return ranges;
        });
    }

    private void save(EmissionRows rows) {
        store.write(handle -> {
            RegistryRecords.save(
                    handle,
                    new RegisteredFacts(RegistryRows.EMPTY, List.of(), List.of(), List.of(), PlantRows.EMPTY, rows));
            return rows;
        });
    }

    private static PermittedTotal permitted(Optional<OutletId> outlet, String tonnes) {
        return new PermittedTotal(
                new EnterpriseId("E1"),
                outlet,
                SO2,
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-12-31"),
                Mass.ofTonnes(new BigDecimal(tonnes)),
                "91371500示例001P",
                Verification.VERIFIED);
    }
}
