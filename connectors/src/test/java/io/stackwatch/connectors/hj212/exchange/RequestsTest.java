package io.stackwatch.connectors.hj212.exchange;

import static io.stackwatch.connectors.hj212.exchange.ExchangeFixture.at;
import static io.stackwatch.connectors.hj212.exchange.ExchangeFixture.order;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.connectors.hj212.codec.Command;
import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.server.Peer;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.connectors.hj212.session.StationProfile.Edition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Packets, numbers, turns, words: what surrounds the table of steps. */
class RequestsTest {

    private final RequestPackets packets = new TableRequestPackets(CommandTable.standard());
    private final StationProfile profile = StationProfile.strict(ExchangeFixture.STATION, "123456");

    private static StationProfile newest() {
        return new StationProfile(
                ExchangeFixture.STATION,
                Edition.HJ212_2025,
                StationProfile.CrcMode.HJ212,
                StationProfile.PasswordPolicy.REJECT,
                "123456",
                Duration.ofMinutes(1),
                false,
                Map.of());
    }

    /** The example of HJ 212-2017 C.16, as it is printed. */
    @Test
    void theRequestOfTheStandardsExampleComesOutByteForByte() {
        ExchangeOrder asked = new ExchangeOrder(
                ExchangeFixture.STATION,
                "32",
                1011,
                List.of(new RequestItem("PolId", "w01018")),
                "Wang",
                "",
                Priority.OFFICER);
        assertEquals(
                "##0099QN=20160801085857223;ST=32;CN=1011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"
                        + "CP=&&PolId=w01018&&5A00\r\n",
                new String(packets.encode(profile, asked, "20160801085857223"), StandardCharsets.US_ASCII));
    }

    @Test
    void beginAndEndAreJoinedByASemicolonAndTheEditionIsInTheFlag() {
        ExchangeOrder asked = order(2061, "BeginTime=20261124050000", "EndTime=20261124060000");
        assertArrayEquals(
                Peer.packet("QN=20261124080000000;ST=31;CN=2061;PW=123456;MN=010000A8900016F000169DC0;Flag=9;"
                        + "CP=&&BeginTime=20261124050000;EndTime=20261124060000&&"),
                packets.encode(newest(), asked, "20261124080000000"));
    }

    @Test
    void whatIsWrongIsRefusedWithTheFieldAndASecretIsNotRepeated() {
        assertEquals(
                new RequestPackets.Complaint("content NewPW", "***", "exactly 6 printable characters"),
                packets.check(profile, order(1072, "NewPW=12;3456")).orElseThrow());
        assertEquals(
                "content RtdInterval",
                packets.check(profile, order(1062, "RtdInterval=20"))
                        .orElseThrow()
                        .field());
        assertEquals(
                "command", packets.check(profile, order(2013)).orElseThrow().field());
        assertEquals(Optional.empty(), packets.check(profile, order(1000, "OverTime=5", "ReCount=3")));
    }

    @Test
    void whatShallBeEncryptedNeedsAKeyAndIsSealedWithIt() {
        StationProfile plain = newest();
        StationProfile sealing = plain.withEncryption(new Encryption(
                Encryption.Form.RAW, Encryption.Plaintext.WARN, List.of(StationKey.of("0000000000000000"))));
        ExchangeOrder key = order(1014, "SKCreateTime=20261124080000000", "NewSK=1234567890abcdef");
        assertEquals("command", packets.check(plain, key).orElseThrow().field());
        assertEquals(Optional.empty(), packets.check(sealing, key));
        String sent = new String(packets.encode(sealing, key, ExchangeFixture.QN), StandardCharsets.ISO_8859_1);
        assertTrue(sent.contains("CN=1014;") && !sent.contains("1234567890abcdef"), sent);
        String asked = new String(packets.encode(sealing, order(1011), ExchangeFixture.QN), StandardCharsets.US_ASCII);
        assertTrue(asked.contains("CP=&&&&"), asked);
    }

    @Test
    void numbersAreTheLocalTimeAndNeverRepeat() {
        assertEquals("20261124080000000", RequestNumbers.next(Optional.empty(), at("08:00:00")));
        assertEquals("20261124080000001", RequestNumbers.next(Optional.of("20261124080000000"), at("08:00:00")));
        assertEquals("20261124080000008", RequestNumbers.next(Optional.of("20261124080000007"), at("07:00:00")));
        assertEquals("20261124080000000", RequestNumbers.next(Optional.of("20261124075959999"), at("08:00:00")));
    }

    @Test
    void theUnansweredComesFirstThenOfficersThenTheMachineAndNoMoreThanTheStationBears() {
        ExchangeTerms terms = ExchangeFixture.terms(AnswerPattern.RESPONSE);
        Exchange machine = ExchangeFixture.ordered(
                1,
                new ExchangeOrder(ExchangeFixture.STATION, "31", 1011, List.of(), "stackwatch", "", Priority.MACHINE),
                terms);
        Exchange early = ExchangeFixture.ordered(2, order(1061), terms);
        Exchange late = ExchangeFixture.ordered(3, order(1061), terms);
        Exchange again = ExchangeFixture.sent(4, order(1063), AnswerPattern.RESPONSE)
                .after(ExchangeEvent.timedOut(at("08:00:10")));
        Exchange out = ExchangeFixture.sent(5, order(1063), AnswerPattern.RESPONSE);
        List<Exchange> open = List.of(machine, late, early, again);
        assertEquals(List.of(again, early, late, machine), NextToSend.of(open, 9));
        assertEquals(List.of(again), NextToSend.of(open, 1));
        List<Exchange> busy = new ArrayList<>(open);
        busy.add(out);
        assertEquals(List.of(), NextToSend.of(busy, 1));
        assertEquals(List.of(again), NextToSend.of(busy, 2));
    }

    @Test
    void everyCommandThatAHostMaySendHasARowForEachOfItsEditions() {
        Set<String> hosts = CommandTable.standard().all().stream()
                .filter(command -> command.isFrom(Command.Direction.FROM_HOST) && command.number() < 9000)
                .flatMap(command -> command.editions().stream().map(year -> command.number() + " " + year))
                .collect(Collectors.toSet());
        Set<String> rows = RequestPatterns.standard().all().stream()
                .flatMap(row -> row.editions().stream().map(edition -> row.command() + " " + edition.year()))
                .collect(Collectors.toSet());
        assertEquals(hosts, rows);
    }

    @Test
    void controlsNeedTwoPeopleAndQuestionsDoNot() {
        Set<Integer> two = RequestPatterns.standard().all().stream()
                .filter(RequestPattern::twoPeople)
                .map(RequestPattern::command)
                .collect(Collectors.toSet());
        Set<Integer> expected = Set.of(
                1000, 1001, 1002, 1012, 1014, 1022, 1032, 1042, 1062, 1064, 1072, 3011, 3012, 3013, 3014, 3015, 3016,
                3017, 3018, 3019, 3020, 3021, 3022, 3024);
        assertEquals(expected, two);
    }

    /** Two tables say it: the one of commands, and the one of how they are carried out. */
    @Test
    void whatNeedsTwoPeopleIsWhatTheTableOfCommandsCallsControl() {
        for (RequestPattern row : RequestPatterns.standard().all()) {
            for (Edition edition : row.editions()) {
                Command command = CommandTable.standard()
                        .find(row.command(), edition.year(), Command.Direction.FROM_HOST)
                        .orElseThrow();
                assertEquals(command.control(), row.twoPeople(), row.toString());
            }
        }
    }

    @Test
    void realtimeDataBetweenTwoTimesIsHistory() {
        RequestPatterns patterns = RequestPatterns.standard();
        assertEquals(
                AnswerPattern.STREAM,
                patterns.find(Edition.HJ212_2025, order(2011)).orElseThrow().answers());
        assertEquals(
                AnswerPattern.HISTORY,
                patterns.find(Edition.HJ212_2025, order(2011, "BeginTime=20240601064500", "EndTime=20240601084500"))
                        .orElseThrow()
                        .answers());
        assertEquals(Optional.empty(), patterns.find(Edition.HJT212_2005, order(1063)));
        assertEquals(Optional.empty(), patterns.find(Edition.HJ212_2017, order(9014)));
    }

    @Test
    void codesHaveWordsAndUnknownOnesStayNumbers() {
        ReturnCodes codes = ReturnCodes.standard();
        ReturnCode rejected =
                codes.find(ReturnCode.Kind.QN_RTN, Edition.HJ212_2017, 2).orElseThrow();
        assertEquals("请求被拒绝", rejected.zh());
        assertEquals("rejected", rejected.en());
        assertEquals(
                "no data",
                codes.find(ReturnCode.Kind.EXE_RTN, Edition.HJT212_2005, 100)
                        .orElseThrow()
                        .en());
        assertEquals(Optional.empty(), codes.find(ReturnCode.Kind.EXE_RTN, Edition.HJ212_2017, 42));
        for (Edition edition : Edition.values()) {
            for (ReturnCode.Kind kind : ReturnCode.Kind.values()) {
                ReturnCode unreadable =
                        codes.find(kind, edition, ReturnCode.UNREADABLE).orElseThrow();
                assertTrue(unreadable.mark().startsWith("own"), "no table has it");
            }
        }
        assertTrue(codes.all().stream()
                .filter(row -> row.edition() == Edition.HJ212_2025 && row.code() > 0)
                .allMatch(row -> row.mark().startsWith("[?]")));
    }

    @Test
    void driftIsOnlyWhatNeitherTheWayNorTheCutSecondExplains() {
        assertEquals(Optional.of(Duration.ZERO), ClockDrift.of("20261124080001", at("08:00:00"), at("08:00:03")));
        // the clock read 08:00:00.999 at most, and it was asked at 08:00:01
        assertEquals(
                Optional.of(Duration.ofMillis(-1)), ClockDrift.of("20261124080000", at("08:00:01"), at("08:00:03")));
        assertEquals(
                Optional.of(Duration.ofSeconds(57)), ClockDrift.of("20261124080100", at("08:00:00"), at("08:00:03")));
        assertEquals(
                Optional.of(Duration.ofMillis(-500)),
                ClockDrift.of("20261124080000500", at("08:00:01"), at("08:00:03")));
        assertEquals(Optional.empty(), ClockDrift.of("20261324080000", at("08:00:01"), at("08:00:03")));
    }
}
