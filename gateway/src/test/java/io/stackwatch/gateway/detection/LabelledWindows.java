package io.stackwatch.gateway.detection;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.integrity.ClockReading;
import io.stackwatch.core.integrity.HeldAgainst;
import io.stackwatch.core.integrity.OutletWindow;
import io.stackwatch.core.integrity.StationAct;
import io.stackwatch.core.integrity.WatchedHour;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.Delivery;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.simulator.deceit.Act;
import io.stackwatch.simulator.deceit.HourRow;
import io.stackwatch.simulator.deceit.LabelledMonth;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Labelled months as detectors see them: day by day, with what lies before and with some other outlets beside. */
final class LabelledWindows {

    private static final int OTHERS = 5;
    private static final Duration OF_OTHERS = Duration.ofDays(7);
    private static final Map<String, String> UNITS = Map.of(
            "a34013", "mg/m3",
            "a21026", "mg/m3",
            "a21002", "mg/m3",
            "a19001", "%",
            "a00000", "m3/s",
            "a01012", "degC",
            "a01014", "%",
            "x45001", "t/h");

    private final List<LabelledMonth> months;
    private final List<List<WatchedHour>> hours;

    LabelledWindows(List<LabelledMonth> months) {
        this.months = months;
        this.hours = months.stream().map(LabelledWindows::watched).toList();
    }

    /** One day of one of the months. */
    OutletWindow of(int month, Window day) {
        LabelledMonth own = months.get(month);
        return new OutletWindow(
                new OutletId(own.outlet()),
                day,
                hours.get(month).stream()
                        .filter(hour -> hour.start().isBefore(day.end()))
                        .toList(),
                others(month, day),
                own.acts().stream()
                        .filter(act -> act.at().isBefore(day.end()))
                        .map(LabelledWindows::act)
                        .toList(),
                own.clock().stream()
                        .filter(row -> day.contains(row.arrived()))
                        .map(row -> new ClockReading(row.said(), row.arrived(), evidence(row.arrived())))
                        .toList());
    }

    /** The next outlets of the same kind of plant. */
    private List<WatchedHour> others(int month, Window day) {
        List<Integer> same = IntStream.range(1, months.size())
                .map(step -> (month + step) % months.size())
                .filter(other ->
                        months.get(other).kind().equals(months.get(month).kind()))
                .limit(OTHERS)
                .boxed()
                .toList();
        Window week = new Window(day.end().minus(OF_OTHERS), day.end());
        return same.stream()
                .flatMap(other -> hours.get(other).stream())
                .filter(hour -> week.contains(hour.start())
                        && hour.heldAgainst().limit().isPresent())
                .toList();
    }

    private static List<WatchedHour> watched(LabelledMonth month) {
        return month.rows().stream().map(row -> watched(month, row)).toList();
    }

    private static WatchedHour watched(LabelledMonth month, HourRow row) {
        Optional<BigDecimal> limit = Optional.ofNullable(month.wishes().get(row.factor()));
        return new WatchedHour(
                new HourReport(
                        new FactorHour(new OutletId(month.outlet()), new FactorCode(row.factor()), row.start()),
                        Optional.of(number(row.avg())),
                        row.converted().map(LabelledWindows::number),
                        new Unit(UNITS.getOrDefault(row.factor(), "1")),
                        Optional.of(new DataFlag(row.flag())),
                        Delivery.PROMPT,
                        row.start().plusSeconds(3_660),
                        evidence(row.start())),
                Optional.of(row.min()),
                Optional.of(row.max()),
                new HeldAgainst(
                        limit,
                        limit.map(some -> new OxygenContent(BigDecimal.valueOf(month.referenceOxygen()))),
                        Optional.ofNullable(month.ranges().get(row.factor()))));
    }

    private static StationAct act(Act act) {
        return new StationAct(
                act.calibration() ? StationAct.Kind.CALIBRATED : StationAct.Kind.PARAMETER_CHANGED,
                new FactorCode(act.factor()),
                act.at(),
                act.calibration() ? "calibrated" : "slope set",
                act.filed());
    }

    private static ReportedNumber number(BigDecimal value) {
        return ReportedNumber.of(value.toPlainString());
    }

    private static EvidenceRef evidence(Instant at) {
        return new EvidenceRef(at.getEpochSecond(), "0".repeat(64));
    }
}
