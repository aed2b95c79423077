package io.stackwatch.connectors.hj212.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataSegmentTest {

    @Test
    void valuesKeepTheirCharactersAndTheirScale() {
        DataSegment segment = read("CN=2011;CP=&&a21026-Rtd=1.230,a01013-Rtd=-0.041;a24088-Rtd=.5;w=007;x=1E2&&");
        assertEquals(List.of("1.230", "-0.041", ".5", "007", "1E2"), texts(segment));
        assertEquals(
                List.of("1.230", "-0.041", "0.5", "7", "1E+2"),
                segment.items().stream()
                        .map(item -> item.number().orElseThrow().toString())
                        .toList());
    }

    @Test
    void aNumberOfAnyLengthIsExactAndWhatIsNoneIsText() {
        DataSegment segment = read("CN=2011;CP=&&a=123456789012345678;b=1234567890123456789012.5;c=St;d=;e=1.2.3;"
                + "f=1E999999999;g=--1;h=-;i=.;j=+3&&");
        List<Optional<BigDecimal>> numbers =
                segment.items().stream().map(DataSegment.Item::number).toList();
        assertEquals(Optional.of(new BigDecimal("123456789012345678")), numbers.get(0));
        assertEquals(Optional.of(new BigDecimal("1234567890123456789012.5")), numbers.get(1));
        for (int text = 2; text < 9; text++) {
            assertEquals(
                    Optional.empty(),
                    numbers.get(text),
                    segment.items().get(text).name());
        }
        assertEquals(Optional.of(new BigDecimal("3")), numbers.get(9));
    }

    @Test
    void aNameIsCutAtItsLastHyphenAndMayHaveNone() {
        DataSegment segment = read("CN=2011;CP=&&a21026-Rtd=1,x-y-Flag=N,LAMPBLACK=2&&");
        assertEquals(
                List.of("a21026|Rtd", "x-y|Flag", "LAMPBLACK|"),
                segment.items().stream()
                        .map(item -> item.code() + "|" + item.suffix())
                        .toList());
    }

    @Test
    void textBetweenSlashesMayHoldSeparators() {
        DataSegment segment = read("CN=3020;CP=&&PolId=w01018;i11001-Info=//a;b,c=d//,i12001-Info=0&&");
        assertEquals(List.of("w01018", "a;b,c=d", "0"), texts(segment));
        assertEquals(Optional.of("w01018"), segment.items().get(2).subject());
    }

    @Test
    void slashesWithoutPartnerAreOrdinaryText() {
        DataSegment segment = read("CN=3020;CP=&&i11001-Info=//open;b=2;c=//also&&");
        assertEquals(List.of("//open", "2", "//also"), texts(segment));
        assertTrue(segment.quirks().contains(Quirk.TEXT_NOT_CLOSED));
    }

    @Test
    void anItemBelongsToTheLastPolIdBeforeIt() {
        DataSegment segment = read("CN=3020;CP=&&PolId=w01019,i12001-Info=0;PolId=w21001,i12001-Info=1&&");
        assertEquals(
                List.of(Optional.empty(), Optional.of("w01019"), Optional.of("w01019"), Optional.of("w21001")),
                segment.items().stream().map(DataSegment.Item::subject).toList());
        assertEquals(List.of("w01019", "w21001"), segment.values("PolId"));
    }

    @Test
    void repeatedPlainKeysAreAList() {
        assertEquals(
                List.of("04", "10"),
                read("CN=3014;CP=&&PolId=101,CTime=04,CTime=10&&").values("CTime"));
    }

    @Test
    void blanksAroundNamesAndValuesAreNotPartOfThem() {
        DataSegment segment = read("CN=3020;CP=&& PolId=w01018; i13005-Info = 40 ;x=1 &&");
        assertEquals(List.of("w01018", "40", "1"), texts(segment));
        assertEquals("i13005", segment.items().get(1).code());
        assertEquals("Info", segment.items().get(1).suffix());
        assertEquals(Optional.of(new BigDecimal("40")), segment.items().get(1).number());
    }

    @Test
    void headerFieldsComeInAnyOrderAndCaseWithStraySeparators() {
        DataSegment segment = read("PNO=1;pnum=0002;,FLAG=7;Mn=A_1;PW=;;ST=31;CN=2061,QN=5;CP=&&&&");
        assertEquals(Optional.of("1"), segment.text(HeaderField.PNO));
        assertEquals(Optional.of("0002"), segment.text(HeaderField.PNUM));
        assertEquals(Optional.of("7"), segment.text(HeaderField.FLAG));
        assertEquals(Optional.of("A_1"), segment.text(HeaderField.MN));
        assertEquals(Optional.of(""), segment.text(HeaderField.PW));
        assertEquals(Optional.of("5"), segment.text(HeaderField.QN));
        assertEquals(Optional.empty(), segment.text(HeaderField.RF));
        assertEquals(Set.of(Quirk.KEY_CASE, Quirk.STRAY_SEPARATOR), segment.quirks());
    }

    @Test
    void aSegmentByTheBookHasNoQuirks() {
        assertEquals(
                Set.of(),
                read("QN=20160801085857223;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"
                                + "CP=&&DataTime=20160801085857;w01001-Rtd=7.1,w01001-Flag=N&&")
                        .quirks());
    }

    @Test
    void contentOpenedWithOneAmpersandIsRead() {
        DataSegment segment = read("CN=2011;CP=&DataTime=20240601085857;a21026-Rtd=1.0&&");
        assertEquals(List.of("20240601085857", "1.0"), texts(segment));
        assertEquals(Set.of(Quirk.SINGLE_AMPERSAND), segment.quirks());
    }

    @Test
    void chineseIsReadInUtf8AndInGb18030() {
        assertEquals(List.of("清洗管路"), texts(read("CN=3020;CP=&&i11001-Info=//清洗管路//&&")));
        byte[] gbk = "CN=3020;CP=&&i11001-Info=//清洗管路//&&".getBytes(Charset.forName("GBK"));
        assertEquals(
                List.of("清洗管路"),
                texts(DataSegment.of(
                        Frame.of(FrameEncoder.encode(gbk, 0, gbk.length)).orElseThrow())));
    }

    @Test
    void aReaderForgetsTheSegmentBefore() {
        SegmentReader reader = new SegmentReader(CodecLimits.defaults());
        reader.read(frame("QN=1;CN=2011;CP=&&a=1;b=2&&"));
        reader.read(frame("CN=2061;CP=&&c=3&&"));
        assertFalse(reader.has(HeaderField.QN));
        assertEquals(2061, reader.command());
        assertEquals(1, reader.items());
        assertEquals("c", reader.name(0));
    }

    private static List<String> texts(DataSegment segment) {
        return segment.items().stream().map(DataSegment.Item::text).toList();
    }

    private static DataSegment read(String segment) {
        return DataSegment.of(frame(segment));
    }

    private static Frame frame(String segment) {
        return Frame.of(FrameEncoder.encode(segment)).orElseThrow();
    }
}
