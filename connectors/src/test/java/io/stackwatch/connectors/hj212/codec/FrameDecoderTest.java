package io.stackwatch.connectors.hj212.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrameDecoderTest {

    private static final String GOOD =
            "##0087QN=20240601085857223;ST=32;CN=1011;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&&&2200";
    private static final String OTHER =
            "##0087QN=20160801085000001;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&C241";

    @Test
    void aFrameNeedsNoLineEndToBeWhole() {
        assertEquals(List.of(GOOD), texts(decode(GOOD)));
    }

    @Test
    void aLineEndOfEitherKindOrNoneBelongsToNoFrame() {
        Decoding decoding = decode(GOOD + "\r\n" + OTHER + "\n" + GOOD + OTHER + "\r\n");
        assertEquals(List.of(GOOD, OTHER, GOOD, OTHER), texts(decoding));
        assertEquals(0, decoding.garbled.size());
        decoding.balance();
    }

    @Test
    void aLengthOfThreeDigitsIsReadBeforeALetter() {
        String three = GOOD.replace("##0087", "##87");
        assertEquals(List.of(three, OTHER), texts(decode(three + "\r\n" + OTHER)));
    }

    @Test
    void aLengthThatIsTooLongOrTooShortIsCorrectedByTheTail() {
        for (String lie : List.of("0001", "0060", "0086", "0088", "0099", "0300", "1024")) {
            String lying = GOOD.replace("##0087", "##" + lie);
            Decoding decoding =
                    decode(lying + "\r\n" + OTHER + "\r\n" + OTHER + "\r\n").endOfQuiet();
            assertEquals(List.of(lying, OTHER, OTHER), texts(decoding), lie);
            decoding.balance();
        }
    }

    @Test
    void aLengthCountedInCharactersIsCorrectedByTheTail() {
        String lying = "##0144QN=20160801085857223;ST=32;CN=3020;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"
                + "CP=&&DataTime=20160801085857;PolId=w01018;i11001-Info=//清洗管路//&&9481";
        assertEquals(List.of(lying, GOOD), texts(decode(lying + "\r\n" + GOOD)));
    }

    @Test
    void aFrameThatLiesWithoutASuccessorIsServedAfterAShortSilence() {
        String lying = GOOD.replace("##0087", "##0300");
        Decoding decoding = decode(lying + "\r\n");
        assertEquals(List.of(), texts(decoding));
        assertEquals(List.of(lying), texts(decoding.endOfQuiet()));
    }

    @Test
    void aShortSilenceGivesNothingUp() {
        Decoding decoding = decode(GOOD.substring(0, 50)).endOfQuiet();
        assertEquals(50, decoding.held());
        assertEquals(0, decoding.garbled.size());
        assertEquals(List.of(GOOD), texts(decoding.feed(bytes(GOOD.substring(50)))));
    }

    @Test
    void aHalfFrameIsGivenUpWhenPatienceEnds() {
        Decoding decoding = decode(GOOD.substring(0, 50)).endOfPatience();
        assertEquals(0, decoding.held());
        assertEquals(Fault.HALF_FRAME, decoding.garbled.get(0).fault());
        assertEquals(List.of(OTHER), texts(decoding.feed(bytes(OTHER))));
        decoding.balance();
    }

    @Test
    void aFrameCutShortDoesNotSwallowTheNextOne() {
        for (int cut = 3; cut < GOOD.length() - 4; cut++) {
            Decoding decoding = decode(GOOD.substring(0, cut) + OTHER + "\r\n" + GOOD + "\r\n" + OTHER + "\r\n");
            List<String> texts = texts(decoding.endOfQuiet());
            assertEquals(List.of(OTHER, GOOD, OTHER), texts.subList(texts.size() - 3, texts.size()), "cut at " + cut);
            decoding.balance();
        }
    }

    @Test
    void anExactLengthThatFitsNoChecksumYieldsToTheFrameInside() {
        // 0187 spans the remains of one frame and all of the next
        String remains = "##0187" + "x".repeat(187 - GOOD.length() + 4);
        Decoding decoding = decode(remains + GOOD + "\r\n");
        assertEquals(List.of(GOOD), texts(decoding));
        assertEquals(Fault.EMBEDDED_FRAME, decoding.garbled.get(0).fault());
    }

    // docs/adr/0019: ciphertext fits no checksum and holds any byte
    @Test
    void contentThatHoldsTwoHashesDigitsAndALetterByChanceIsNotCut() {
        for (String chance : List.of("##12a", "##1Q", "##0087QN", "##0087QNx=", "##1=", "##0087ABCDE=")) {
            String frame = "##%04dQN=1;CP=&&?%s\u0001&&1234".formatted(14 + chance.length(), chance);
            assertEquals(List.of(frame, GOOD), texts(decode(frame + "\r\n" + GOOD + "\r\n")), chance);
        }
    }

    @Test
    void aLengthOverTheLimitIsNoise() {
        Decoding decoding = new Decoding(CodecLimits.defaults().withMaxSegment(1024));
        decoding.feed(bytes("##1025" + "x".repeat(2000) + GOOD));
        assertEquals(List.of(GOOD), texts(decoding));
        assertEquals(Fault.LENGTH_OVER_LIMIT, decoding.garbled.get(0).fault());
    }

    @Test
    void anEndlessFrameHoldsNoMoreThanTheLimitAndAChunk() {
        Decoding decoding = new Decoding(CodecLimits.defaults());
        decoding.feed(bytes("##0001"));
        byte[] endless = bytes("a=1;".repeat(256));
        for (int i = 0; i < 1000; i++) {
            decoding.feed(endless);
            assertTrue(decoding.held() <= 4096 + 16, "held " + decoding.held());
        }
        assertEquals(List.of(GOOD), texts(decoding.feed(bytes(GOOD)).endOfQuiet()));
        decoding.balance();
    }

    @Test
    void foreignTrafficIsSkippedAndNamed() {
        Decoding decoding = decode("GET / HTTP/1.1\r\nHost: x\r\n\r\n" + GOOD + "##zz###" + OTHER);
        assertEquals(List.of(GOOD, OTHER), texts(decoding));
        assertEquals(
                List.of(Fault.NOISE, Fault.NOT_A_LENGTH, Fault.NOT_A_LENGTH, Fault.NOT_A_LENGTH, Fault.NOT_A_LENGTH),
                decoding.garbled.stream().map(Decoded.Garbled::fault).toList());
        decoding.balance();
    }

    @Test
    void asterisksAndAWrittenLineEndBehindAFrameAreHarmless() {
        Decoding decoding = decode(GOOD + "\\r\\n" + OTHER + "**\r\n" + GOOD);
        assertEquals(List.of(GOOD, OTHER, GOOD), texts(decoding));
        assertTrue(decoding.garbled.stream().allMatch(piece -> piece.fault() == Fault.TRAILING_NOISE));
    }

    @Test
    void bytesThatLookLikeEndsAndBeginningsInsideATrueLengthAreContent() {
        // as SM4 ciphertext may: CR LF, ##, && with digits and CR
        byte[] segment = "QN=1;CN=2011;CP=&&\r\n##12&&AB12\rxx&&".getBytes(StandardCharsets.ISO_8859_1);
        byte[] frame = FrameEncoder.encode(segment, 0, segment.length);
        Decoding decoding = new Decoding(CodecLimits.defaults()).feed(frame).feed(bytes(GOOD));
        assertEquals(2, decoding.frames.size());
        assertArrayEquals(Arrays.copyOf(frame, frame.length - 2), decoding.frames.get(0));
    }

    @Test
    void aChecksumWithFewerDigitsOrNoneEndsAtTheLineEnd() {
        String three = "##0139QN=20240601085857000;ST=31;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=4;"
                + "CP=&&DataTime=20240601085857;a21026-Rtd=1.0,a21026-Flag=N&&780";
        Decoding decoding = decode(three + "\r\n" + GOOD + "\r\n");
        assertEquals(List.of(three, GOOD), texts(decoding));
        Frame frame = Frame.of(bytes(three)).orElseThrow();
        assertEquals(0x780, frame.declaredCrc());
        assertTrue(frame.crcMatches(CrcKind.HJ212));
        String none = GOOD.substring(0, GOOD.length() - 4);
        assertEquals(List.of(none, OTHER), texts(decode(none + "\r\n" + OTHER)));
        assertEquals(Frame.UNREADABLE_CRC, Frame.of(bytes(none)).orElseThrow().declaredCrc());
    }

    @Test
    void theOpeningOfTheContentIsNotTakenForItsEnd() {
        Decoding decoding = decode("##0300QN=1;CN=2011;CP=&&\r\n" + GOOD).endOfQuiet();
        assertEquals(List.of(GOOD), texts(decoding));
    }

    @Test
    void aFrameSaysWhichChecksumsFit() {
        assertEquals(Set.of(CrcKind.HJ212), Frame.of(bytes(GOOD)).orElseThrow().crcMatches());
        String modbus = "##0077QN=20170516010101001;ST=22;CN=1011;PW=123456;MN=ABCDEFG1234567;Flag=3;CP=&&&&8411";
        assertEquals(
                Set.of(CrcKind.MODBUS), Frame.of(bytes(modbus)).orElseThrow().crcMatches());
        String swapped = modbus.replace("&&8411", "&&1184");
        assertEquals(
                Set.of(CrcKind.MODBUS_SWAPPED),
                Frame.of(bytes(swapped)).orElseThrow().crcMatches());
        String wrong = modbus.replace("&&8411", "&&FFFF");
        assertEquals(Set.of(), Frame.of(bytes(wrong)).orElseThrow().crcMatches());
    }

    @Test
    void journalledBytesAreDecodedToTheSameFrame() {
        assertEquals(GOOD, new String(Frame.of(bytes(GOOD)).orElseThrow().bytes(), StandardCharsets.US_ASCII));
        assertEquals(Optional.empty(), Frame.of(bytes("no frame")));
        assertEquals(Optional.empty(), Frame.of(new byte[0]));
    }

    private static Decoding decode(String text) {
        return new Decoding(CodecLimits.defaults()).feed(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> texts(Decoding decoding) {
        Charset utf8 = StandardCharsets.UTF_8;
        return decoding.frames.stream().map(frame -> new String(frame, utf8)).toList();
    }
}
