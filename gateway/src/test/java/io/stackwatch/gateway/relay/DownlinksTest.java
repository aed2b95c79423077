package io.stackwatch.gateway.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.server.Peer;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.connectors.hj212.session.StationProfile.Edition;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.history.Eventually;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import io.stackwatch.gateway.records.DownlinkEvent;
import io.stackwatch.gateway.records.RelayDownlinks;
import io.stackwatch.gateway.relay.target.Control;
import io.stackwatch.gateway.relay.target.NewIdentity;
import io.stackwatch.gateway.relay.target.RelayTarget;
import io.stackwatch.gateway.relay.target.Rewriting;
import io.stackwatch.gateway.relay.target.Wanted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of platforms on their way to stations and back; M1 and M2 are registered with the password 123456. */
class DownlinksTest {

    private static final String ASK = "QN=20260302080000111;ST=31;CN=1011;PW=123456;MN=M1;Flag=5;CP=&&&&";
    private static final Control ALL = new Control(true, Set.of());

    @TempDir
    private Path folder;

    private FakePlatform city;
    private FakePlatform county;
    private RelayBench bench;

    @BeforeEach
    void open() {
        city = FakePlatform.open(FakePlatform.GOOD);
        county = FakePlatform.open(FakePlatform.GOOD);
        bench = new RelayBench(folder.resolve("records.db"))
                .register(StationProfile.strict(new Mn("M1"), "123456"), StationProfile.strict(new Mn("M2"), "123456"));
    }

    @AfterEach
    void close() {
        bench.close();
        city.close();
        county.close();
    }

    private void start(RelayTarget... targets) {
        bench.start(targets);
        for (RelayTarget target : targets) {
            bench.await(target.name().value(), status -> status.condition() == RelayStatus.Condition.CONNECTED);
        }
    }

    @Test
    void aCommandGoesDownUnchangedAndItsAnswersGoToTheAskerAlone() throws IOException {
        start(target("city", city, ALL), target("county", county, Control.none()));
        city.say(Peer.packet(ASK));
        Eventually.holds(
                RelayBench.PATIENCE, "down", () -> bench.downlink.sent("M1").size() == 1);
        assertEquals(
                FakePlatform.text(Peer.packet(ASK)), bench.downlink.sent("M1").get(0));
        assertTrue(bench.relays().isBusy(new Mn("M1")), "whoever else wants to ask it waits");
        assertFalse(bench.relays().isBusy(new Mn("M2")));

        String ready = "QN=20260302080000111;ST=91;CN=9011;PW=123456;MN=M1;Flag=4;CP=&&QnRtn=1&&";
        String time = "QN=20260302080000111;ST=31;CN=1011;PW=123456;MN=M1;Flag=4;CP=&&SystemTime=20260302080000&&";
        String done = "QN=20260302080000111;ST=91;CN=9012;PW=123456;MN=M1;Flag=4;CP=&&ExeRtn=1&&";
        bench.append("M1", Flow.bare(ready), Disposition.ACCEPTED);
        bench.append("M1", Flow.bare(time), Disposition.ACCEPTED);
        bench.append("M1", Flow.bare(done), Disposition.ACCEPTED);
        bench.append("M1", Flow.frame("M1", bench.time.instant(), 7), Disposition.ACCEPTED);
        bench.awaitDone("city");
        bench.awaitDone("county");

        assertEquals(List.of(ready, time, done, Flow.segment("M1", bench.time.instant(), 7)), segments(city));
        assertEquals(List.of(Flow.segment("M1", bench.time.instant(), 7)), segments(county));
        assertFalse(bench.relays().isBusy(new Mn("M1")));
        assertEquals(List.of("FORWARD", "ANSWERED", "RESULTED"), kinds());
        assertEquals("ExeRtn=1", events().get(2).detail());
    }

    @Test
    void aPlatformThatDoesNotCommandTheStationIsRefusedAndItIsKept() throws IOException {
        start(target("city", city, new Control(true, Set.of())), target("county", county, Control.none()));
        county.say(Peer.packet(ASK));
        Eventually.holds(RelayBench.PATIENCE, "an answer", () -> county.count() == 1);

        assertEquals(
                List.of("QN=20260302080000111;ST=91;CN=9011;PW=123456;MN=M1;Flag=4;CP=&&QnRtn=2&&"), segments(county));
        assertEquals(List.of(), bench.downlink.sent("M1"));
        assertEquals(List.of("NOT_CONTROLLING"), kinds());
        assertEquals(
                "QN=20260302080000111;ST=31;CN=1011;PW=***;MN=M1;Flag=5;CP=&&&&",
                events().get(0).detail());
    }

    @Test
    void strangersWrongChecksumsAndThe2005ShapeAreRefusedInTheirOwnWay() throws IOException {
        start(target("city", city, ALL));
        city.say(Peer.packet(ASK.replace("MN=M1", "MN=M9")));
        city.say(bytes("##0065QN=20260302080000112;ST=31;CN=1011;PW=123456;MN=M1;Flag=5;CP=&&&&0000\r\n"));
        city.say(Peer.packet("QN=20260302080000113;ST=31;CN=1011;PW=123456;MN=M8;CP=&&&&"));
        Eventually.holds(RelayBench.PATIENCE, "three answers", () -> city.count() == 3);

        assertEquals(
                List.of(
                        "QN=20260302080000111;ST=91;CN=9011;PW=123456;MN=M9;Flag=4;CP=&&QnRtn=4&&",
                        "QN=20260302080000112;ST=91;CN=9011;PW=123456;MN=M1;Flag=4;CP=&&QnRtn=9&&",
                        "ST=91;CN=9011;PW=123456;MN=M8;Flag=0;CP=&&QN=20260302080000113;QnRtn=4&&"),
                segments(city));
        assertEquals(List.of("UNKNOWN_STATION", "DAMAGED", "UNKNOWN_STATION"), kinds());
    }

    @Test
    void aRewritingTargetsCommandGetsTheStationsOwnNamesBack() throws IOException {
        Rewriting rules = new Rewriting(
                Map.of(new Mn("M1"), new NewIdentity("P1", Optional.of("654321"))),
                Optional.of(Edition.HJ212_2025),
                Map.of("a21026", "02"),
                false,
                1024);
        start(rewriting(target("city", city, ALL), rules));
        city.say(Peer.packet("QN=20260302080000111;ST=31;CN=3011;PW=654321;MN=P1;Flag=9;CP=&&PolId=02&&"));
        Eventually.holds(
                RelayBench.PATIENCE, "down", () -> bench.downlink.sent("M1").size() == 1);
        assertEquals(
                FakePlatform.text(
                        Peer.packet("QN=20260302080000111;ST=31;CN=3011;PW=123456;MN=M1;Flag=5;CP=&&PolId=a21026&&")),
                bench.downlink.sent("M1").get(0));

        bench.append(
                "M1",
                Flow.bare("QN=20260302080000111;ST=91;CN=9011;PW=123456;MN=M1;Flag=4;CP=&&QnRtn=1&&"),
                Disposition.ACCEPTED);
        Eventually.holds(RelayBench.PATIENCE, "up", () -> city.count() == 1);
        assertEquals(
                List.of("QN=20260302080000111;ST=91;CN=9011;PW=654321;MN=P1;Flag=8;CP=&&QnRtn=1&&"), segments(city));

        city.say(Peer.packet("QN=20260302080000222;ST=31;CN=3011;PW=123456;MN=P1;Flag=9;CP=&&PolId=02&&"));
        Eventually.holds(RelayBench.PATIENCE, "refused", () -> city.count() == 2);
        assertEquals(
                "QN=20260302080000222;ST=91;CN=9011;PW=123456;MN=P1;Flag=8;CP=&&QnRtn=3&&",
                segments(city).get(1),
                "the station's own password is not the platform's");
        city.say(Peer.packet("QN=20260302080000333;ST=31;CN=3011;PW=654321;MN=M1;Flag=9;CP=&&PolId=02&&"));
        Eventually.holds(RelayBench.PATIENCE, "refused", () -> city.count() == 3);
        assertTrue(segments(city).get(2).endsWith("QnRtn=4&&"), "nor is its MN");
    }

    /** HJ 212-2017 C.20 to C.23: history comes under QNs of its own. */
    @Test
    void historyThatWasAskedForGoesToTheAskerWhateverItsFilterAndToOthersAsUsual() throws IOException {
        RelayTarget onlyDays = filtered(target("city", city, ALL), Set.of(2031));
        start(onlyDays, target("county", county, Control.none()));
        city.say(Peer.packet("QN=20260302080000111;ST=31;CN=2061;PW=123456;MN=M1;Flag=5;"
                + "CP=&&BeginTime=20260301000000;EndTime=20260301020000&&"));
        Eventually.holds(
                RelayBench.PATIENCE, "down", () -> bench.downlink.sent("M1").size() == 1);
        String hour =
                "QN=20260302080001534;ST=31;CN=2061;PW=123456;MN=M1;Flag=4;CP=&&DataTime=20260301000000;a21026-Avg=1.5&&";
        bench.append("M1", Flow.bare(hour), Disposition.ACCEPTED);
        bench.append("M2", Flow.bare(hour.replace("MN=M1", "MN=M2")), Disposition.ACCEPTED);
        bench.append(
                "M1",
                Flow.bare("QN=20260302080000111;ST=91;CN=9012;PW=123456;MN=M1;Flag=4;CP=&&ExeRtn=1&&"),
                Disposition.ACCEPTED);
        bench.time.advance(Duration.ofSeconds(1));
        String later = hour.replace("534", "535");
        bench.append("M1", Flow.bare(later), Disposition.ACCEPTED);
        bench.awaitDone("city");
        bench.awaitDone("county");

        assertEquals(2, city.count(), "the hour that was asked for and the result");
        assertEquals(hour, segments(city).get(0));
        assertEquals(List.of(hour, hour.replace("MN=M1", "MN=M2"), later), segments(county));
    }

    @Test
    void nothingIsSaidForAStationThatIsAwayAndThePlatformMayAskAgain() throws IOException {
        start(target("city", city, ALL));
        bench.downlink.isAway("M1");
        city.say(Peer.packet(ASK));
        Eventually.holds(RelayBench.PATIENCE, "kept", () -> kinds().equals(List.of("FORWARD", "NOT_SENT")));

        assertEquals("NOT_CONNECTED", events().get(1).detail());
        assertEquals(0, city.count());
        assertFalse(bench.relays().isBusy(new Mn("M1")));
    }

    @Test
    void newPasswordsAndKeysAreNotKept() throws IOException {
        start(target("city", city, ALL));
        city.say(Peer.packet("QN=20260302080000111;ST=31;CN=1072;PW=123456;MN=M1;Flag=5;CP=&&NewPW=hush99&&"));
        city.say(Peer.packet("QN=20260302080000112;ST=31;CN=1014;PW=123456;MN=M1;Flag=9;"
                + "CP=&&SKCreateTime=20260302080000,NewSK=0123456789abcdef&&"));
        Eventually.holds(
                RelayBench.PATIENCE,
                "both down",
                () -> bench.downlink.sent("M1").size() == 2);

        assertTrue(bench.downlink.sent("M1").get(0).contains("NewPW=hush99"), "the station gets it");
        assertEquals(
                List.of(
                        "QN=20260302080000111;ST=31;CN=1072;PW=***;MN=M1;Flag=5;CP=&&NewPW=***&&",
                        "QN=20260302080000112;ST=31;CN=1014;PW=***;MN=M1;Flag=9;"
                                + "CP=&&SKCreateTime=20260302080000,NewSK=***&&"),
                events().stream().map(DownlinkEvent::detail).toList());
    }

    /** A key or password that a platform gives through us holds for us as well. */
    @Test
    void aPasswordThatTheStationTookIsLearntAndOneThatItRefusedIsNot() throws IOException {
        start(target("city", city, ALL));
        city.say(Peer.packet("QN=20260302080000111;ST=31;CN=1072;PW=123456;MN=M1;Flag=5;CP=&&NewPW=hush99&&"));
        city.say(Peer.packet("QN=20260302080000112;ST=31;CN=1072;PW=123456;MN=M2;Flag=5;CP=&&NewPW=hush77&&"));
        Eventually.holds(
                RelayBench.PATIENCE,
                "both down",
                () -> bench.downlink.sent("M2").size() == 1);
        String taken = "QN=20260302080000111;ST=91;CN=9012;PW=123456;MN=M1;Flag=4;CP=&&ExeRtn=1&&";
        String failed = "QN=20260302080000112;ST=91;CN=9012;PW=123456;MN=M2;Flag=4;CP=&&ExeRtn=2&&";
        bench.append("M2", Flow.bare(failed), Disposition.ACCEPTED);
        bench.append("M1", Flow.bare(taken), Disposition.ACCEPTED);
        bench.awaitDone("city");

        assertEquals(
                List.of(
                        "leaving M1 1072 hush99 by platform city",
                        "committed",
                        "leaving M2 1072 hush77 by platform city",
                        "committed",
                        "taken M1 1072 hush99 by platform city"),
                bench.told.heard);
    }

    @Test
    void aKeyThatLeftBeforeARestartIsConfirmedAfterIt() throws IOException {
        RelayTarget target = target("city", city, ALL);
        start(target);
        city.say(Peer.packet("QN=20260302080000112;ST=31;CN=1014;PW=123456;MN=M1;Flag=9;"
                + "CP=&&SKCreateTime=20260302080000,NewSK=0123456789abcdef&&"));
        Eventually.holds(
                RelayBench.PATIENCE, "down", () -> bench.downlink.sent("M1").size() == 1);
        bench.stopRelays();
        bench.start(target);
        String taken = "QN=20260302080000112;ST=91;CN=9012;PW=123456;MN=M1;Flag=8;CP=&&ExeRtn=1&&";
        bench.append("M1", Flow.bare(taken), Disposition.ACCEPTED);
        bench.awaitDone("city");

        assertEquals(
                List.of(
                        "leaving M1 1014 0123456789abcdef by platform city",
                        "committed",
                        "unseen M1 1014 - by platform city"),
                bench.told.heard);
    }

    @Test
    void anAnswerThatComesAfterARestartStillFindsItsAsker() throws IOException {
        RelayTarget[] targets = {target("city", city, ALL), target("county", county, Control.none())};
        start(targets);
        city.say(Peer.packet(ASK));
        Eventually.holds(
                RelayBench.PATIENCE, "down", () -> bench.downlink.sent("M1").size() == 1);
        bench.stopRelays();
        bench.start(targets);
        assertTrue(bench.relays().isBusy(new Mn("M1")));
        String done = "QN=20260302080000111;ST=91;CN=9012;PW=123456;MN=M1;Flag=4;CP=&&ExeRtn=100&&";
        bench.append("M1", Flow.bare(done), Disposition.ACCEPTED);
        bench.awaitDone("city");
        bench.awaitDone("county");

        assertEquals(List.of(done), segments(city));
        assertEquals(0, county.count());
    }

    @Test
    void aRequestThatNobodyAnswersIsOverAfterAWhile() throws IOException {
        start(target("city", city, ALL));
        city.say(Peer.packet(ASK));
        Eventually.holds(
                RelayBench.PATIENCE, "down", () -> bench.downlink.sent("M1").size() == 1);
        bench.time.advance(Duration.ofMinutes(9));
        bench.relays().fire(bench.time.instant());
        assertTrue(bench.relays().isBusy(new Mn("M1")));
        bench.time.advance(Duration.ofMinutes(1));
        bench.relays().fire(bench.time.instant());

        assertFalse(bench.relays().isBusy(new Mn("M1")));
        assertEquals(List.of("FORWARD", "EXPIRED"), kinds());
    }

    private List<DownlinkEvent> events() {
        return bench.store.read(handle -> RelayDownlinks.since(handle, RelayBench.MORNING.minusSeconds(1)));
    }

    private List<String> kinds() {
        return events().stream().map(DownlinkEvent::kind).toList();
    }

    private static List<String> segments(FakePlatform platform) {
        return platform.texts().stream()
                .map(text -> text.substring(6, text.length() - 4))
                .toList();
    }

    private static RelayTarget target(String name, FakePlatform platform, Control control) {
        RelayTarget plain = RelayBench.target(name, platform, RelayBench.eager());
        return changed(plain, plain.wanted(), Optional.empty(), control);
    }

    private static RelayTarget rewriting(RelayTarget target, Rewriting rules) {
        return changed(target, target.wanted(), Optional.of(rules), target.control());
    }

    private static RelayTarget filtered(RelayTarget target, Set<Integer> commands) {
        Wanted wanted = new Wanted(Set.of(), Set.of(), Set.of(), commands, Set.of(), false);
        return changed(target, wanted, target.rewriting(), target.control());
    }

    private static RelayTarget changed(
            RelayTarget target, Wanted wanted, Optional<Rewriting> rewriting, Control control) {
        return new RelayTarget(
                target.name(),
                target.kind(),
                target.host(),
                target.port(),
                target.start(),
                wanted,
                rewriting,
                control,
                target.delivery());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
