package io.stackwatch.gateway.exchange;

import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.exchange.Exchange;
import io.stackwatch.connectors.hj212.exchange.ExchangeEvent;
import io.stackwatch.connectors.hj212.exchange.ExchangeId;
import io.stackwatch.connectors.hj212.exchange.ExchangeOrder;
import io.stackwatch.connectors.hj212.exchange.Priority;
import io.stackwatch.connectors.hj212.exchange.RequestItem;
import io.stackwatch.connectors.hj212.exchange.TableRequestPackets;
import io.stackwatch.connectors.hj212.server.Downlink;
import io.stackwatch.connectors.hj212.server.Link;
import io.stackwatch.connectors.hj212.server.Peer;
import io.stackwatch.connectors.hj212.session.Dialogue;
import io.stackwatch.connectors.hj212.session.StationBook;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.ExchangeRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StoreOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Loggers that are asked, on a timeline: {@code A} speaks 2017, {@code OLD} 2005, {@code TWO} bears two requests at once. Times
 * are local ({@code 08:00:05}, on 2026-11-24). {@link #kill} drops everything in memory; the store and the journal stay.
 */
final class AskedStations implements AutoCloseable, Downlink {

    static final Mn A = new Mn("010000A8900016F000169DC0");
    static final Mn OLD = new Mn("88888880000001");
    static final Mn TWO = new Mn("010000A8900016F000169DC2");

    static final String NEW_KEY = "Zz34567890abcdef";

    final Map<Mn, StationProfile> profiles = new HashMap<>();
    final Map<Mn, Instant> connected = new HashMap<>();
    final List<String> written = new ArrayList<>();
    final List<JournalRecord> journal = new ArrayList<>();
    final RecordStore store;
    Sent answer = Sent.WRITTEN;
    boolean diesWhenWriting;
    final Set<Mn> broken = new HashSet<>();
    ExchangeDesk desk;
    ExchangeCursor cursor;
    private final ExchangeOptions options;
    private ExchangeTimers timers;

    AskedStations(StoreOptions store, ExchangeOptions options) {
        this.store = RecordStore.open(store);
        this.options = options;
        profiles.put(A, StationProfile.strict(A, "123456"));
        profiles.put(
                TWO,
                StationProfile.strict(TWO, "123456")
                        .withDialogue(new Dialogue(Duration.ofSeconds(10), 3, Duration.ofSeconds(60), 2)));
        profiles.put(
                OLD,
                new StationProfile(
                        OLD,
                        StationProfile.Edition.HJT212_2005,
                        StationProfile.CrcMode.HJ212,
                        StationProfile.PasswordPolicy.REJECT,
                        "123456",
                        Duration.ofMinutes(10),
                        false,
                        Map.of()));
        begin("08:00:00");
    }

    static Instant at(String time) {
        String local = time.length() > 8 ? time : "2026-11-24T" + time;
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private void begin(String time) {
        StationBook book = mn -> Optional.ofNullable(profiles.get(mn));
        desk = new ExchangeDesk(
                store, book, new TableRequestPackets(CommandTable.standard()), this, NewSecrets.ignored(), options);
        ClockDesk clocks = new ClockDesk(store, desk, this, "31");
        cursor = new ExchangeCursor(store, book, desk, clocks, new KeyDesk(desk, book, "31", () -> NEW_KEY));
        cursor.begin(at(time), journal.size());
        desk.resume(at(time));
        timers = new ExchangeTimers(desk, cursor, clocks, journal::size);
    }

    /** The process dies and is there again. */
    void kill(String time) {
        connected.clear();
        diesWhenWriting = false;
        begin(time);
    }

    AskedStations connects(Mn station, String time) {
        connected.put(station, at(time));
        return this;
    }

    ExchangeId orders(String time, int command, String... items) {
        return orders(time, A, "Wang", command, items);
    }

    ExchangeId orders(String time, Mn station, String by, int command, String... items) {
        return tries(time, station, by, command, items)
                .match(ordered -> ordered.exchange().id(), refused -> {
                    throw new AssertionError(refused.toString());
                });
    }

    OrderOutcome tries(String time, Mn station, String by, int command, String... items) {
        List<RequestItem> content = new ArrayList<>();
        for (String item : items) {
            int equals = item.indexOf('=');
            content.add(new RequestItem(item.substring(0, equals), item.substring(equals + 1)));
        }
        Priority priority = by.equals(ExchangeEvent.MACHINE) ? Priority.MACHINE : Priority.OFFICER;
        return desk.order(new ExchangeOrder(station, "31", command, content, by, "to see", priority), at(time));
    }

    /** All that a host orders at first; what the first obstacle is, or the exchanges. */
    List<OrderOutcome> initialises(String time, Mn station, Map<String, String> values) {
        return desk.orderAll(
                Initialisation.standard().orders(station, "31", values, "Wang", "accepted today"), at(time));
    }

    /** Time passes; the journal has been read to its end. */
    AskedStations tick(String time) {
        timers.fire(at(time));
        return this;
    }

    /** A frame of 2017 arrives and is read at once. */
    AskedStations says(String time, Mn station, String qn, int command, String content) {
        cursor.apply(List.of(arrives(time, station, qn, command, content)));
        return this;
    }

    /** A frame of 2017 arrives; nobody has read it yet. */
    JournalRecord arrives(String time, Mn station, String qn, int command, String content) {
        return arrives(
                time,
                station,
                "QN=" + qn + ";ST=" + (command >= 9000 ? "91" : "31") + ";CN=" + command + ";PW=123456;MN=" + station
                        + ";Flag=4;CP=&&" + content + "&&");
    }

    JournalRecord arrives(String time, Mn station, String segment) {
        return arrives(time, station, Peer.packet(segment));
    }

    JournalRecord arrives(String time, Mn station, byte[] packet) {
        byte[] bytes = Arrays.copyOf(packet, packet.length - 2);
        JournalRecord record = new JournalRecord(
                journal.size() + 1L,
                new Arrival(
                        at(time),
                        "hj212",
                        "127.0.0.1:5000",
                        Optional.of(station),
                        Arrival.Disposition.ACCEPTED,
                        "crc=HJ212",
                        bytes),
                String.format("%064x", journal.size() + 1L));
        journal.add(record);
        return record;
    }

    Exchange exchange(ExchangeId id) {
        return desk.follow(id).orElseThrow();
    }

    String qn(ExchangeId id) {
        return exchange(id).qn();
    }

    /** The kinds of what happened, in order. */
    String events(ExchangeId id) {
        StringBuilder kinds = new StringBuilder();
        for (ExchangeRow row : desk.events(id)) {
            kinds.append(kinds.isEmpty() ? "" : " ").append(row.event().kind());
        }
        return kinds.toString();
    }

    /** What an exchange's row ought to be: its events, one after another. */
    Exchange folded(Exchange row) {
        List<ExchangeRow> events = desk.events(row.id());
        Exchange begun = Exchange.begin(
                row.id(),
                row.qn(),
                row.order(),
                row.terms(),
                events.get(0).event().at());
        return begun.afterAll(events.stream().skip(1).map(ExchangeRow::event).toList());
    }

    /** All rows of the tables of exchanges, as text. */
    List<String> dump() {
        List<String> lines = new ArrayList<>();
        for (String table : List.of(
                "exchange ORDER BY id",
                "exchange_event ORDER BY exchange, number",
                "station_clock ORDER BY station, at",
                "clock_check ORDER BY station",
                "not_understood ORDER BY station, item",
                "cursor_place ORDER BY name")) {
            store.read(handle -> handle.createQuery("SELECT * FROM " + table)
                            .mapToMap()
                            .list())
                    .forEach(row -> lines.add(new TreeMap<>(row).toString()));
        }
        return lines;
    }

    @Override
    public Sent send(Mn station, byte[] packet) {
        if (diesWhenWriting) {
            throw new Killed();
        }
        if (broken.contains(station)) {
            throw new IllegalStateException("broken");
        }
        if (answer == Sent.WRITTEN) {
            written.add(new String(packet, StandardCharsets.UTF_8));
        }
        return answer;
    }

    @Override
    public Sent sendToPeer(String peer, Instant heardAt, byte[] packet) {
        return Sent.NOT_CONNECTED;
    }

    @Override
    public Optional<Link> link(Mn station) {
        return Optional.ofNullable(connected.get(station)).map(since -> new Link(station, "10.1.2.3:1", since, since));
    }

    @Override
    public List<Link> links() {
        return connected.keySet().stream()
                .map(station -> link(station).orElseThrow())
                .toList();
    }

    @Override
    public void close() {
        store.close();
    }

    /** The end of the process between commit and write. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
