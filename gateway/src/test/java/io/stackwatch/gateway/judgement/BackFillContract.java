package io.stackwatch.gateway.judgement;

import static io.stackwatch.gateway.judgement.WatchedCity.hour;
import static io.stackwatch.gateway.judgement.WatchedCity.instant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.exceedance.Outcome;
import io.stackwatch.core.marking.Exemption;
import io.stackwatch.core.marking.MarkCode;
import io.stackwatch.core.marking.MarkId;
import io.stackwatch.core.marking.OwnOutage;
import io.stackwatch.core.measurement.Delivery;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.backfill.BackFillDesk;
import io.stackwatch.gateway.backfill.BackFillOptions;
import io.stackwatch.gateway.backfill.HistoryRequests;
import io.stackwatch.gateway.marking.Excuses;
import io.stackwatch.gateway.marking.FilingOrder;
import io.stackwatch.gateway.marking.ProofShelf;
import io.stackwatch.gateway.marking.StoredMarks;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.GapRequest;
import io.stackwatch.gateway.records.GapRequestRecords;
import io.stackwatch.gateway.records.MissingHourRecords;
import io.stackwatch.gateway.records.OwnOutageRecords;
import io.stackwatch.gateway.records.ReportRecords;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.records.StoreOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a missing hour to the request for it and to what came of it, on a timeline; the same on every database. */
abstract class BackFillContract {

    private static final OutletId DA1 = new OutletId("DA1");
    private static final OutletId DA2 = new OutletId("DA2");

    @TempDir
    private Path shelf;

    private WatchedCity city;
    private final Loggers loggers = new Loggers();
    private BackFillDesk desk;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        city = new WatchedCity(fresh(), 2).begin("2026-11-24T07:10:00");
        desk = desk();
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void anHourThatComesInTimeIsPromptAndNeverMissing() {
        city.arrives("2026-11-24T08:00:20", "M1", hour("2026-11-24T07:00:00", "12", "N"));
        city.tick("2026-11-24T09:05:00");
        assertEquals(Delivery.PROMPT, report("2026-11-24T07:00:00").delivery());
        assertEquals(List.of(), missing(DA1));
        assertEquals(2, missing(DA2).size(), "SO2 and oxygen of the silent outlet");
    }

    @Test
    void aLateHourWithoutAMarkIsLateAndAMarkedOneIsBackFilled() {
        city.tick("2026-11-24T10:10:00");
        assertEquals(4, missing(DA1).size());
        city.arrives("2026-11-24T10:20:00", "M1", hour("2026-11-24T07:00:00", "12", "N"));
        city.arrives("2026-11-24T10:20:01", "M1", "RF=1;" + hour("2026-11-24T08:00:00", "13", "N"));
        assertEquals(Delivery.LATE, report("2026-11-24T07:00:00").delivery());
        assertEquals(Delivery.BACK_FILLED, report("2026-11-24T08:00:00").delivery());
        assertEquals(Outcome.WITHIN, city.verdict("DA1", "2026-11-24T07:00:00").outcome());
        assertEquals(List.of(), missing(DA1));
    }

    @Test
    void sixMissingHoursAreOneRequestAndTheGapSaysWhatCameOfIt() {
        city.tick("2026-11-24T14:05:10");
        loggers.connect("M1", "2026-11-24T14:06:00");
        desk.fire(instant("2026-11-24T14:10:00"));
        assertEquals(List.of(), loggers.asked, "the logger may fill the gap by itself");
        desk.fire(instant("2026-11-24T14:16:00"));
        assertEquals(List.of("M1 2061 2026-11-23T23:00:00Z 2026-11-24T04:00:00Z"), loggers.asked);
        assertEquals(12, requests(DA1).get(0).wanted());

        for (int hour = 7; hour < 12; hour++) {
            String start = "2026-11-24T%02d:00:00".formatted(hour);
            city.arrives("2026-11-24T14:17:0" + (hour - 7), "M1", hour(start, "12", "N"));
        }
        loggers.end("X1", new HistoryRequests.Ending("DONE", "执行成功 / success", true));
        desk.fire(instant("2026-11-24T14:18:00"));
        desk.fire(instant("2026-11-24T14:19:00"));
        GapRequest.End end = requests(DA1).get(0).ended().orElseThrow();
        assertEquals("DONE", end.outcome());
        assertEquals(10, end.came(), "one hour of two factors did not come");
        assertEquals(2, missing(DA1).size());
    }

    @Test
    void whatDidNotComeIsAskedForAgainLaterAndGivenUpAfterTheLastTry() {
        city.tick("2026-11-24T09:05:10");
        loggers.connect("M1", "2026-11-24T08:00:00");
        for (int round = 1; round <= 5; round++) {
            desk.fire(instant("2026-11-24T09:10:00").plus(Duration.ofHours(round)));
            loggers.end("X" + round, new HistoryRequests.Ending("DONE", "无数据 / no data (100)", true));
            desk.fire(instant("2026-11-24T09:15:00").plus(Duration.ofHours(round)));
        }
        assertEquals(3, loggers.asked.size());
        assertTrue(requests(DA1).stream()
                .allMatch(request -> request.ended().orElseThrow().came() == 0));
    }

    @Test
    void anAttemptThatNeverReachedTheLoggerIsNotCounted() {
        city.tick("2026-11-24T09:05:10");
        loggers.connect("M1", "2026-11-24T08:00:00");
        for (int round = 1; round <= 5; round++) {
            desk.fire(instant("2026-11-24T09:10:00").plus(Duration.ofHours(round)));
            loggers.end("X" + round, new HistoryRequests.Ending("EXPIRED", "not connected", false));
            desk.fire(instant("2026-11-24T09:15:00").plus(Duration.ofHours(round)));
        }
        assertEquals(6, loggers.asked.size(), "asked again at once, and more often than a logger that was reached");
    }

    @Test
    void aStationWithAnOpenRequestIsNotAskedForMore() {
        city.tick("2026-11-24T09:05:10");
        loggers.connect("M1", "2026-11-24T08:00:00");
        desk.fire(instant("2026-11-24T09:10:00"));
        desk.fire(instant("2026-11-24T11:10:00"));
        assertEquals(1, loggers.asked.size());
    }

    @Test
    void hoursOfAStopThatWasAcceptedSinceAreLeftAndTheOthersAreAskedFor() throws IOException {
        city.tick("2026-11-24T12:05:10");
        assertEquals(8, missing(DA1).size(), "four hours of two factors");
        MarkId mark = stops("2026-11-24T12:10:00", "2026-11-24T08:00:00", "2026-11-24T10:00:00");
        loggers.connect("M1", "2026-11-24T08:00:00");
        desk.fire(instant("2026-11-24T12:11:00"));
        assertEquals(
                List.of("M1 2061 2026-11-23T23:00:00Z 2026-11-24T02:00:00Z"),
                loggers.asked,
                "a stop that waits for an officer excuses nothing");
        loggers.end("X1", new HistoryRequests.Ending("DONE", "无数据 / no data (100)", true));
        desk.fire(instant("2026-11-24T12:13:00"));
        desk.fire(instant("2026-11-24T12:15:00"));

        marks("2026-11-24T12:20:00").decide(mark, 1, true, "officer Li", "seen on the spot");
        desk.fire(instant("2026-11-24T13:20:00"));
        assertEquals("M1 2061 2026-11-24T02:00:00Z 2026-11-24T02:00:00Z", loggers.asked.get(1));
        assertEquals(2, requests(DA1).get(1).wanted());
        loggers.end("X2", new HistoryRequests.Ending("DONE", "无数据 / no data (100)", true));
        desk.fire(instant("2026-11-24T13:22:00"));
        desk.fire(instant("2026-11-24T13:24:00"));
        desk.fire(instant("2026-11-24T13:26:00"));
        assertEquals("M1 2061 2026-11-23T23:00:00Z 2026-11-23T23:00:00Z", loggers.asked.get(2));
        assertEquals(
                List.of("STOPPED: mark M-1/1"),
                excused(DA1, "2026-11-24T13:26:00").values().stream().distinct().toList());
        assertEquals(4, excused(DA1, "2026-11-24T13:26:00").size());
    }

    @Test
    void anExemptionThatIsGrantedLaterLeavesTheHoursUntilItIsRevokedAndAnOutageOfOurOwnDoesNot() throws IOException {
        city.tick("2026-11-24T09:05:10");
        long number = marks("2026-11-24T09:06:00")
                .grant(
                        Optional.of(DA1),
                        Exemption.Kind.POWER_CUT,
                        new Window(instant("2026-11-24T07:00:00"), instant("2026-11-24T09:00:00")),
                        "聊环 2026-7",
                        "officer Li",
                        "a storm")
                .orElseThrow()
                .id();
        city.store.write(handle -> OwnOutageRecords.add(
                handle,
                new Window(instant("2026-11-24T07:00:00"), instant("2026-11-24T09:00:00")),
                OwnOutage.Cause.NOT_RUNNING,
                instant("2026-11-24T09:01:00")));
        loggers.connect("M1", "2026-11-24T08:00:00");
        loggers.connect("M2", "2026-11-24T08:00:00");
        desk.fire(instant("2026-11-24T09:10:00"));
        assertEquals(List.of("M2 2061 2026-11-23T23:00:00Z 2026-11-23T23:00:00Z"), loggers.asked);
        assertEquals(
                List.of("EXEMPT: exemption 1: 聊环 2026-7"),
                excused(DA1, "2026-11-24T09:10:00").values().stream().distinct().toList());

        marks("2026-11-24T09:20:00").revoke(number, "officer Li", "another district");
        desk.fire(instant("2026-11-24T10:15:00"));
        assertTrue(
                loggers.asked.contains("M1 2061 2026-11-23T23:00:00Z 2026-11-23T23:00:00Z"), loggers.asked::toString);
    }

    private StoredMarks marks(String now) throws IOException {
        return new StoredMarks(
                city.store,
                () -> city.registry,
                city.rules,
                new ProofShelf(shelf, 1_000),
                new EventSignal(),
                Clock.fixed(instant(now), ZoneOffset.UTC));
    }

    private MarkId stops(String now, String from, String until) throws IOException {
        return marks(now)
                .file(new FilingOrder(
                        Optional.empty(),
                        0,
                        DA1,
                        new MarkCode("STOP"),
                        new Window(instant(from), instant(until)),
                        Set.of(),
                        "no coal",
                        List.of(),
                        "Wang",
                        ""))
                .match(
                        kept -> kept.mark().id(),
                        not -> {
                            throw new AssertionError(not);
                        },
                        unknown -> {
                            throw new AssertionError(unknown);
                        });
    }

    private Map<FactorHour, String> excused(OutletId outlet, String now) {
        return city.store.read(handle ->
                new Excuses(city.rules.marks()).of(handle, city.registry, outlet, missing(outlet), instant(now)));
    }

    @Test
    void aDeskThatStartsAgainGoesOnFromItsRows() {
        city.tick("2026-11-24T09:05:10");
        loggers.connect("M1", "2026-11-24T08:00:00");
        desk.fire(instant("2026-11-24T09:10:00"));
        desk = desk();
        desk.fire(instant("2026-11-24T09:11:00"));
        assertEquals(1, loggers.asked.size(), "the open request is known");
        loggers.end("X1", new HistoryRequests.Ending("NO_ANSWER", "no 9011", true));
        desk = desk();
        desk.fire(instant("2026-11-24T09:12:00"));
        desk.fire(instant("2026-11-24T09:13:00"));
        assertEquals("NO_ANSWER", requests(DA1).get(0).ended().orElseThrow().outcome());
    }

    @Test
    void aCityThatComesBackIsNotAskedAllAtOnce() {
        city.tick("2026-11-24T09:05:10");
        loggers.connect("M1", "2026-11-24T08:00:00");
        loggers.connect("M2", "2026-11-24T08:00:00");
        desk = new BackFillDesk(
                city.store,
                () -> city.registry,
                city.rules.parameters(),
                new Excuses(city.rules.marks()),
                loggers,
                new BackFillOptions(Duration.ofSeconds(30), 1, 10, Duration.ofSeconds(60)));
        desk.fire(instant("2026-11-24T09:10:00"));
        assertEquals(1, loggers.asked.size());
        desk.fire(instant("2026-11-24T09:10:30"));
        assertEquals(2, loggers.asked.size());
    }

    @Test
    void anHourThatReachesTheRecordsBehindTheEndOfItsRequestStillCounts() {
        city.tick("2026-11-24T09:05:10");
        loggers.connect("M1", "2026-11-24T08:00:00");
        desk.fire(instant("2026-11-24T09:10:00"));
        loggers.end("X1", new HistoryRequests.Ending("DONE", "执行成功 / success", true));
        desk.fire(instant("2026-11-24T09:11:00"));
        assertEquals(Optional.empty(), requests(DA1).get(0).ended(), "its hour may still be on its way");
        city.arrives("2026-11-24T09:11:10", "M1", hour("2026-11-24T07:00:00", "12", "N"));
        desk.fire(instant("2026-11-24T09:11:30"));
        assertEquals(2, requests(DA1).get(0).ended().orElseThrow().came());
    }

    @Test
    void theMinutesOfHoursThatCameAreAskedForOnceWhereMinutesCount() {
        hoursCameWhereMinutesCount();
        desk.fire(instant("2026-11-24T09:12:00"));
        assertEquals(List.of("M1 2051 2026-11-23T23:00:00Z 2026-11-23T23:59:00Z"), loggers.minutes());
        loggers.end("X2", new HistoryRequests.Ending("DONE", "", true));
        desk.fire(instant("2026-11-24T09:13:00"));
        desk = desk();
        desk.fire(instant("2026-11-24T10:14:00"));
        assertEquals(1, loggers.minutes().size());
    }

    @Test
    void minutesAreOwedUntilTheyCouldBeAskedFor() {
        loggers.refusesMinutes = true;
        hoursCameWhereMinutesCount();
        desk.fire(instant("2026-11-24T09:12:00"));
        desk.fire(instant("2026-11-24T09:13:00"));
        assertEquals(1, loggers.minutes().size(), "refused, and left alone for a while");
        loggers.refusesMinutes = false;
        // the process dies between the end of the hours and the request for their minutes
        desk = desk();
        desk.fire(instant("2026-11-24T09:14:00"));
        assertEquals(2, loggers.minutes().size());
        desk.fire(instant("2026-11-24T09:15:00"));
        assertEquals(2, loggers.minutes().size());
    }

    @Test
    void minutesThatNeverReachTheLoggerAreTriedAFewTimes() {
        hoursCameWhereMinutesCount();
        for (int round = 0; round < 6; round++) {
            desk.fire(instant("2026-11-24T09:12:00").plusSeconds(60L * round));
            loggers.end("X" + loggers.asked.size(), new HistoryRequests.Ending("EXPIRED", "not connected", false));
        }
        assertEquals(3, loggers.minutes().size());
    }

    private void hoursCameWhereMinutesCount() {
        city.close();
        city = new WatchedCity(fresh(), 1, MinuteEvidence.COUNTED).begin("2026-11-24T07:10:00");
        desk = desk();
        city.tick("2026-11-24T09:05:10");
        loggers.connect("M1", "2026-11-24T08:00:00");
        desk.fire(instant("2026-11-24T09:10:00"));
        city.arrives("2026-11-24T09:10:10", "M1", hour("2026-11-24T07:00:00", "12", "N"));
        loggers.end("X1", new HistoryRequests.Ending("DONE", "执行成功 / success", true));
    }

    private BackFillDesk desk() {
        return new BackFillDesk(
                city.store,
                () -> city.registry,
                city.rules.parameters(),
                new Excuses(city.rules.marks()),
                loggers,
                BackFillOptions.defaults());
    }

    private List<FactorHour> missing(OutletId outlet) {
        return city.store.read(handle -> MissingHourRecords.open(
                handle, outlet, instant("2026-11-24T00:00:00"), instant("2026-11-25T00:00:00")));
    }

    private List<GapRequest> requests(OutletId outlet) {
        return city.store.read(handle -> GapRequestRecords.of(handle, outlet, Instant.EPOCH));
    }

    private HourReport report(String start) {
        List<ReportVersion> versions =
                city.store.read(handle -> ReportRecords.history(handle, WatchedCity.so2("DA1", start)));
        return versions.get(versions.size() - 1).report();
    }

    /** Loggers that are asked and whose exchanges end when the test says so. */
    private static final class Loggers implements HistoryRequests {

        private final Map<String, Instant> connected = new HashMap<>();
        private final Map<String, Ending> endings = new HashMap<>();
        private final List<String> asked = new ArrayList<>();
        private boolean refusesMinutes;

        List<String> minutes() {
            return asked.stream().filter(request -> request.contains(" 2051 ")).toList();
        }

        void connect(String mn, String since) {
            connected.put(mn, instant(since));
        }

        void end(String exchange, Ending ending) {
            endings.put(exchange, ending);
        }

        @Override
        public Optional<Instant> connectedSince(Mn station) {
            return Optional.ofNullable(connected.get(station.value()));
        }

        @Override
        public Asked ask(Mn station, int command, Instant begin, Instant end) {
            asked.add(station.value() + " " + command + " " + begin + " " + end);
            if (refusesMinutes && command == 2051) {
                return new Asked(Optional.empty(), "the queue is full");
            }
            return new Asked(Optional.of("X" + asked.size()), "");
        }

        @Override
        public Optional<Ending> ending(String exchange) {
            return Optional.ofNullable(endings.get(exchange));
        }
    }
}
