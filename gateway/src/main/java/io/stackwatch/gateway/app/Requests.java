package io.stackwatch.gateway.app;

import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.exchange.TableRequestPackets;
import io.stackwatch.connectors.hj212.server.Downlink;
import io.stackwatch.connectors.hj212.session.StationBook;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.exchange.ClockDesk;
import io.stackwatch.gateway.exchange.ExchangeCursor;
import io.stackwatch.gateway.exchange.ExchangeDesk;
import io.stackwatch.gateway.exchange.ExchangeOptions;
import io.stackwatch.gateway.exchange.ExchangeRoute;
import io.stackwatch.gateway.exchange.ExchangeTimers;
import io.stackwatch.gateway.exchange.KeyDesk;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.Journal.StartAt;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.timetable.Timetable;
import io.stackwatch.gateway.timetable.TimetableOptions;
import io.stackwatch.gateway.timetable.WakeUp;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * The parts that ask loggers, joined: desk, cursor, timers. They have a timetable of their own, so that neither a request
 * nor a verdict waits for the other's trouble.
 */
final class Requests {

    private static final int BATCH = 500;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_LENGTH = 16;
    private static final String KEY_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final ExchangeDesk desk;
    private final ExchangeRoute route;
    private final ExchangeTimers timers;

    private final ToldSecrets told;

    private Requests(ExchangeDesk desk, ExchangeRoute route, ExchangeTimers timers, ToldSecrets told) {
        this.desk = desk;
        this.route = route;
        this.timers = timers;
        this.told = told;
    }

    /** Takes up what an earlier process left; nothing is sent before the timetable starts. */
    static Requests open(
            Config config,
            RecordStore store,
            StationBook stations,
            Downlink downlink,
            ToldSecrets told,
            Journal journal,
            Clock clock) {
        Instant now = clock.instant();
        ExchangeDesk desk = new ExchangeDesk(
                store, stations, new TableRequestPackets(CommandTable.standard()), downlink, told, options(config));
        ClockDesk clocks = new ClockDesk(store, desk, downlink, config.get(Settings.EXCHANGE_SYSTEM_CODE));
        ExchangeCursor cursor = new ExchangeCursor(
                store,
                stations,
                desk,
                clocks,
                new KeyDesk(desk, stations, config.get(Settings.EXCHANGE_SYSTEM_CODE), Requests::newKey));
        journal.cursor(ExchangeCursor.NAME, StartAt.HEAD)
                .rewindTo(cursor.begin(now, journal.head()).position());
        desk.resume(now);
        ExchangeRoute route = new ExchangeRoute(
                cursor, desk, clock, "journal:" + ExchangeCursor.NAME + "?advance=false&batch=" + BATCH);
        return new Requests(desk, route, new ExchangeTimers(desk, cursor, clocks, journal::head), told);
    }

    private static ExchangeOptions options(Config config) {
        return ExchangeOptions.defaults()
                .withPatience(
                        config.get(Settings.EXCHANGE_REQUEST_EXPIRY), config.get(Settings.EXCHANGE_CONTROL_EXPIRY))
                .withWaiting(config.get(Settings.EXCHANGE_WAITING))
                .withOtherQn(config.get(Settings.EXCHANGE_OTHER_QN))
                .withClock(
                        config.get(Settings.EXCHANGE_CLOCK_EVERY),
                        config.get(Settings.EXCHANGE_CLOCK_LIMIT),
                        config.get(Settings.EXCHANGE_CLOCK_AUTO_SET));
    }

    /** 16 characters, 95 bits: letters and digits are what every logger can take. */
    private static String newKey() {
        return RANDOM.ints(KEY_LENGTH, 0, KEY_ALPHABET.length())
                .mapToObj(KEY_ALPHABET::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    ExchangeDesk desk() {
        return desk;
    }

    ExchangeRoute route() {
        return route;
    }

    /** Starts the timers, and what else has to be looked at when they are. */
    Timetable start(Clock clock, WakeUp besides) {
        WakeUp both = now -> {
            told.refresh();
            timers.fire(now);
            besides.fire(now);
        };
        return Timetable.start("exchanges", both, clock, TimetableOptions.defaults());
    }
}
