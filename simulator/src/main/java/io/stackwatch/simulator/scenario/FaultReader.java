package io.stackwatch.simulator.scenario;

import io.stackwatch.simulator.fault.FaultKind;
import io.stackwatch.simulator.fault.Lapse;
import io.stackwatch.simulator.fault.LapseKind;
import io.stackwatch.simulator.fault.Strike;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the list {@code faults} of a logger: faults on the wire, and lapses in answering and encrypting. */
final class FaultReader {

    private static final Set<String> KEYS = Set.of("kind", "every", "pause", "code", "from", "to");
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Moments moments;
    private final List<Strike> strikes = new ArrayList<>();
    private final List<Lapse> lapses = new ArrayList<>();

    FaultReader(Moments moments) {
        this.moments = moments;
    }

    FaultReader read(Section logger) throws ScenarioRefused {
        for (Section item : logger.sections("faults", KEYS)) {
            read(item, item.text("kind"));
        }
        return this;
    }

    List<Strike> strikes() {
        return strikes;
    }

    List<Lapse> lapses() {
        return lapses;
    }

    private void read(Section item, String name) throws ScenarioRefused {
        Optional<FaultKind> fault = FaultKind.named(name);
        Optional<LapseKind> lapse = LapseKind.named(name);
        if (fault.isEmpty() && lapse.isEmpty()) {
            throw item.refused("kind", "one of " + names(), "'" + name + "'");
        }
        long every = item.whole("every", 1);
        if (every < 1 || every > 1_000_000) {
            throw item.refused("every", "1 to 1000000", "" + every);
        }
        Window window = moments.window(item);
        if (fault.isPresent()) {
            refuseWhatItHasNot(item, name);
            strikes.add(new Strike(fault.get(), window.from(), window.to(), (int) every));
        } else {
            lapses.add(
                    new Lapse(lapse.orElseThrow(), window.from(), window.to(), (int) every, pause(item), code(item)));
        }
    }

    private static void refuseWhatItHasNot(Section item, String name) throws ScenarioRefused {
        for (String key : new String[] {"pause", "code"}) {
            if (item.has(key)) {
                throw item.refused(key, "nothing, " + name + " has no " + key, "'" + item.text(key) + "'");
            }
        }
    }

    private static Duration pause(Section item) throws ScenarioRefused {
        Duration pause = item.duration("pause", Lapse.USUAL_PAUSE);
        if (pause.isNegative() || pause.compareTo(LONGEST_PAUSE) > 0) {
            throw item.refused("pause", "0 to 1h", item.text("pause"));
        }
        return pause;
    }

    private static int code(Section item) throws ScenarioRefused {
        long code = item.whole("code", Lapse.USUAL_CODE);
        if (code < 0 || code > 999) {
            throw item.refused("code", "0 to 999", "" + code);
        }
        return (int) code;
    }

    private static List<String> names() {
        return Stream.concat(FaultKind.names().stream(), LapseKind.names().stream())
                .toList();
    }
}
