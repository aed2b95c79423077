package io.stackwatch.gateway.relay;

import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.session.FrameOpener;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.relay.packet.ClearText;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens frames with the keys that their station had when they arrived. For one thread. */
final class RegisteredKeys implements ClearText {

    private final Supplier<RegistrySnapshot> registry;
    private final FrameOpener opener = new FrameOpener();

    RegisteredKeys(Supplier<RegistrySnapshot> registry) {
        this.registry = registry;
    }

    @Override
    public Optional<Frame> open(Mn station, Instant arrivedAt, Frame frame) {
        Optional<StationProfile> profile = registry.get().profileAt(station, arrivedAt);
        return profile.flatMap(StationProfile::encryption).isEmpty()
                ? Optional.of(frame)
                : opener.read(frame.bytes(), profile).frame();
    }
}
