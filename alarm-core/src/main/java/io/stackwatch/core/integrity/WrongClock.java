package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import java.time.Duration;
import java.util.List;

/** A logger's clock that goes back, steps, or is wrong (时钟): whoever sets the clock chooses which hour a value belongs to. */
final class WrongClock implements Detector {

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public String looksFor() {
        return "F13: the logger's clock goes back, steps or is wrong";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        List<ClockReading> readings = view.clock();
        int lasting = terms.count("lasting");
        if (readings.size() < 2 * lasting) {
            return new Opinion.CannotSay(
                    Opinion.Reason.TOO_FEW_VALUES, readings.size() + " readings of the clock, not " + 2 * lasting);
        }
        Findings findings = new Findings();
        findings.looked(readings.size());
        steps(readings, lasting, view, terms, findings);
        wrong(readings, view, terms, findings);
        return findings.opinion();
    }

    /** A single frame that was held up is no step: what lies before and what lies behind must both last. */
    private static void steps(
            List<ClockReading> readings, int lasting, OutletView view, Terms terms, Findings findings) {
        Duration step = terms.duration("step");
        int i = lasting;
        while (i + lasting <= readings.size()) {
            Duration before = median(readings.subList(i - lasting, i));
            Duration behind = median(readings.subList(i, i + lasting));
            Duration moved = behind.minus(before);
            if (moved.abs().compareTo(step) > 0) {
                findings.suspect(suspicion(
                        readings.get(i - 1),
                        readings.get(i + lasting - 1),
                        view,
                        terms,
                        "the clock " + (moved.isNegative() ? "goes back" : "jumps ahead") + " by " + moved.abs()));
                i += lasting;
            }
            i++;
        }
    }

    private static void wrong(List<ClockReading> readings, OutletView view, Terms terms, Findings findings) {
        Duration off = median(readings);
        if (off.compareTo(terms.duration("ahead")) > 0 || off.negated().compareTo(terms.duration("behind")) > 0) {
            findings.suspect(suspicion(
                    readings.get(0),
                    readings.get(readings.size() - 1),
                    view,
                    terms,
                    "the clock is " + off.abs() + (off.isNegative() ? " behind" : " ahead") + " most of the time"));
        }
    }

    private static Suspicion suspicion(
            ClockReading first, ClockReading last, OutletView view, Terms terms, String words) {
        Window window = new Window(first.arrived(), last.arrived().plusMillis(1));
        return terms.suspicion(
                view, FactorCode.ALL, window, List.of(), words + ", said " + last.said() + " at " + last.arrived());
    }

    private static Duration median(List<ClockReading> readings) {
        return Figures.median(readings.stream().map(ClockReading::ahead).toList());
    }
}
