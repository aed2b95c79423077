package io.stackwatch.gateway.api;

import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.exchange.TableRequestPackets;
import io.stackwatch.connectors.hj212.server.Downlink;
import io.stackwatch.connectors.hj212.server.Link;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.exchange.ExchangeDesk;
import io.stackwatch.gateway.exchange.ExchangeOptions;
import io.stackwatch.gateway.exchange.NewSecrets;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One connected logger that takes what is sent to it, and the desk at which it is asked, on a store in a folder of its own. */
final class AskedLogger implements Downlink, AutoCloseable {

    static final Mn MN = new Mn("010000A8900016F000169DC0");

    final List<String> written = Collections.synchronizedList(new ArrayList<>());
    private final Path folder;
    private final RecordStore store;
    private final ExchangeDesk desk;

    AskedLogger() {
        try {
            folder = Files.createTempDirectory("asked");
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
        desk = new ExchangeDesk(
                store,
                mn -> mn.equals(MN) ? Optional.of(StationProfile.strict(MN, "654321")) : Optional.empty(),
                new TableRequestPackets(CommandTable.standard()),
                this,
                NewSecrets.ignored(),
                ExchangeOptions.defaults().withWaiting(6));
    }

    ExchangeDesk desk() {
        return desk;
    }

    @Override
    public Sent send(Mn station, byte[] packet) {
        written.add(new String(packet, StandardCharsets.UTF_8));
        return Sent.WRITTEN;
    }

    @Override
    public Sent sendToPeer(String peer, Instant heardAt, byte[] packet) {
        return Sent.NOT_CONNECTED;
    }

    @Override
    public Optional<Link> link(Mn station) {
        return Optional.of(new Link(station, "10.1.2.3:1", CityFixture.NOW, CityFixture.NOW));
    }

    @Override
    public List<Link> links() {
        return List.of();
    }

    @Override
    public void close() {
        store.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
