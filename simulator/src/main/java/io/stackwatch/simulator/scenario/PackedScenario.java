package io.stackwatch.simulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** A scenario that comes with the simulator: a resource whose name is that of the file it is. */
final class PackedScenario {

    private PackedScenario() {}

    static Scenario read(String resource, Optional<Instant> start) throws ScenarioRefused {
        try (InputStream in = PackedScenario.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
            String name = resource.substring(resource.lastIndexOf('/') + 1);
            return new ScenarioReader().read(name, text, start, Instant.EPOCH);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    /** With its own start; it was tested and cannot be refused. */
    static Scenario read(String resource) {
        try {
            return read(resource, Optional.empty());
        } catch (ScenarioRefused refused) {
            throw new IllegalStateException("a scenario that comes with the program is wrong", refused);
        }
    }
}
