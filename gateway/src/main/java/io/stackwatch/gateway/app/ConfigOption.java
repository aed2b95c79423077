package io.stackwatch.gateway.app;

import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.ConfigRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the configuration file. */
final class ConfigOption {

    private static final Path USUAL = Path.of("stackwatch.yaml");

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Configuration file (default: stackwatch.yaml in this directory, if there is one).")
    private @Nullable Path file;

    /** File, environment and defaults, checked. */
    Config read(Map<String, String> environment) throws ConfigRefused, IOException {
        Path chosen = file != null ? file : USUAL;
        if (file == null && !Files.exists(USUAL)) {
            return Config.read(USUAL.toString(), "", environment);
        }
        return Config.read(chosen.toString(), Files.readString(chosen), environment);
    }
}
