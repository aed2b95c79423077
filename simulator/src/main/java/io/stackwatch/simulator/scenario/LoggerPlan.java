package io.stackwatch.simulator.scenario;

import io.stackwatch.simulator.fault.Strike;
import io.stackwatch.simulator.report.Identity;
import io.stackwatch.simulator.report.Recorder;
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
 * @param strikes which faults it has when
 * @param cuts when it has no network
 * @param backfill whose hours it uploads late, from the moment it is switched on
 */
public record LoggerPlan(
        String name,
        Identity identity,
        Recorder recorder,
        Intervals intervals,
        boolean answers,
        List<Strike> strikes,
        List<Window> cuts,
        Optional<Window> backfill) {

    public LoggerPlan {
        strikes = List.copyOf(strikes);
        cuts = List.copyOf(cuts);
    }
}
