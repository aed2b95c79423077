package io.stackwatch.simulator.scenario;

import io.stackwatch.simulator.fault.Lapse;
import io.stackwatch.simulator.fault.Strike;
import io.stackwatch.simulator.report.Identity;
import io.stackwatch.simulator.report.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One logger of a scenario.
 *
 * @param name what people call it, for the screen
 * @param identity how it presents itself
 * @param recorder its stack and what it measures there
 * @param intervals how often it reports
 * @param answers whether it asks for answers to minute, hour and day data
 * @param traits how it behaves when it is asked, cut off, or left alone
 * @param strikes which faults it has on the wire when
 * @param lapses how it answers and encrypts wrongly when
 * @param cuts when it has no network
 * @param backfill whose hours it uploads late, from the moment it is switched on
 */
public record LoggerPlan(
        String name,
        Identity identity,
        Recorder recorder,
        Intervals intervals,
        boolean answers,
        Traits traits,
        List<Strike> strikes,
        List<Lapse> lapses,
        List<Window> cuts,
        Optional<Window> backfill) {

    public LoggerPlan {
        strikes = List.copyOf(strikes);
        lapses = List.copyOf(lapses);
        cuts = List.copyOf(cuts);
    }

    /** The same, without network at these times too. */
    LoggerPlan cutOffToo(List<Window> more) {
        List<Window> all = new ArrayList<>(cuts);
        all.addAll(more);
        return new LoggerPlan(name, identity, recorder, intervals, answers, traits, strikes, lapses, all, backfill);
    }
}
