package io.stackwatch.gateway.relay;

import io.stackwatch.connectors.hj212.codec.Command;
import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.relay.packet.Heading;
import io.stackwatch.gateway.relay.target.RelayTarget;
import java.util.Optional;

/**
 * A platform's command and whom it is for.
 *
 * @param frame as it came
 * @param heading what it says of itself
 * @param station the station, by the name that it has here; a stranger keeps the name that the platform gave it
 */
record PlatformCommand(Frame frame, Heading heading, Mn station) {

    /** Reads it for a target; empty if it names no station. */
    static Optional<PlatformCommand> of(RelayTarget target, Frame frame, Heading heading) {
        String mn = heading.mn();
        if (mn.isEmpty() || mn.length() > Mn.MAX_LENGTH || !mn.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            return Optional.empty();
        }
        Mn station = target.rewriting().flatMap(rules -> rules.stationOf(mn)).orElse(new Mn(mn));
        return Optional.of(new PlatformCommand(frame, heading, station));
    }

    /** Whether it is answered by 9013, so that there is no way to refuse it (2012, 2022). */
    boolean isNotice() {
        return CommandTable.standard()
                .find(heading.command())
                .filter(row -> row.answer() == Command.Answer.NOTICE)
                .isPresent();
    }
}
