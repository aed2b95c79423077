package io.stackwatch.gateway.relay;

import io.stackwatch.connectors.hj212.codec.CrcKind;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.gateway.relay.packet.CommandBack;
import io.stackwatch.gateway.relay.target.RelayTarget;
import io.stackwatch.gateway.relay.target.RelayTargets;
import java.util.Optional;

/** Whether a platform may ask a station what it asks: the first objection counts. Pure. */
final class CommandJudge {

    private CommandJudge() {}

    /**
     * The verdict.
     *
     * @param known whether the station is registered and the platform gets its frames
     * @param clear the command in clear; empty if it is encrypted and no key fits
     */
    static Verdict judge(
            RelayTargets targets, RelayTarget target, PlatformCommand command, boolean known, Optional<Frame> clear) {
        boolean renamed = target.rewriting()
                .filter(rules -> rules.stationOf(command.heading().mn()).isEmpty())
                .isPresent();
        if (!known || renamed) {
            return Verdict.UNKNOWN_STATION;
        }
        if (clear.isEmpty() || !clear.get().crcMatches(CrcKind.HJ212)) {
            return Verdict.DAMAGED;
        }
        Optional<String> issued = target.rewriting()
                .flatMap(rules -> Optional.ofNullable(rules.identities().get(command.station())))
                .flatMap(identity -> identity.password());
        if (issued.isPresent() && !issued.equals(CommandBack.password(command.frame()))) {
            return Verdict.WRONG_PASSWORD;
        }
        return targets.controllerOf(command.station()).equals(Optional.of(target.name()))
                ? Verdict.FORWARD
                : Verdict.NOT_CONTROLLING;
    }
}
