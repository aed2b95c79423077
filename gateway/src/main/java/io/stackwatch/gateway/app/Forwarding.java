package io.stackwatch.gateway.app;

import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.ConfigProblem;
import io.stackwatch.gateway.config.ConfigRefused;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.relay.RelayOptions;
import io.stackwatch.gateway.relay.ReportOptions;
import io.stackwatch.gateway.relay.target.RelayTargets;
import io.stackwatch.gateway.relay.target.TargetsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the settings say of forwarding to upper platforms. */
record Forwarding(RelayTargets targets, RelayOptions options, ReportOptions reports) {

    /** Reads the file of targets too. */
    static Forwarding of(Config config) throws ConfigRefused {
        return new Forwarding(
                targets(config.get(Settings.RELAY_TARGETS)),
                RelayOptions.defaults().withRetry(config.get(Settings.RETRY)),
                new ReportOptions(config.get(Settings.RELAY_REPORT_AT), config.get(Settings.RELAY_KEEP)));
    }

    private static RelayTargets targets(String file) throws ConfigRefused {
        if (file.isBlank()) {
            return RelayTargets.none();
        }
        try {
            return TargetsFile.read(file, Files.readString(Path.of(file)));
        } catch (IOException unreadable) {
            throw new ConfigRefused(List.of(
                    new ConfigProblem("settings", 0, Settings.RELAY_TARGETS.name(), file, "a file that can be read")));
        }
    }
}
