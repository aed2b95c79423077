package io.stackwatch.gateway.relay.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.connectors.hj212.Samples;
import io.stackwatch.connectors.hj212.Samples.Sample;
import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.session.StationProfile.Edition;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.relay.packet.Prepared.Why;
import io.stackwatch.gateway.relay.target.Control;
import io.stackwatch.gateway.relay.target.Delivery;
import io.stackwatch.gateway.relay.target.NewIdentity;
import io.stackwatch.gateway.relay.target.PlatformKind;
import io.stackwatch.gateway.relay.target.RelayTarget;
import io.stackwatch.gateway.relay.target.Rewriting;
import io.stackwatch.gateway.relay.target.TargetName;
import io.stackwatch.gateway.relay.target.Wanted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bytes in, bytes out; length and checksum of what is expected were computed by another program. */
class DispatchTest {

    private static final Instant THEN = Instant.parse("2026-08-01T01:00:00Z");
    private static final Mn M1 = new Mn("M1");
    private static final String HOUR = "##0166QN=20260801085857223;ST=31;CN=2061;PW=123456;MN=M1;Flag=4;CP=&&"
            + "DataTime=20260801080000;a21026-Avg=1.230,a21026-ZsAvg=1.50,a21026-Flag=N;a19001-Avg=6.0,a19001-Flag=N&&CAC1";

    @Test
    void aTransparentRelayChangesNoByteOfAnySample() {
        Dispatch transparent = dispatch(Optional.empty());
        List<Sample> samples = Samples.all();
        assertEquals(155, samples.size());
        for (Sample sample : samples) {
            Packet packet = only(transparent.prepare(M1, THEN, sample.frame(), true));
            byte[] wire = Arrays.copyOf(sample.frame(), sample.frame().length + 2);
            wire[wire.length - 2] = '\r';
            wire[wire.length - 1] = '\n';
            assertArrayEquals(wire, packet.bytes(), sample::toString);
        }
    }

    @Test
    void theReceiptIsAskedForByFlagAndFoundByMnAndQn() {
        Dispatch transparent = dispatch(Optional.empty());
        assertEquals(
                Optional.empty(),
                only(transparent.prepare(M1, THEN, bytes(HOUR), false)).receipt());
        String asks = "##0105QN=20260801085857223;ST=31;CN=2061;PW=123456;MN=M1;Flag=5;"
                + "CP=&&DataTime=20260801080000;a21026-Avg=1.230&&2200";
        assertEquals(
                Optional.of(new ReceiptKey("M1", "20260801085857223", false)),
                only(transparent.prepare(M1, THEN, bytes(asks), false)).receipt());
    }

    @Test
    void mnPasswordEditionCodesAndAnswerBitAreExchangedAndNothingElse() {
        Dispatch rewriting = dispatch(Optional.of(new Rewriting(
                Map.of(M1, new NewIdentity("3715000000000000000000AB", Optional.of("654321"))),
                Optional.of(Edition.HJ212_2025),
                Map.of("a21026", "02"),
                true,
                1024)));

        Packet realtime = only(rewriting.prepare(M1, THEN, bytes(HOUR), false));
        assertEquals(
                "##0176QN=20260801085857223;ST=31;CN=2061;PW=654321;MN=3715000000000000000000AB;Flag=9;CP=&&"
                        + "DataTime=20260801080000;02-Avg=1.230,02-ZsAvg=1.50,02-Flag=N;a19001-Avg=6.0,a19001-Flag=N&&4E00\r\n",
                text(realtime));
        assertEquals(
                Optional.of(new ReceiptKey("3715000000000000000000AB", "20260801085857223", false)),
                realtime.receipt());

        Packet backlog = only(rewriting.prepare(M1, THEN, bytes(HOUR), true));
        assertEquals(
                "##0181QN=20260801085857223;ST=31;CN=2061;PW=654321;MN=3715000000000000000000AB;Flag=9;RF=1;CP=&&"
                        + "DataTime=20260801080000;02-Avg=1.230,02-ZsAvg=1.50,02-Flag=N;a19001-Avg=6.0,a19001-Flag=N&&7F80\r\n",
                text(backlog));
    }

    // decision record 0026: an outlet without a logger, and a mark that stands alone
    @Test
    void aFrameThatWeMadeIsForwardedAsItStandsAndRewrittenLikeAnyOther() {
        Mn station = new Mn("OPC.B01.DA1");
        String made = "##0140QN=20260801090010000;ST=31;CN=2061;PW=123456;MN=OPC.B01.DA1;Flag=8;CP=&&"
                + "DataTime=20260801080000;a19001-Avg=9.5,a19001-Flag=N;a21026-Flag=M&&6300";
        assertEquals(made + "\r\n", text(only(dispatch(Optional.empty()).prepare(station, THEN, bytes(made), false))));
        Dispatch rewriting = dispatch(Optional.of(new Rewriting(
                Map.of(station, new NewIdentity("3715000000000000000000AB", Optional.of("654321"))),
                Optional.of(Edition.HJ212_2025),
                Map.of("a21026", "02"),
                true,
                1024)));
        assertEquals(
                "##0149QN=20260801090010000;ST=31;CN=2061;PW=654321;MN=3715000000000000000000AB;Flag=9;CP=&&"
                        + "DataTime=20260801080000;a19001-Avg=9.5,a19001-Flag=N;02-Flag=M&&9181\r\n",
                text(only(rewriting.prepare(station, THEN, bytes(made), false))));
    }

    @Test
    void theMarkOfBackFillIsTakenAwayForAPlatformOf2017() {
        Dispatch rewriting =
                dispatch(Optional.of(new Rewriting(Map.of(), Optional.of(Edition.HJ212_2017), Map.of(), false, 1024)));
        String marked = "##0110QN=20260801085857223;ST=31;CN=2061;PW=123456;MN=M1;Flag=9;RF=1;"
                + "CP=&&DataTime=20260801080000;a21026-Avg=1.230&&5780";

        assertEquals(
                "##0105QN=20260801085857223;ST=31;CN=2061;PW=123456;MN=M1;Flag=5;"
                        + "CP=&&DataTime=20260801080000;a21026-Avg=1.230&&2200\r\n",
                text(only(rewriting.prepare(M1, THEN, bytes(marked), true))));
    }

    @Test
    void strayCommasAndOddKeysOfTheLoggerStayWhereTheyAre() {
        Mn station = new Mn("88888881234567");
        Dispatch rewriting = dispatch(Optional.of(new Rewriting(
                Map.of(station, new NewIdentity("X9", Optional.empty())), Optional.empty(), Map.of(), false, 1024)));

        assertEquals(
                "##0093ST=32;CN=2011;PW=123456;,MN=X9;FLAG=0;"
                        + "CP=&&DataTime=20180306120000;001-Rtd=6.951,001-Flag=N&&C741\r\n",
                text(only(rewriting.prepare(
                        station,
                        THEN,
                        bytes("##0105ST=32;CN=2011;PW=123456;,MN=88888881234567;FLAG=0;"
                                + "CP=&&DataTime=20180306120000;001-Rtd=6.951,001-Flag=N&&5D80"),
                        false))));
    }

    @Test
    void codesWithinTextAreNotExchangedAndChineseKeepsItsBytes() {
        Dispatch rewriting = dispatch(Optional.of(new Rewriting(
                Map.of(M1, new NewIdentity("X9", Optional.empty())),
                Optional.empty(),
                Map.of("a21026", "02"),
                false,
                1024)));

        assertEquals(
                "##0140QN=20260801085857223;ST=31;CN=3020;PW=123456;MN=X9;Flag=5;CP=&&DataTime=20260801080000;"
                        + "PolId=02;i11001-Info=//开机;a21026-Rtd=1,正常//&&E8C1\r\n",
                text(only(rewriting.prepare(
                        M1,
                        THEN,
                        bytes(
                                "##0144QN=20260801085857223;ST=31;CN=3020;PW=123456;MN=M1;Flag=5;CP=&&DataTime=20260801080000;"
                                        + "PolId=a21026;i11001-Info=//开机;a21026-Rtd=1,正常//&&EB01"),
                        false))));
    }

    @Test
    void aFrameThatBecomesTooLongIsSplitBetweenFactorsWithAQnOfItsOwnPerPacket() {
        Dispatch rewriting = dispatch(Optional.of(new Rewriting(
                Map.of(M1, new NewIdentity("LONGER-THAN-BEFORE", Optional.empty())),
                Optional.empty(),
                Map.of(),
                false,
                300)));
        String long0 = "##0336QN=20260801085959999;ST=31;CN=2051;PW=123456;MN=M1;Flag=5;CP=&&DataTime=20260801085900;"
                + "a21001-Min=1.11,a21001-Avg=2.22,a21001-Max=3.33,a21001-Flag=N;"
                + "a21002-Min=1.11,a21002-Avg=2.22,a21002-Max=3.33,a21002-Flag=N;"
                + "a21003-Min=1.11,a21003-Avg=2.22,a21003-Max=3.33,a21003-Flag=N;"
                + "a21004-Min=1.11,a21004-Avg=2.22,a21004-Max=3.33,a21004-Flag=N&&12C0";

        List<Packet> packets = ready(rewriting.prepare(M1, THEN, bytes(long0), false));
        assertEquals(
                List.of(
                        "##0241QN=20260801085959999;ST=31;CN=2051;PW=123456;MN=LONGER-THAN-BEFORE;Flag=7;PNUM=2;PNO=1;"
                                + "CP=&&DataTime=20260801085900;"
                                + "a21001-Min=1.11,a21001-Avg=2.22,a21001-Max=3.33,a21001-Flag=N;"
                                + "a21002-Min=1.11,a21002-Avg=2.22,a21002-Max=3.33,a21002-Flag=N&&A001\r\n",
                        "##0241QN=20260801090000000;ST=31;CN=2051;PW=123456;MN=LONGER-THAN-BEFORE;Flag=7;PNUM=2;PNO=2;"
                                + "CP=&&DataTime=20260801085900;"
                                + "a21003-Min=1.11,a21003-Avg=2.22,a21003-Max=3.33,a21003-Flag=N;"
                                + "a21004-Min=1.11,a21004-Avg=2.22,a21004-Max=3.33,a21004-Flag=N&&3FC0\r\n"),
                packets.stream().map(DispatchTest::text).toList());
        assertEquals(
                List.of("20260801085959999", "20260801090000000"),
                packets.stream()
                        .map(packet -> packet.receipt().orElseThrow().qn())
                        .toList(),
                "each packet has a receipt of its own");
    }

    @Test
    void whatCannotBeSplitOrReadIsRefusedWithItsReason() {
        Rewriting tight = new Rewriting(
                Map.of(M1, new NewIdentity("X9", Optional.empty())), Optional.empty(), Map.of(), false, 256);
        String longText = "##0300QN=20260801085857223;ST=31;CN=3020;PW=123456;MN=M1;Flag=5;CP=&&i11001-Info=//"
                + "a".repeat(214) + "//&&FFFF";

        assertEquals(Why.TOO_LONG, refused(dispatch(Optional.of(tight)).prepare(M1, THEN, bytes(longText), false)));
        assertEquals(
                Why.NO_IDENTITY, refused(dispatch(Optional.of(tight)).prepare(new Mn("M2"), THEN, bytes(HOUR), false)));
        assertEquals(Why.NOT_A_FRAME, refused(dispatch(Optional.of(tight)).prepare(M1, THEN, bytes("noise"), false)));
        Dispatch keyless = new Dispatch(target(Optional.of(tight)), (station, at, frame) -> Optional.empty());
        assertEquals(Why.ENCRYPTED, refused(keyless.prepare(M1, THEN, bytes(HOUR), false)));
    }

    @Test
    void rewritingEverySampleToItsOwnIdentityGivesTheSameSegment() {
        Dispatch same =
                dispatch(Optional.of(new Rewriting(Map.of(), Optional.empty(), Map.of("zz99999", "z9"), false, 9999)));
        int compared = 0;
        for (Sample sample : Samples.all()) {
            Frame frame = Frame.of(sample.frame()).orElseThrow();
            String mn = DataSegment.of(frame).text(HeaderField.MN).orElse("");
            if (mn.isEmpty()) {
                continue;
            }
            Packet packet = only(same.prepare(new Mn(mn), THEN, sample.frame(), false));
            Frame sent = Frame.of(packet.bytes()).orElseThrow();
            assertArrayEquals(segment(frame), segment(sent), sample::toString);
            compared++;
        }
        assertEquals(153, compared);
    }

    private static byte[] segment(Frame frame) {
        return Arrays.copyOfRange(frame.bytes(), frame.segmentFrom(), frame.segmentTo());
    }

    private static Dispatch dispatch(Optional<Rewriting> rewriting) {
        return new Dispatch(target(rewriting), (station, at, frame) -> Optional.of(frame));
    }

    private static RelayTarget target(Optional<Rewriting> rewriting) {
        return new RelayTarget(
                new TargetName("test"),
                PlatformKind.CITY,
                "127.0.0.1",
                1,
                RelayTarget.Start.NOW,
                Wanted.everything(),
                rewriting,
                Control.none(),
                Delivery.usual());
    }

    private static Packet only(Prepared prepared) {
        List<Packet> packets = ready(prepared);
        assertEquals(1, packets.size());
        return packets.get(0);
    }

    private static List<Packet> ready(Prepared prepared) {
        return prepared.match(Prepared.Ready::packets, refused -> {
            throw new AssertionError("refused: " + refused.why());
        });
    }

    private static Why refused(Prepared prepared) {
        return prepared.match(
                ready -> {
                    throw new AssertionError("ready: " + ready.packets().size());
                },
                Prepared.Refused::why);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Packet packet) {
        return new String(packet.bytes(), StandardCharsets.UTF_8);
    }
}
