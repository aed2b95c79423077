package io.stackwatch.gateway.app;

import io.stackwatch.gateway.access.AccessDesk;
import io.stackwatch.gateway.access.AccessOptions;
import io.stackwatch.gateway.access.StoredSubjects;
import io.stackwatch.gateway.api.Entrance;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.ConfigProblem;
import io.stackwatch.gateway.config.ConfigRefused;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.LiveRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** How people come in, as the settings say. */
final class Entrances {

    private Entrances() {}

    /** Refuses settings with which anybody on the network could come in without signing in. */
    static void check(Config config) throws ConfigRefused {
        if (config.opensToStrangers()) {
            throw new ConfigRefused(List.of(new ConfigProblem(
                    "settings",
                    0,
                    Settings.HTTP_HOST.name(),
                    config.get(Settings.HTTP_HOST),
                    Settings.LOOPBACK_OR_SIGN_IN)));
        }
    }

    /** The entrance of a gateway. */
    static Entrance of(Config config, RecordStore store, LiveRegistry registry, Journal journal, Clock clock) {
        return new Entrance(
                config.get(Settings.API_SIGN_IN),
                desk(config, store, clock),
                new StoredSubjects(store, registry::snapshot, journal, clock),
                Arrays.stream(config.get(Settings.API_NAMES).split("[,\\s]+", -1))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    /** Accounts and sessions over a store; sessions run on the wall clock also where the city's clock runs fast. */
    static AccessDesk desk(Config config, RecordStore store, Clock clock) {
        return AccessDesk.open(
                store,
                new AccessOptions(config.get(Settings.API_SESSION_LONGEST), config.get(Settings.API_SESSION_IDLE)),
                new SecureRandom(),
                clock,
                Clock.systemUTC());
    }
}
