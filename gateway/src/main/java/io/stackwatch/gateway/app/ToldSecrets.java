package io.stackwatch.gateway.app;

import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.connectors.hj212.exchange.ExchangeOrder;
import io.stackwatch.gateway.exchange.NewSecrets;
import io.stackwatch.gateway.keys.KeyStore;
import io.stackwatch.gateway.keys.KeysUnusable;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.RegistryRecords;
import io.stackwatch.gateway.records.StationActKind;
import io.stackwatch.gateway.registry.LiveRegistry;
import io.stackwatch.gateway.registry.SheetError;
import io.stackwatch.gateway.registry.StationRegistration;
import io.stackwatch.gateway.trail.ToldActs;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a station was given by a command is what we know it by from then on: a key (1014) from the moment that it leaves, a
 * password (1072) when the station says that it took it.
 *
 * <p>A password that a station took while we were restarting is not known here: its next frames are quarantined with the
 * wrong password, and one act accepts it.
 */
final class ToldSecrets implements NewSecrets {

    private static final Logger LOG = LoggerFactory.getLogger(ToldSecrets.class);
    private static final int NEW_KEY = 1014;
    private static final int NEW_PASSWORD = 1072;

    private final KeyStore keys;
    private final LiveRegistry registry;
    private final AtomicBoolean stale = new AtomicBoolean();

    ToldSecrets(KeyStore keys, LiveRegistry registry) {
        this.keys = keys;
        this.registry = registry;
    }

    @Override
    public void leaving(Handle handle, ExchangeOrder whole, Instant at) {
        Optional<String> key = whole.command() == NEW_KEY ? whole.value("NewSK") : Optional.empty();
        if (key.isPresent()) {
            try {
                keys.offer(handle, whole.station(), StationKey.of(key.get()), act(whole, at));
            } catch (KeysUnusable unusable) {
                // rolls the sending back: a key that cannot be kept must not leave
                throw new IllegalStateException(unusable.getMessage(), unusable);
            }
        }
    }

    @Override
    public void taken(Handle handle, ExchangeOrder whole, Instant at) {
        if (whole.command() == NEW_PASSWORD) {
            whole.value("NewPW").or(() -> whole.value("PW")).ifPresent(password -> change(handle, whole, password, at));
        }
        takenUnseen(handle, whole, at);
    }

    @Override
    public void takenUnseen(Handle handle, ExchangeOrder masked, Instant at) {
        if (masked.command() == NEW_KEY) {
            keys.confirm(handle, masked.station(), act(masked, at));
        }
        stale.set(true);
    }

    @Override
    public void committed() {
        registry.refresh();
    }

    /** Makes known what was told in transactions that have been committed since. */
    void refresh() {
        if (stale.getAndSet(false)) {
            registry.refresh();
        }
    }

    private void change(Handle handle, ExchangeOrder order, String password, Instant at) {
        Optional<Map<String, String>> known =
                StationRegistration.cells(RegistryRecords.load(handle), order.station(), at);
        if (known.isEmpty()) {
            return;
        }
        Map<String, String> cells = new LinkedHashMap<>(known.get());
        cells.put("password", password);
        cells.put("from", at.truncatedTo(ChronoUnit.SECONDS).toString());
        List<SheetError> errors = StationRegistration.register(handle, cells, Optional.empty(), at);
        if (errors.isEmpty()) {
            ToldActs.station(
                    handle, order.station().value(), StationActKind.PASSWORD_CHANGED, act(order, at), "cn=1072");
        } else {
            LOG.error(
                    "mn={} password=not changed why={}",
                    order.station(),
                    errors.get(0).expected());
        }
    }

    private static Act act(ExchangeOrder order, Instant at) {
        return new Act(at, order.by(), order.reason());
    }
}
