package io.stackwatch.core.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.DataTable;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QaRuleTest {

    private final QaRule rule = QaRule.load();

    // HJ 75-2017 part 11 as regulation.md 2.5 has it; at a bound it is kept, and the size of a deviation counts
    @ParameterizedTest
    @CsvSource({
        "a34013, ZERO_DRIFT, FULL_SCALE, 2.0, '', PASSES",
        "a34013, ZERO_DRIFT, FULL_SCALE, 2.01, '', BEYOND_REQUIREMENT",
        "a34013, SPAN_DRIFT, FULL_SCALE, -8.0, '', BEYOND_REQUIREMENT",
        "a34013, SPAN_DRIFT, FULL_SCALE, -8.01, '', OUT_OF_CONTROL",
        "a21026, ZERO_DRIFT, FULL_SCALE, 2.5, '', PASSES",
        "a21026, ZERO_DRIFT, FULL_SCALE, 5.0, '', BEYOND_REQUIREMENT",
        "a21026, ZERO_DRIFT, FULL_SCALE, -5.1, '', OUT_OF_CONTROL",
        "a21026, SPAN_DRIFT, FULL_SCALE, 10.0, '', BEYOND_REQUIREMENT",
        "a21026, SPAN_DRIFT, FULL_SCALE, 10.1, '', OUT_OF_CONTROL",
        // flow: one of both is enough to pass, both must be exceeded to lose control
        "a01011, ZERO_DRIFT, FULL_SCALE, 3.0, 2.5, PASSES",
        "a01011, ZERO_DRIFT, FULL_SCALE, 9.0, 0.9, PASSES",
        "a01011, ZERO_DRIFT, FULL_SCALE, 9.0, 1.8, BEYOND_REQUIREMENT",
        "a01011, ZERO_DRIFT, FULL_SCALE, 8.0, 1.9, BEYOND_REQUIREMENT",
        "a01011, ZERO_DRIFT, FULL_SCALE, 8.1, 1.9, OUT_OF_CONTROL",
        "a21026, SYSTEM_CALIBRATION, '', '', 200, PASSES",
        "a21026, SYSTEM_CALIBRATION, '', '', 201, BEYOND_REQUIREMENT",
        "a21026, INDICATION_ERROR, NOMINAL, -5, '', PASSES",
        "a21026, INDICATION_ERROR, NOMINAL, -68.8, '', BEYOND_REQUIREMENT",
        "a21026, INDICATION_ERROR, FULL_SCALE, 2.6, '', BEYOND_REQUIREMENT",
        "a21026, RELATIVE_ACCURACY, REFERENCE, 15, '', PASSES",
        "a21026, RELATIVE_ACCURACY, REFERENCE, 15.1, '', OUT_OF_CONTROL",
        "a01011, RELATIVE_ACCURACY, REFERENCE, 11, '', BEYOND_REQUIREMENT",
        "a01011, RELATIVE_ACCURACY, REFERENCE, 12.1, '', OUT_OF_CONTROL",
        "a01012, RELATIVE_ACCURACY, '', '', -3.1, OUT_OF_CONTROL",
        "a01014, RELATIVE_ACCURACY, REFERENCE, 25, '', PASSES",
    })
    void theFiguresDecideByTheRow(
            String factor, QaCheck check, String basis, String percent, String absolute, QaResult expected) {
        QaFinding finding = rule.of(event(factor, check, figures(basis, percent, absolute), Optional.empty()));
        assertEquals(expected, finding.result());
        assertEquals(QaFinding.Ground.FIGURES, finding.ground());
        assertTrue(finding.row().isPresent());
    }

    @Test
    void theFiguresGoBeforeWhatTheRecordStates() {
        QaFinding finding = rule.of(
                event("a21026", QaCheck.ZERO_DRIFT, figures("FULL_SCALE", "6", ""), Optional.of(QaResult.PASSES)));
        assertEquals(QaResult.OUT_OF_CONTROL, finding.result());
        assertTrue(finding.contradictsStated());
    }

    @Test
    void whereNoRowJudgesTheStatedResultCounts() {
        QaFinding stated = rule.of(event(
                "a34013",
                QaCheck.RELATIVE_ACCURACY,
                figures("REFERENCE", "30", ""),
                Optional.of(QaResult.OUT_OF_CONTROL)));
        assertEquals(QaResult.OUT_OF_CONTROL, stated.result());
        assertEquals(QaFinding.Ground.STATED, stated.ground());
    }

    @Test
    void whatNobodyJudgedIsNotJudgedAndNeverPassed() {
        QaFinding noRow = rule.of(event("a34013", QaCheck.RELATIVE_ACCURACY, QaFigures.NONE, Optional.empty()));
        assertEquals(QaResult.NOT_JUDGED, noRow.result());
        assertEquals(QaFinding.Ground.NO_ROW, noRow.ground());
        QaFinding noFigures = rule.of(event("a21026", QaCheck.ZERO_DRIFT, QaFigures.NONE, Optional.empty()));
        assertEquals(QaResult.NOT_JUDGED, noFigures.result());
        assertEquals(QaFinding.Ground.NO_FIGURES, noFigures.ground());
    }

    @Test
    void aTableWithTwoRowsForOneCheckIsRefused() {
        String header = "check,measurand,mode,basis,interval,pass_percent,pass_absolute,control_percent,"
                + "control_absolute,unit,from,until,source,mark\n";
        DataTable table = DataTable.parse(
                "two.csv",
                header + "ZERO_DRIFT,GAS,,FULL_SCALE,P1D,2.5,,5,,,,,own,DESIGN\n"
                        + "ZERO_DRIFT,GAS,AUTOMATIC,FULL_SCALE,P1D,2.5,,5,,,2026-01-01,,own,DESIGN\n");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> QaLimits.of(table))
                .getMessage()
                .startsWith("two.csv:3: column check"));
    }

    private static QaFigures figures(String basis, String percent, String absolute) {
        return new QaFigures(
                number(percent),
                basis.isEmpty() ? Optional.empty() : Optional.of(QaBasis.valueOf(basis)),
                number(absolute));
    }

    private static Optional<BigDecimal> number(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static QaEvent event(String factor, QaCheck check, QaFigures figures, Optional<QaResult> stated) {
        return new QaEvent(
                1,
                new QaEvent.Subject(QaFixture.OUTLET, new FactorCode(factor), check),
                QaMode.MANUAL_EXTRACTIVE,
                QaFixture.at("2026-11-24T10:00"),
                figures,
                stated,
                "book 7");
    }
}
