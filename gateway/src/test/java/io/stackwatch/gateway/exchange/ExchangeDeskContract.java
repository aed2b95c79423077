package io.stackwatch.gateway.exchange;

import static io.stackwatch.gateway.exchange.AskedStations.A;
import static io.stackwatch.gateway.exchange.AskedStations.OLD;
import static io.stackwatch.gateway.exchange.AskedStations.TWO;
import static io.stackwatch.gateway.exchange.AskedStations.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.cipher.ContentCipher;
import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.connectors.hj212.exchange.Deviation;
import io.stackwatch.connectors.hj212.exchange.Exchange;
import io.stackwatch.connectors.hj212.exchange.ExchangeId;
import io.stackwatch.connectors.hj212.exchange.ExchangeState;
import io.stackwatch.connectors.hj212.server.Downlink.Sent;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.trail.ActsInTrail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests to loggers that are slow, refuse, mistake the number, die half-way and answer twice, on both databases. */
abstract class ExchangeDeskContract {

    private static final String OTHER = "20160801085857223";

    private AskedStations city;

    abstract StoreOptions fresh();

    private AskedStations city() {
        return city(ExchangeOptions.defaults());
    }

    private AskedStations city(ExchangeOptions options) {
        city = new AskedStations(fresh(), options);
        return city;
    }

    @AfterEach
    void everyRowIsWhatItsEventsComeTo() {
        List<Exchange> all = city.desk.list(Optional.empty(), Optional.empty(), Optional.empty(), 1_000);
        for (Exchange row : all) {
            assertEquals(city.folded(row), row);
        }
        city.close();
        assertTrue(!all.isEmpty(), "a test without an exchange proves nothing");
    }

    private static String acted(ActOutcome outcome) {
        return outcome.match(done -> done.exchange().state().name(), ActOutcome.Refused::why, () -> "unknown");
    }

    private static String obstacle(OrderOutcome outcome) {
        return outcome.match(
                ordered -> "ordered",
                refused -> refused.why() + " " + refused.field() + ": " + refused.found() + " / " + refused.expected());
    }

    @Test
    void aRequestGoesDownAtOnceAndIsDoneWhenTheStationSaysSo() {
        city().connects(A, "08:00:00");
        ExchangeId id = city.orders("08:00:01", 1061);
        assertEquals("20261124080001000", city.qn(id));
        assertEquals(
                List.of(
                        "##0087QN=20261124080001000;ST=31;CN=1061;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&&&"),
                city.written.stream()
                        .map(packet -> packet.substring(0, packet.length() - 6))
                        .toList());
        city.says("08:00:02", A, city.qn(id), 9011, "QnRtn=1");
        city.says("08:00:03", A, city.qn(id), 1061, "RtdInterval=30");
        city.says("08:00:04", A, city.qn(id), 9012, "ExeRtn=1");
        Exchange done = city.exchange(id);
        assertEquals(ExchangeState.DONE, done.state());
        assertEquals(Set.of(), done.deviations());
        assertEquals(Optional.of(1), done.result());
        assertEquals("ORDERED SENT ANSWERED DATA RESULTED", city.events(id));
        assertEquals(List.of(1L, 2L, 3L), city.desk.frames(id, 0, 10));
        assertEquals(List.of(3L), city.desk.frames(id, 2, 10));
    }

    @Test
    void aSlowLoggerGetsTheIdenticalBytesAgainAndAnswersThem() {
        city().connects(A, "08:00:00");
        ExchangeId id = city.orders("08:00:00", 1061);
        city.tick("08:00:10");
        assertEquals(1, city.written.size(), "an answer of the tenth second may still be on its way to the journal");
        city.tick("08:00:11");
        assertEquals(2, city.written.size());
        assertEquals(city.written.get(0), city.written.get(1));
        city.says("08:00:15", A, city.qn(id), 9011, "QnRtn=1");
        city.says("08:00:15", A, city.qn(id), 9012, "ExeRtn=1");
        assertEquals(ExchangeState.DONE, city.exchange(id).state());
        assertEquals(1, city.desk.counts().resent());
        assertEquals(1, city.desk.counts().timeouts());
    }

    @Test
    void withoutAnAnswerItIsSentFourTimesAndThenCommunicationIsLost() {
        city().connects(A, "08:00:00");
        ExchangeId id = city.orders("08:00:00", 1061);
        for (int second = 1; second < 60; second++) {
            city.tick("08:00:%02d".formatted(second));
        }
        assertEquals(ExchangeState.NO_ANSWER, city.exchange(id).state());
        assertEquals(4, city.written.size());
        assertEquals(1, Set.copyOf(city.written).size());
        assertEquals("ORDERED SENT TIMED_OUT SENT TIMED_OUT SENT TIMED_OUT SENT TIMED_OUT", city.events(id));
    }

    @Test
    void aRefusalIsKeptWithItsCodeAndNothingIsSentAgain() {
        city().connects(A, "08:00:00");
        ExchangeId busy = city.orders("08:00:00", 1061);
        city.says("08:00:01", A, city.qn(busy), 9011, "QnRtn=2");
        ExchangeId password = city.orders("08:00:02", 1061);
        city.says("08:00:03", A, city.qn(password), 9011, "QnRtn=3");
        city.tick("08:05:00");
        assertEquals(ExchangeState.REFUSED, city.exchange(busy).state());
        assertEquals(Optional.of(2), city.exchange(busy).answer());
        assertEquals(Optional.of(3), city.exchange(password).answer());
        assertEquals(2, city.written.size());
        assertEquals(2, city.desk.counts().refused());
    }

    @Test
    void anAnswerWithAnotherNumberCountsAndIsRecorded() {
        city().connects(A, "08:00:00");
        ExchangeId id = city.orders("08:00:00", 1061);
        city.says("08:00:01", A, OTHER, 9011, "QnRtn=1");
        city.says("08:00:02", A, city.qn(id), 1061, "RtdInterval=30");
        city.says("08:00:03", A, OTHER, 9012, "ExeRtn=1");
        assertEquals(ExchangeState.DONE, city.exchange(id).state());
        assertEquals(Set.of(Deviation.WRONG_QN), city.exchange(id).deviations());
    }

    @Test
    void anAnswerWithAnotherNumberIsForeignWhereTheSettingSaysSo() {
        city(ExchangeOptions.defaults().withOtherQn(false)).connects(A, "08:00:00");
        ExchangeId id = city.orders("08:00:00", 1061);
        city.says("08:00:01", A, OTHER, 9011, "QnRtn=1");
        assertEquals(ExchangeState.AWAITING_ANSWER, city.exchange(id).state());
        assertEquals("ORDERED SENT FOREIGN", city.events(id));
        assertEquals(
                "CN=9011 QN=" + OTHER,
                city.desk.file(id).orElseThrow().events().get(2).event().note());
    }

    @Test
    void anAnswerToNothingIsCountedAndChangesNothing() {
        city().connects(A, "08:00:00");
        ExchangeId id = city.orders("08:00:00", 1061);
        city.says("08:00:01", TWO, OTHER, 9011, "QnRtn=1");
        assertEquals("ORDERED SENT", city.events(id));
        assertEquals(1, city.desk.counts().stray());
        assertTrue(city.dump().stream().anyMatch(row -> row.contains("STRAY_ANSWER") && row.contains("CN=9011")));
    }

    @Test
    void aLoggerThatDiesBehindItsAnswerLeavesNoResultAndTheNextRequestWaitsForItsReturn() {
        city().connects(A, "08:00:00");
        ExchangeId first = city.orders("08:00:00", 1061);
        ExchangeId second = city.orders("08:00:00", 1063);
        city.says("08:00:01", A, city.qn(first), 9011, "QnRtn=1");
        city.connected.clear();
        city.tick("08:01:01");
        assertEquals(ExchangeState.EXECUTING, city.exchange(first).state());
        city.tick("08:01:02");
        assertEquals(ExchangeState.NO_RESULT, city.exchange(first).state());
        assertEquals(ExchangeState.QUEUED, city.exchange(second).state());
        assertEquals(1, city.written.size());
        city.connects(A, "09:00:00").tick("09:00:00");
        assertEquals(ExchangeState.AWAITING_ANSWER, city.exchange(second).state());
        city.says("09:00:01", A, city.qn(first), 9012, "ExeRtn=1");
        assertEquals(Set.of(Deviation.BEHIND_THE_END), city.exchange(first).deviations());
        assertEquals(ExchangeState.NO_RESULT, city.exchange(first).state());
    }

    @Test
    void aLoggerThatAnswersTwiceIsDoneOnce() {
        city().connects(A, "08:00:00");
        ExchangeId id = city.orders("08:00:00", 1061);
        List<JournalRecord> batch = new ArrayList<>();
        batch.add(city.arrives("08:00:01", A, city.qn(id), 9011, "QnRtn=1"));
        batch.add(city.arrives("08:00:01", A, city.qn(id), 9011, "QnRtn=1"));
        batch.add(city.arrives("08:00:02", A, city.qn(id), 1061, "RtdInterval=30"));
        batch.add(city.arrives("08:00:03", A, city.qn(id), 9012, "ExeRtn=1"));
        batch.add(city.arrives("08:00:03", A, city.qn(id), 9012, "ExeRtn=2"));
        batch.add(city.arrives("08:00:04", A, city.qn(id), 1061, "RtdInterval=30"));
        city.cursor.apply(batch);
        assertEquals("ORDERED SENT ANSWERED ANSWERED DATA RESULTED LATE LATE", city.events(id));
        assertEquals(ExchangeState.DONE, city.exchange(id).state());
        assertEquals(
                Set.of(Deviation.REPEATED_ANSWER, Deviation.BEHIND_THE_END),
                city.exchange(id).deviations());
        assertEquals(1, city.desk.counts().done());
    }

    /** HJ/T 212-2005: the request's number stands in the content of the answers. */
    @Test
    void aLoggerOf2005AnswersInItsShape() {
        city().connects(OLD, "08:00:00");
        ExchangeId id = city.orders("08:00:00", OLD, "Wang", 1061);
        String qn = city.qn(id);
        city.cursor.apply(List.of(
                city.arrives(
                        "08:00:01", OLD, "ST=91;CN=9011;PW=123456;MN=" + OLD + ";Flag=0;CP=&&QN=" + qn + ";QnRtn=1&&"),
                city.arrives(
                        "08:00:02", OLD, "ST=31;CN=1061;PW=123456;MN=" + OLD + ";CP=&&QN=" + qn + ";RtdInterval=30&&"),
                city.arrives("08:00:03", OLD, "ST=91;CN=9012;PW=123456;MN=" + OLD + ";CP=&&QN=" + qn + ";ExeRtn=1&&")));
        assertEquals("ORDERED SENT ANSWERED DATA RESULTED", city.events(id));
        assertEquals(Set.of(), city.exchange(id).deviations());
    }

    @Test
    void hoursOfTheAskedRangeBelongToTheRequestAndOthersDoNot() {
        city().connects(A, "08:00:00");
        ExchangeId id = city.orders("08:00:00", 2061, "BeginTime=20261124050000", "EndTime=20261124060000");
        city.says("08:00:01", A, city.qn(id), 9011, "QnRtn=1");
        city.says("08:00:02", A, "20261124080002000", 2061, "DataTime=20261124050000;a21026-Avg=1.0");
        city.says("08:00:03", A, "20261124080003000", 2061, "DataTime=20261124070000;a21026-Avg=1.0");
        city.says("08:00:04", A, "20261124080004000", 2061, "DataTime=20261124060000;a21026-Avg=1.0");
        city.says("08:00:05", A, city.qn(id), 9012, "ExeRtn=1");
        assertEquals(2, city.exchange(id).dataFrames());
        assertEquals(List.of(1L, 2L, 4L, 5L), city.desk.frames(id, 0, 10));
    }

    /** HJ 212-2025 6.4.4: what the field sends of 2000 to 2999 is encrypted, its time as well. */
    @Test
    void anEncryptedHourIsOpenedToSeeWhetherItWasAskedFor() {
        city().connects(A, "08:00:00");
        StationKey key = StationKey.of("1234567890abcdef");
        city.profiles.put(
                A,
                StationProfile.strict(A, "123456")
                        .withEncryption(new Encryption(Encryption.Form.RAW, Encryption.Plaintext.WARN, List.of(key))));
        ExchangeId id = city.orders("08:00:00", 2061, "BeginTime=20261124050000", "EndTime=20261124060000");
        city.says("08:00:01", A, city.qn(id), 9011, "QnRtn=1");
        for (String hour : List.of("20261124050000", "20261124070000")) {
            String segment = "QN=20261124080002000;ST=31;CN=2061;PW=123456;MN=" + A + ";Flag=8;CP=&&DataTime=" + hour
                    + ";a21026-Avg=1.0,a21026-Flag=N&&";
            byte[] packet =
                    new ContentCipher().seal(segment.getBytes(StandardCharsets.US_ASCII), key, Encryption.Form.RAW);
            city.cursor.apply(List.of(city.arrives("08:00:02", A, packet)));
        }
        assertEquals(List.of(1L, 2L), city.desk.frames(id, 0, 10));
    }

    /** HJ 212-2017 6.7. */
    @Test
    void atFirstAHostOrdersSixThingsInTheOrderOfTheStandardAndFourWaitForASecondPerson() {
        city().connects(A, "08:00:00");
        List<Exchange> ordered = city.initialises("08:00:00", A, Map.of("RtdInterval", "60")).stream()
                .map(outcome -> outcome.match(each -> each.exchange(), refused -> {
                    throw new AssertionError(refused.toString());
                }))
                .toList();
        assertEquals(
                List.of(1012, 1000, 1062, 1064, 2011, 2021),
                ordered.stream().map(each -> each.order().command()).toList());
        assertEquals(Optional.of("60"), ordered.get(2).order().value("RtdInterval"));
        assertEquals(Optional.of("10"), ordered.get(3).order().value("MinInterval"));
        assertEquals(
                "ORDERED ORDERED ORDERED ORDERED QUEUED QUEUED",
                ordered.stream().map(each -> each.state().name()).collect(Collectors.joining(" ")));
        assertEquals(
                ExchangeState.AWAITING_ANSWER,
                city.exchange(ordered.get(4).id()).state());
    }

    @Test
    void ifOneOfTheSixCannotBeOrderedNoneIs() {
        city(ExchangeOptions.defaults().withWaiting(4)).connects(A, "08:00:00");
        ExchangeId before = city.orders("08:00:00", 1061);
        assertEquals(
                List.of("QUEUE_FULL station: 4 open requests / fewer than 4"),
                city.initialises("08:00:00", A, Map.of()).stream()
                        .map(ExchangeDeskContract::obstacle)
                        .toList());
        assertEquals(
                List.of(before),
                city.desk.list(Optional.empty(), Optional.empty(), Optional.empty(), 10).stream()
                        .map(Exchange::id)
                        .toList());
    }

    /** HJ 212-2025 6.4.3: the field asks with 1014, the host gives with 1014. */
    @Test
    void aLoggerThatAsksForAKeyGetsOneWhenSomebodyLetsItGo() {
        city().connects(A, "08:00:00");
        city.profiles.put(
                A,
                new StationProfile(
                                A,
                                StationProfile.Edition.HJ212_2025,
                                StationProfile.CrcMode.HJ212,
                                StationProfile.PasswordPolicy.REJECT,
                                "123456",
                                Duration.ofMinutes(1),
                                false,
                                Map.of())
                        .withEncryption(new Encryption(
                                Encryption.Form.RAW,
                                Encryption.Plaintext.WARN,
                                List.of(StationKey.of("1234567890abcdef")))));
        city.says("08:00:01", A, "20261124080001000", 1014, "SKCreateTime=20260801000000000");
        city.says("08:00:02", A, "20261124080002000", 1014, "SKCreateTime=20260801000000000");
        List<Exchange> proposed = city.desk.list(Optional.of(A), Optional.empty(), Optional.empty(), 10);
        assertEquals(1, proposed.size(), "asking twice is one proposal");
        assertEquals(ExchangeState.ORDERED, proposed.get(0).state());
        assertEquals(Optional.of("***"), proposed.get(0).order().value("NewSK"));
        assertEquals(Optional.of("20261124080001000"), proposed.get(0).order().value("SKCreateTime"));
        assertEquals(List.of(), city.written);
        acted(city.desk.release(proposed.get(0).id(), "Li", at("08:05:00")));
        assertEquals(1, city.written.size());
        assertEquals(
                ExchangeState.AWAITING_ANSWER,
                city.exchange(proposed.get(0).id()).state());
    }

    @Test
    void aLoggerThatSpeaksInClearIsProposedNoKey() {
        city().connects(A, "08:00:00");
        city.orders("08:00:00", 1061);
        city.says("08:00:01", A, "20261124080001000", 1014, "SKCreateTime=20260801000000000");
        assertEquals(
                1,
                city.desk
                        .list(Optional.of(A), Optional.empty(), Optional.empty(), 10)
                        .size());
    }

    @Test
    void oneRequestAtATimeOfficersFirstAndNoMoreThanTheQueueHolds() {
        city(ExchangeOptions.defaults().withWaiting(4)).connects(A, "08:00:00");
        ExchangeId first = city.orders("08:00:00", 1061);
        ExchangeId machine = city.orders("08:00:00", A, "stackwatch", 1011);
        ExchangeId second = city.orders("08:00:00", 1063);
        city.orders("08:00:00", 2012);
        assertEquals(
                "QUEUE_FULL station: 4 open requests / fewer than 4",
                obstacle(city.tries("08:00:00", A, "Wang", 1061)));
        assertEquals(1, city.written.size());
        assertEquals(
                Set.of("20261124080000000", "20261124080000001", "20261124080000002"),
                Set.of(city.qn(first), city.qn(machine), city.qn(second)));
        city.says("08:00:01", A, city.qn(first), 9011, "QnRtn=2").tick("08:00:02");
        assertEquals(ExchangeState.AWAITING_ANSWER, city.exchange(second).state());
        assertEquals(ExchangeState.QUEUED, city.exchange(machine).state());
    }

    @Test
    void aStationThatBearsTwoIsAskedTwoAtOnce() {
        city().connects(TWO, "08:00:00");
        city.orders("08:00:00", TWO, "Wang", 1061);
        city.orders("08:00:00", TWO, "Wang", 1063);
        city.orders("08:00:00", TWO, "Wang", 1011);
        assertEquals(2, city.written.size());
    }

    @Test
    void aRequestWaitsForItsStationAndExpiresAfterADay() {
        city();
        ExchangeId meets = city.orders("08:00:00", 1061);
        ExchangeId misses = city.orders("08:00:00", TWO, "Wang", 1061);
        city.tick("20:00:00");
        assertEquals(List.of(), city.written);
        city.connects(A, "20:00:01").tick("20:00:01");
        assertEquals(ExchangeState.AWAITING_ANSWER, city.exchange(meets).state());
        city.tick("2026-11-25T08:00:01");
        assertEquals(ExchangeState.EXPIRED, city.exchange(misses).state());
    }

    @Test
    void aControlNeedsTwoPeople() {
        city().connects(A, "08:00:00");
        ExchangeId id = city.orders("08:00:00", 1062, "RtdInterval=30");
        assertEquals(ExchangeState.ORDERED, city.exchange(id).state());
        assertEquals(List.of(), city.written);
        assertEquals(
                "exchange 1 was ordered by 'Wang': it has to be released by somebody else",
                acted(city.desk.release(id, "Wang", at("08:00:01"))));
        assertEquals("nobody is named", acted(city.desk.release(id, " ", at("08:00:01"))));
        assertEquals("QUEUED", acted(city.desk.release(id, "Li", at("08:00:02"))));
        assertEquals(1, city.written.size());
        assertEquals(
                "exchange 1 is in state AWAITING_ANSWER (sent, waits for the request answer), which takes no RELEASED;"
                        + " so far: ORDERED, RELEASED, SENT",
                acted(city.desk.release(id, "Zhao", at("08:00:03"))));
        assertEquals("unknown", acted(city.desk.release(new ExchangeId(99), "Li", at("08:00:03"))));
    }

    @Test
    void whatPeopleDoToAnExchangeIsInTheTrailOrNotDoneAtAll() {
        city().connects(A, "08:00:00");
        ActsInTrail.wholeOrAbsent(city.store, 1, () -> city.orders("08:00:00", 1062, "RtdInterval=30"));
        ExchangeId id = city.desk
                .list(Optional.empty(), Optional.empty(), Optional.empty(), 1)
                .get(0)
                .id();
        ActsInTrail.wholeOrAbsent(city.store, 1, () -> city.desk.release(id, "Li", at("08:00:10")));
        ExchangeId other = city.orders("08:01:00", 1072, "NewPW=Gehe77");
        ActsInTrail.wholeOrAbsent(city.store, 1, () -> city.desk.cancel(other, "Li", "wrong station", at("08:01:10")));
        assertEquals(
                List.of(
                        "UNSTATED Wang ORDERED exchange-event:1/1 to see",
                        "UNSTATED Li RELEASED exchange-event:1/2 to see",
                        "UNSTATED Wang ORDERED exchange-event:2/1 to see",
                        "UNSTATED Li CANCELLED exchange-event:2/2 wrong station"),
                ActsInTrail.told(city.store),
                "what the machine and the station do is in the exchange alone");
        assertFalse(ActsInTrail.rows(city.store).toString().contains("Gehe77"), "no secret");
        ActsInTrail.changedIsNamed(city.store, 1, "UPDATE exchange SET content = 'RtdInterval=60' WHERE id = 1");
        ActsInTrail.changedIsNamed(
                city.store, 4, "UPDATE exchange_event SET actor = 'Zhang' WHERE exchange = 2 AND kind = 'CANCELLED'");
    }

    @Test
    void aControlThatNobodyReleasesExpiresInTenMinutes() {
        city().connects(A, "08:00:00");
        ExchangeId id = city.orders("08:00:00", 1062, "RtdInterval=30");
        city.tick("08:09:59");
        assertEquals(ExchangeState.ORDERED, city.exchange(id).state());
        city.tick("08:10:00");
        assertEquals(ExchangeState.EXPIRED, city.exchange(id).state());
        assertEquals(List.of(), city.written);
    }

    @Test
    void whatWasNeverSentExpiresAlsoWhileTheJournalIsReadLate() {
        city();
        ExchangeId control = city.orders("08:00:00", 1062, "RtdInterval=30");
        ExchangeId question = city.orders("08:00:00", 1061);
        city.arrives("08:00:01", A, "20261124080001000", 2011, "DataTime=20261124080000;a21026-Rtd=1.0");
        city.connects(A, "2026-11-25T08:00:00").tick("2026-11-25T08:00:00");
        assertEquals(ExchangeState.EXPIRED, city.exchange(control).state());
        assertEquals(ExchangeState.EXPIRED, city.exchange(question).state());
        assertEquals(List.of(), city.written);
    }

    @Test
    void aReleaseBehindItsTimeIsRefusedAndAnOrderSendsNothingThatExpired() {
        city();
        ExchangeId control = city.orders("08:00:00", 1062, "RtdInterval=30");
        assertEquals(
                "exchange 1 could be released until 2026-11-24T00:10:00Z: order it again",
                acted(city.desk.release(control, "Li", at("08:10:00"))));
        ExchangeId old = city.orders("08:10:00", 1061);
        city.connects(A, "08:10:01");
        ExchangeId fresh = city.orders("2026-11-25T08:10:00", 1063);
        assertEquals(ExchangeState.EXPIRED, city.exchange(old).state());
        assertEquals(ExchangeState.AWAITING_ANSWER, city.exchange(fresh).state());
        assertEquals(1, city.written.size());
    }

    @Test
    void anotherSpellingOfTheNameIsNoSecondPerson() {
        city();
        ExchangeId id = city.orders("08:00:00", 1062, "RtdInterval=30");
        for (String same : List.of("Wa\u200Bng", "\uFF37ANG", "W ang")) {
            assertTrue(acted(city.desk.release(id, same, at("08:00:01"))).contains("somebody else"), same);
        }
        assertEquals(ExchangeState.ORDERED, city.exchange(id).state());
    }

    @Test
    void aStationThatCannotBeSentToDoesNotStopTheOthers() {
        city();
        ExchangeId mute = city.orders("08:00:00", TWO, "Wang", 1061);
        ExchangeId first = city.orders("08:00:00", 1061);
        ExchangeId second = city.orders("08:00:00", OLD, "Wang", 1061);
        city.broken.add(TWO);
        city.connects(A, "08:00:01").connects(OLD, "08:00:01").connects(TWO, "08:00:01");
        city.tick("08:00:02");
        assertEquals(2, city.written.size());
        assertEquals(ExchangeState.AWAITING_ANSWER, city.exchange(first).state());
        assertEquals(ExchangeState.AWAITING_ANSWER, city.exchange(second).state());
        assertEquals("ORDERED SENT", city.events(mute));
    }

    @Test
    void answersBehindTheEndAreKeptAHundredTimesAndThenOnlyCounted() {
        city().connects(A, "08:00:00");
        ExchangeId id = city.orders("08:00:00", 1061);
        city.says("08:00:01", A, city.qn(id), 9011, "QnRtn=2");
        List<JournalRecord> late = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            late.add(city.arrives("08:00:02", A, city.qn(id), 9012, "ExeRtn=1"));
        }
        city.cursor.apply(late);
        assertEquals(3 + 100, city.exchange(id).version());
        assertEquals(30, city.desk.counts().notKept());
        assertEquals(ExchangeState.REFUSED, city.exchange(id).state());
    }

    @Test
    void aCodeThatCannotBeReadIsNoSuccess() {
        city().connects(A, "08:00:00");
        ExchangeId id = city.orders("08:00:00", 1061);
        city.says("08:00:01", A, city.qn(id), 9011, "QnRtn=1");
        city.says("08:00:02", A, city.qn(id), 9012, "ExeRtn=fine");
        assertEquals(ExchangeState.FAILED, city.exchange(id).state());
        assertEquals(Set.of(Deviation.CODE_UNREADABLE), city.exchange(id).deviations());
    }

    @Test
    void fiftyClocksAreAskedWithOneLookAndTheRestWithTheNext() {
        city();
        for (int i = 0; i < 60; i++) {
            Mn mn = new Mn("010000A8900016F000169D%02d".formatted(i));
            city.profiles.put(mn, StationProfile.strict(mn, "123456"));
            city.connects(mn, "08:00:00");
        }
        city.tick("08:00:00").tick("2026-11-26T08:00:00");
        assertEquals(50, city.written.size());
        city.tick("2026-11-26T08:01:00");
        assertEquals(60, Set.copyOf(city.written).size(), "and those without an answer again");
    }

    @Test
    void whatFailsInTheTimersDoesNotKeepRequestsFromBeingSent() {
        city();
        ExchangeId id = city.orders("08:00:00", 1061);
        city.connects(A, "08:00:01");
        city.store.write(handle -> handle.execute("ALTER TABLE clock_check RENAME TO gone"));
        assertThrows(RuntimeException.class, () -> city.tick("08:00:02"), "the timetable has to know of it");
        city.store.write(handle -> handle.execute("ALTER TABLE gone RENAME TO clock_check"));
        assertEquals(ExchangeState.AWAITING_ANSWER, city.exchange(id).state());
        assertEquals(1, city.written.size());
    }

    @Test
    void theLoggersClockIsSetToTheTimeOfSendingOrNotAtAll() {
        city();
        city.orders("08:00:00", 1012);
        city.orders("08:00:00", 1012, "SystemTime=now");
        city.orders("08:00:00", 1012, "PolId=a21026", "SystemTime=20261124070000");
        assertEquals(
                "WRONG_FIELD content SystemTime: 20261124070000 / 'now' or no such item: the logger's clock is set to"
                        + " the time of sending",
                obstacle(city.tries("08:00:00", A, "Wang", 1012, "SystemTime=20261124070000")));
    }

    @Test
    void whatIsCalledOffIsNotSentAndItsEndIsKept() {
        city();
        ExchangeId id = city.orders("08:00:00", 1061);
        assertEquals("CANCELLED", acted(city.desk.cancel(id, "Li", "not needed", at("08:00:01"))));
        city.connects(A, "08:00:02").tick("08:00:02");
        assertEquals(List.of(), city.written);
        assertEquals(
                "not needed",
                city.desk.file(id).orElseThrow().events().get(1).event().note());
        assertTrue(acted(city.desk.cancel(id, "Li", "again", at("08:00:03"))).contains("CANCELLED (called off)"));
    }

    @Test
    void anOrderThatCannotBeSentIsRefusedWithItsField() {
        city();
        city.orders("08:00:00", 1061);
        assertEquals(
                "UNKNOWN_STATION station: X / a registered station",
                obstacle(city.tries("08:00:00", new Mn("X"), "Wang", 1061)));
        assertEquals(
                "UNKNOWN_COMMAND command: 1063 / a command that a host may send in HJT212_2005",
                obstacle(city.tries("08:00:00", OLD, "Wang", 1063)));
        assertEquals(
                "WRONG_FIELD content NewPW: *** / exactly 6 printable characters",
                obstacle(city.tries("08:00:00", A, "Wang", 1072, "NewPW=12;34")));
        assertEquals(
                "WRONG_FIELD by: 0 characters / 1 to 1000 characters", obstacle(city.tries("08:00:00", A, "", 1061)));
    }

    @Test
    void killedBetweenAnswerAndResultItIsDoneOnce() {
        city().connects(A, "08:00:00");
        ExchangeId id = city.orders("08:00:00", 1061);
        city.says("08:00:01", A, city.qn(id), 9011, "QnRtn=1");
        city.kill("08:20:00");
        assertEquals(ExchangeState.EXECUTING, city.exchange(id).state());
        city.connects(A, "08:20:10").tick("08:20:10");
        JournalRecord data = city.arrives("08:20:20", A, city.qn(id), 1061, "RtdInterval=30");
        JournalRecord result = city.arrives("08:20:21", A, city.qn(id), 9012, "ExeRtn=1");
        city.cursor.apply(List.of(data, result));
        city.kill("08:30:00");
        city.cursor.apply(city.journal);
        assertEquals("ORDERED SENT ANSWERED RESUMED DATA RESULTED", city.events(id));
        assertEquals(ExchangeState.DONE, city.exchange(id).state());
        assertEquals(1, city.written.size());
    }

    @Test
    void killedBetweenCommitAndWriteTheSameBytesGoOutAfterTheDeadline() {
        city();
        ExchangeId id = city.orders("07:59:59", 1061);
        city.connects(A, "08:00:00");
        city.diesWhenWriting = true;
        assertThrows(AskedStations.Killed.class, () -> city.tick("08:00:00"));
        city.kill("08:00:05");
        city.connects(A, "08:00:06").tick("08:00:07");
        assertEquals(List.of(), city.written, "nobody knows whether it was written: its deadline decides");
        city.tick("08:00:16");
        assertEquals(1, city.written.size());
        assertTrue(city.written.get(0).contains("QN=20261124075959000;"), city.written.get(0));
        city.says("08:00:17", A, city.qn(id), 9011, "QnRtn=1");
        city.says("08:00:18", A, city.qn(id), 9012, "ExeRtn=1");
        assertEquals("ORDERED SENT RESUMED TIMED_OUT SENT ANSWERED RESULTED", city.events(id));
    }

    @Test
    void anAnswerThatIsAppliedAgainCountsOnceAndAStoreThatFailsKeepsNothing() {
        city().connects(A, "08:00:00");
        ExchangeId id = city.orders("08:00:00", 1061);
        List<JournalRecord> batch = List.of(
                city.arrives("08:00:01", A, city.qn(id), 9011, "QnRtn=1"),
                city.arrives("08:00:02", A, city.qn(id), 9012, "ExeRtn=1"));
        city.store.write(handle -> handle.execute("ALTER TABLE exchange_event RENAME TO gone"));
        assertThrows(RuntimeException.class, () -> city.cursor.apply(batch));
        city.store.write(handle -> handle.execute("ALTER TABLE gone RENAME TO exchange_event"));
        assertEquals(0, city.cursor.place().position());
        assertEquals(ExchangeState.AWAITING_ANSWER, city.exchange(id).state());
        assertTrue(city.cursor.apply(batch), "an exchange ended");
        List<String> once = city.dump();
        assertTrue(!city.cursor.apply(batch), "nothing ended any more");
        assertEquals(once, city.dump());
        assertEquals(2, city.cursor.place().position());
    }

    @Test
    void aDeadlineWaitsForWhatArrivedBeforeIt() {
        city().connects(A, "08:00:00");
        ExchangeId id = city.orders("08:00:00", 1061);
        JournalRecord answer = city.arrives("08:00:09", A, city.qn(id), 9011, "QnRtn=1");
        city.tick("08:00:30");
        assertEquals(1, city.written.size(), "the answer is in the journal, only not read yet");
        city.cursor.apply(List.of(answer));
        city.tick("08:00:31");
        assertEquals(ExchangeState.EXECUTING, city.exchange(id).state());
    }

    @Test
    void recordsThatConcernNobodyCostNoTransactionAndTheirPlaceIsWrittenNowAndThen() {
        city().connects(A, "08:00:00");
        city.orders("08:00:00", 1061);
        city.says("08:00:10", TWO, "20261124080010000", 2011, "DataTime=20261124080010;a21026-Rtd=1.0");
        List<String> early = city.dump();
        city.says("08:00:20", TWO, "20261124080020000", 2011, "DataTime=20261124080020;a21026-Rtd=1.0");
        assertEquals(early, city.dump());
        assertEquals(2, city.cursor.place().position());
        city.says("08:00:40", TWO, "20261124080040000", 2011, "DataTime=20261124080040;a21026-Rtd=1.0");
        assertTrue(city.dump().stream().anyMatch(row -> row.contains("name=exchange") && row.contains("position=3")));
    }

    @Test
    void aPeerThatDoesNotReadIsLeftAloneForAMoment() {
        city().connects(A, "08:00:00");
        city.answer = Sent.CONGESTED;
        ExchangeId id = city.orders("08:00:00", 1061);
        assertEquals("ORDERED SENT NOT_WRITTEN", city.events(id));
        city.tick("08:00:01").tick("08:00:09");
        assertEquals("ORDERED SENT NOT_WRITTEN", city.events(id));
        city.answer = Sent.WRITTEN;
        city.tick("08:00:10");
        assertEquals(1, city.exchange(id).attempts());
        assertEquals(1, city.written.size());
    }

    @Test
    void aNewPasswordGoesOutAndIsWrittenDownNowhere() {
        city().connects(A, "08:00:00");
        ExchangeId id = city.orders("08:00:00", 1072, "NewPW=S3CRET");
        city.desk.release(id, "Li", at("08:00:01"));
        city.tick("08:00:12");
        assertEquals(2, city.written.size());
        assertTrue(city.written.get(0).contains("CP=&&NewPW=S3CRET&&"));
        assertEquals(city.written.get(0), city.written.get(1));
        city.dump().forEach(row -> assertTrue(!row.contains("S3CRET") && !row.contains("533343524554"), row));
        assertTrue(city.dump().stream().anyMatch(row -> row.contains("NewPW=***")));
        assertEquals(Optional.empty(), city.desk.file(id).orElseThrow().packet());
        city.says("08:00:13", A, city.qn(id), 9011, "QnRtn=1");
        city.says("08:00:13", A, city.qn(id), 9012, "ExeRtn=1");
        assertEquals(ExchangeState.DONE, city.exchange(id).state());
    }

    @Test
    void aSecretDoesNotSurviveARestartAndTheOrderSaysSo() {
        city().connects(A, "08:00:00");
        ExchangeId ordered = city.orders("08:00:00", 1072, "NewPW=S3CRET");
        ExchangeId sent = city.orders("08:00:00", TWO, "Wang", 1072, "NewPW=S3CRET");
        city.connects(TWO, "08:00:00");
        city.desk.release(sent, "Li", at("08:00:01"));
        city.kill("08:00:02");
        assertEquals(ExchangeState.CANCELLED, city.exchange(ordered).state());
        assertEquals(ExchangeState.AWAITING_ANSWER, city.exchange(sent).state());
        city.connects(TWO, "08:00:03").tick("08:00:13");
        assertEquals(ExchangeState.NO_ANSWER, city.exchange(sent).state());
        assertEquals(1, city.written.size(), "what is not known any more is not sent again");
    }

    @Test
    void aClockIsLookedAtOnceInTheIntervalAndNotInTheFirstHour() {
        city(ExchangeOptions.defaults().withClock(Duration.ofHours(4), Duration.ofSeconds(30), false))
                .connects(A, "08:00:00");
        int asked = 0;
        for (int minute = 0; minute <= 13 * 60; minute++) {
            city.tick("%02d:%02d:00".formatted(8 + minute / 60, minute % 60));
            if (minute == 59) {
                assertEquals(0, city.written.size());
            }
            if (city.written.size() > asked) {
                asked = city.written.size();
                Exchange check = city.desk
                        .list(Optional.empty(), Optional.empty(), Optional.empty(), 1)
                        .get(0);
                assertEquals(1011, check.order().command());
                assertEquals("stackwatch", check.order().by());
                city.desk.cancel(check.id(), "test", "answered elsewhere", at("21:00:00"));
            }
        }
        assertTrue(asked == 3 || asked == 4, "every four hours from the first to the thirteenth: " + asked);
        city.kill("21:01:00");
        city.connects(A, "21:01:00").tick("21:01:00");
        assertEquals(asked, city.written.size(), "a restart asks nobody again");
    }

    @Test
    void aClockThatIsOffIsShownAndItsSettingProposedWithTheTimeOfTheSending() {
        city().connects(A, "08:00:00");
        ExchangeId check = city.orders("08:00:00", A, "stackwatch", 1011);
        city.says("08:00:01", A, city.qn(check), 9011, "QnRtn=1");
        city.says("08:00:02", A, city.qn(check), 1011, "SystemTime=20261124080102");
        city.says("08:00:02", A, city.qn(check), 9012, "ExeRtn=1");
        assertEquals(
                Duration.ofSeconds(60),
                city.desk.file(check).orElseThrow().clock().orElseThrow().drift());
        Exchange proposed = city.desk
                .list(Optional.of(A), Optional.of(ExchangeState.ORDERED), Optional.empty(), 9)
                .get(0);
        assertEquals(1012, proposed.order().command());
        assertEquals("clock is off by PT1M", proposed.order().reason());
        city.tick("09:00:00");
        assertEquals(1, city.written.size(), "the machine only proposes");
        city.desk.release(proposed.id(), "Li", at("09:30:00"));
        assertTrue(city.written.get(1).contains("CN=1012"), city.written.get(1));
        assertTrue(city.written.get(1).contains("CP=&&SystemTime=20261124093000&&"), city.written.get(1));
        city.tick("09:30:11");
        assertEquals(ExchangeState.NO_ANSWER, city.exchange(proposed.id()).state());
        assertEquals(2, city.written.size(), "the time of a second sending would be wrong");
    }

    @Test
    void aClockThatIsRightIsLeftAlone() {
        city().connects(A, "08:00:00");
        ExchangeId check = city.orders("08:00:00", A, "stackwatch", 1011);
        city.says("08:00:01", A, city.qn(check), 9011, "QnRtn=1");
        city.says("08:00:02", A, city.qn(check), 1011, "SystemTime=20261124080032");
        assertEquals(
                Duration.ofSeconds(30),
                city.desk.file(check).orElseThrow().clock().orElseThrow().drift());
        assertEquals(
                1,
                city.desk
                        .list(Optional.of(A), Optional.empty(), Optional.empty(), 9)
                        .size());
    }

    @Test
    void aLoggerThatAsksForItsTimeGetsOneProposal() {
        city().connects(A, "08:00:00");
        city.says("08:00:01", A, "20261124080001000", 1013, "");
        city.says("08:00:31", A, "20261124080031000", 1013, "");
        List<Exchange> all = city.desk.list(Optional.of(A), Optional.empty(), Optional.empty(), 9);
        assertEquals(1, all.size());
        assertEquals("the logger asks for its time (1013)", all.get(0).order().reason());
        assertEquals(ExchangeState.ORDERED, all.get(0).state());
    }

    @Test
    void aClockIsSetWithoutAPersonWhereTheSettingSaysSo() {
        city(ExchangeOptions.defaults().withClock(Duration.ofHours(24), Duration.ofSeconds(30), true))
                .connects(A, "08:00:00");
        city.says("08:00:01", A, "20261124080001000", 1013, "").tick("08:00:02");
        assertTrue(city.written.get(0).contains("CP=&&SystemTime=20261124080002&&"), city.written.get(0));
        // an officer's own order still needs a second one
        assertEquals(
                ExchangeState.ORDERED,
                city.exchange(city.orders("08:00:03", 1012)).state());
    }
}
