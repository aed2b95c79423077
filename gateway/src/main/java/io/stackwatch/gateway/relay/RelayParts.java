package io.stackwatch.gateway.relay;

import io.stackwatch.connectors.hj212.server.Downlink;
import io.stackwatch.gateway.exchange.NewSecrets;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What relays need of the gateway; all of it stays the caller's.
 *
 * @param vertx whose event loops serve the lines
 * @param journal what is forwarded
 * @param store where the ledgers are
 * @param registry who is where
 * @param downlink the way to stations
 * @param told who must know what a platform gives a station: a password, a key
 * @param clock the gateway's clock: ages, hours, rests
 * @param nanos monotonic wall time: time-outs, pauses, pace
 * @param options bounds and waits
 */
public record RelayParts(
        Vertx vertx,
        Journal journal,
        RecordStore store,
        Supplier<RegistrySnapshot> registry,
        Downlink downlink,
        NewSecrets told,
        Clock clock,
        LongSupplier nanos,
        RelayOptions options) {}
