package io.stackwatch.core.marking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version of a mark with all that happened to it.
 *
 * @param version what was filed
 * @param acts what happened, in order; the first is its filing
 */
public record FiledVersion(MarkVersion version, List<MarkAct> acts) {

    public FiledVersion {
        acts = List.copyOf(acts);
        fold(version, acts);
    }

    /** Where it stands after everything. */
    public MarkState state() {
        return fold(version, acts).orElseThrow(() -> new IllegalStateException("nothing happened to " + name(version)));
    }

    /** Where it stood at an instant; empty before it was filed. */
    public Optional<MarkState> stateAt(Instant instant) {
        return fold(
                version, acts.stream().filter(act -> !act.at().isAfter(instant)).toList());
    }

    /** With one more act. */
    public FiledVersion with(MarkAct act) {
        List<MarkAct> more = new ArrayList<>(acts);
        more.add(act);
        return new FiledVersion(version, more);
    }

    private static Optional<MarkState> fold(MarkVersion version, List<MarkAct> acts) {
        Optional<MarkState> state = Optional.empty();
        for (MarkAct act : acts) {
            if (!act.mark().equals(version.mark()) || act.version() != version.version()) {
                throw new IllegalArgumentException(act + " is no act of " + name(version));
            }
            Optional<MarkState> from = state;
            state = Optional.of(MarkProcess.after(from, act.event())
                    .orElseThrow(() -> new IllegalStateException(act.event()
                            + from.map(known -> " in state " + known).orElse(" does not begin a version")
                            + " of " + name(version))));
        }
        return state;
    }

    private static String name(MarkVersion version) {
        return version.mark() + "/" + version.version();
    }
}
