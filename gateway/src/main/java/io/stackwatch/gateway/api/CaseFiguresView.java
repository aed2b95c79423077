package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.records.CaseFigureRecords.CountyFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How a county deals with its cases; a rate of nothing is null, and none is rounded up. */
record CaseFiguresView(
        RegionCode county,
        long candidates,
        long handedOn,
        long inTime,
        Optional<String> handedOnInTime,
        long files,
        long closed,
        Optional<String> closedShare,
        long open,
        long overdue) {

    static CaseFiguresView of(CountyFigures figures) {
        return new CaseFiguresView(
                figures.county(),
                figures.candidates(),
                figures.handedOn(),
                figures.inTime(),
                percent(figures.inTime(), figures.candidates()),
                figures.files(),
                figures.closed(),
                percent(figures.closed(), figures.files()),
                figures.open(),
                figures.overdue());
    }

    private static Optional<String> percent(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part * 100)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.FLOOR)
                        .toPlainString());
    }
}
