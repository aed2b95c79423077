package io.stackwatch.simulator.scenario;

import io.stackwatch.simulator.boiler.BoilerQuantity;
import io.stackwatch.simulator.fault.Disorder;
import io.stackwatch.simulator.fault.DisorderKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the list {@code faults} of a boiler or of the server. */
final class DisorderReader {

    private static final Set<String> KEYS = Set.of("kind", "node", "from", "to", "by");

    private final Moments moments;

    DisorderReader(Moments moments) {
        this.moments = moments;
    }

    /** @param scopes which kinds make sense there */
    List<Disorder> read(Section section, Set<DisorderKind.Scope> scopes) throws ScenarioRefused {
        List<Disorder> disorders = new ArrayList<>();
        for (Section item : section.sections("faults", KEYS)) {
            disorders.add(disorder(item, kind(item, scopes)));
        }
        return disorders;
    }

    private static DisorderKind kind(Section item, Set<DisorderKind.Scope> scopes) throws ScenarioRefused {
        String name = item.text("kind");
        Optional<DisorderKind> kind = DisorderKind.named(name).filter(known -> scopes.contains(known.scope()));
        if (kind.isEmpty()) {
            List<String> names = scopes.stream()
                    .sorted()
                    .flatMap(scope -> DisorderKind.names(scope).stream())
                    .toList();
            throw item.refused("kind", "one of " + names, "'" + name + "'");
        }
        return kind.get();
    }

    private Disorder disorder(Section item, DisorderKind kind) throws ScenarioRefused {
        Window window = moments.window(item);
        return new Disorder(kind, node(item, kind), window.from(), window.to(), offset(item, kind));
    }

    private static String node(Section item, DisorderKind kind) throws ScenarioRefused {
        String node = item.text("node", Disorder.ALL_NODES);
        if (kind.scope() != DisorderKind.Scope.NODE && item.has("node")) {
            throw item.refused("node", "nothing, " + kind.disorderName() + " has no node", "'" + node + "'");
        }
        if (!node.equals(Disorder.ALL_NODES) && BoilerQuantity.named(node).isEmpty()) {
            throw item.refused("node", "all or one of " + BoilerQuantity.names(), "'" + node + "'");
        }
        return node;
    }

    private static Duration offset(Section item, DisorderKind kind) throws ScenarioRefused {
        if (kind != DisorderKind.CLOCK_OFF) {
            if (item.has("by")) {
                throw item.refused("by", "nothing, only clock-off has it", "'" + item.text("by") + "'");
            }
            return Duration.ZERO;
        }
        Duration offset = item.duration("by", Disorder.USUAL_OFFSET);
        if (offset.abs().compareTo(Disorder.LARGEST_OFFSET) > 0) {
            throw item.refused("by", "at most 24h either way", item.text("by"));
        }
        return offset;
    }
}
