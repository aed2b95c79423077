package io.stackwatch.core.integrity;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.Delivery;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;

/** A day of one outlet and the days before it, hour by hour; hour 0 is the first of the examined day, hours before it count down. */
final class WindowFixture {

    static final String PM = "a34013";
    static final String SO2 = "a21026";
    static final String NOX = "a21002";
    static final String O2 = "a19001";
    static final String FLOW = "a00000";
    static final String HEAT = "a01012";
    static final String MOISTURE = "a01014";
    static final String LOAD = "x45001";
    static final OutletId OUTLET = new OutletId("O-1");

    private static final List<String> POLLUTANTS = List.of(PM, SO2, NOX);
    private static final Map<String, String> UNITS = Map.of(
            PM, "mg/m3", SO2, "mg/m3", NOX, "mg/m3", O2, "%", FLOW, "m3/s", HEAT, "degC", MOISTURE, "%", LOAD, "t/h");

    private final Window day;
    private final Map<FactorHour, Hour> hours = new TreeMap<>(Comparator.comparing(FactorHour::outlet)
            .thenComparing(FactorHour::factor)
            .thenComparing(FactorHour::start));
    private final List<StationAct> acts = new ArrayList<>();
    private final List<ClockReading> clock = new ArrayList<>();

    private WindowFixture(Window day) {
        this.day = day;
    }

    /** One hour that a test may change. */
    static final class Hour {
        double avg;
        double zs = Double.NaN;
        double min;
        double max;
        double limit = Double.NaN;
        double reference = Double.NaN;
        double range = Double.NaN;
        String flag = "N";
    }

    static WindowFixture on(String day) {
        return new WindowFixture(Window.day(LocalDate.parse(day), LegalTime.ZONE));
    }

    /** A figure that moves by a share about its base without repeating soon. */
    static double moving(double base, double share, int hour) {
        return base * (1 + share * (Math.floorMod(hour * 3_701, 997) - 498) / 498.0);
    }

    /** Figures of consecutive hours, {@code to} excluded; within an hour they move by a tenth. */
    WindowFixture hours(String factor, int from, int to, IntToDoubleFunction figure) {
        return at(OUTLET, factor, from, to, figure);
    }

    WindowFixture at(OutletId outlet, String factor, int from, int to, IntToDoubleFunction figure) {
        for (int i = from; i < to; i++) {
            Hour hour = new Hour();
            hour.avg = figure.applyAsDouble(i);
            hour.min = hour.avg * 0.9;
            hour.max = hour.avg * 1.1;
            hours.put(key(outlet, factor, i), hour);
        }
        return this;
    }

    /** Changes hours that are there. */
    WindowFixture change(String factor, int from, int to, Consumer<Hour> change) {
        return changeAt(OUTLET, factor, from, to, change);
    }

    WindowFixture changeAt(OutletId outlet, String factor, int from, int to, Consumer<Hour> change) {
        for (int i = from; i < to; i++) {
            change.accept(hours.get(key(outlet, factor, i)));
        }
        return this;
    }

    WindowFixture without(String factor, int from, int to) {
        for (int i = from; i < to; i++) {
            hours.remove(key(OUTLET, factor, i));
        }
        return this;
    }

    WindowFixture act(StationAct.Kind kind, String factor, int hour) {
        acts.add(new StationAct(kind, new FactorCode(factor), start(hour), "K from 1.0 to 0.6", false));
        return this;
    }

    /** A reading of the logger's clock at a minute of the day, so many seconds ahead. */
    WindowFixture clock(int minute, long ahead) {
        Instant arrived = day.start().plusSeconds(minute * 60L);
        clock.add(new ClockReading(arrived.plusSeconds(ahead), arrived, evidence(minute + 1L)));
        return this;
    }

    OutletWindow window() {
        return window(1);
    }

    /** With concentrations in a unit that is so many times smaller. */
    OutletWindow window(int scale) {
        List<WatchedHour> own = new ArrayList<>();
        List<WatchedHour> elsewhere = new ArrayList<>();
        hours.forEach((key, hour) -> (key.outlet().equals(OUTLET) ? own : elsewhere).add(watched(key, hour, scale)));
        return new OutletWindow(OUTLET, day, own, elsewhere, acts, clock);
    }

    private static WatchedHour watched(FactorHour key, Hour hour, int scale) {
        int by = POLLUTANTS.contains(key.factor().value()) ? scale : 1;
        HourReport report = new HourReport(
                key,
                Optional.of(ReportedNumber.of(decimal(hour.avg, by).toPlainString())),
                known(hour.zs, by).map(zs -> ReportedNumber.of(zs.toPlainString())),
                new Unit((by == 1 ? "" : "x") + UNITS.get(key.factor().value())),
                Optional.of(new DataFlag(hour.flag)),
                Delivery.PROMPT,
                key.end().plusSeconds(60),
                evidence(1 + Math.floorMod(key.hashCode(), 1_000_000)));
        return new WatchedHour(
                report,
                known(hour.min, by),
                known(hour.max, by),
                new HeldAgainst(
                        known(hour.limit, by),
                        known(hour.reference, 1).map(OxygenContent::new),
                        known(hour.range, by)));
    }

    private static Optional<BigDecimal> known(double value, int by) {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(decimal(value, by));
    }

    private static BigDecimal decimal(double value, int by) {
        return BigDecimal.valueOf(Math.round(value * 100), 2).multiply(BigDecimal.valueOf(by));
    }

    private static EvidenceRef evidence(long sequence) {
        return new EvidenceRef(sequence, "0".repeat(64));
    }

    private FactorHour key(OutletId outlet, String factor, int hour) {
        return new FactorHour(outlet, new FactorCode(factor), start(hour));
    }

    private Instant start(int hour) {
        return day.start().plusSeconds(hour * 3_600L);
    }
}
