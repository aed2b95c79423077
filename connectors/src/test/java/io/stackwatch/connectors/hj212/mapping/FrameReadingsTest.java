package io.stackwatch.connectors.hj212.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.Samples;
import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Reading;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Mn;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameReadingsTest {

    private static final Mn MN = new Mn("010000A8900016F000169DC0");
    private static final StationProfile STRICT = StationProfile.strict(MN, "123456");

    @Test
    void anHourFrameBecomesReadingsWithTheStartOfTheHour() {
        Mapped mapped = map(2061, "DataTime=20160801080000;a21026-Cou=10.5,a21026-ZsAvg=34.90,a21026-Flag=N");
        assertEquals(
                new Reading(
                        MN,
                        new FactorCode("a21026"),
                        Span.HOUR,
                        Instant.parse("2016-08-01T00:00:00Z"),
                        Statistic.ZS_AVG,
                        "34.90",
                        new BigDecimal("34.90"),
                        Unit.MILLIGRAMS_PER_CUBIC_METRE,
                        Optional.of(DataFlag.NORMAL)),
                mapped.readings().get(1));
        assertEquals(new Unit("kg"), mapped.readings().get(0).unit());
        assertEquals(List.of(), mapped.unmapped());
    }

    @Test
    void aStationThatLabelsTheEndIsMovedBackByOneInterval() {
        StationProfile atEnd = profile(true, Map.of());
        assertEquals(Instant.parse("2016-07-31T23:00:00Z"), start(2061, atEnd));
        assertEquals(Instant.parse("2016-07-31T23:50:00Z"), start(2051, atEnd));
        assertEquals(Instant.parse("2016-07-31T00:00:00Z"), start(2031, atEnd));
        assertEquals(Instant.parse("2016-08-01T00:00:00Z"), start(2011, atEnd), "an instant has no end");
    }

    @Test
    void codesOf2005BecomeThoseOf2017() {
        Mapped mapped = map(2011, "DataTime=20160801080000;02-Rtd=18.5;S01-Rtd=9;B02-Rtd=5;011-Rtd=231.0");
        assertEquals(
                List.of("a21026", "a19001", "a00000", "w01018"),
                mapped.readings().stream()
                        .map(reading -> reading.factor().value())
                        .toList());
    }

    @Test
    void theUnitOfTheProfileWinsOverTheTableExceptForAmounts() {
        FactorCode flow = new FactorCode("a00000");
        Mapped mapped = FrameReadings.of(
                frame(2061, "DataTime=20160801080000;a00000-Avg=33471,a00000-Cou=33471"),
                profile(false, Map.of(flow, new Unit("m3/h"))),
                FactorTable.standard());
        assertEquals(new Unit("m3/h"), mapped.readings().get(0).unit());
        assertEquals(new Unit("m3"), mapped.readings().get(1).unit());
    }

    @Test
    void aMissingFlagIsNoFlagAndAnAbsurdValueIsAReading() {
        Mapped mapped = map(2011, "DataTime=20160801080000;a21026-Rtd=-99.0;a19001-Rtd=9999.99,a19001-Flag=Td");
        assertEquals(Optional.empty(), mapped.readings().get(0).flag());
        assertEquals(new BigDecimal("-99.0"), mapped.readings().get(0).number());
        assertEquals(Optional.of(new DataFlag("Td")), mapped.readings().get(1).flag());
    }

    @Test
    void whatIsNoReadingSaysWhy() {
        Mapped mapped = map(
                2011,
                "DataTime=20160801080000;831-Rtd=1;LA-td=50;a21026-Rtd=;a21002-Rtd=abc;a34013-Rtd=1;a34013-Rtd=2;"
                        + "a19001-Rtd=1,a19001-Flag=NORMAL");
        assertEquals(
                List.of(
                        Unmapped.Reason.FLAG_TOO_LONG,
                        Unmapped.Reason.UNKNOWN_CODE,
                        Unmapped.Reason.UNKNOWN_SUFFIX,
                        Unmapped.Reason.NO_VALUE,
                        Unmapped.Reason.NOT_A_NUMBER,
                        Unmapped.Reason.REPEATED),
                mapped.unmapped().stream().map(Unmapped::reason).toList());
        assertEquals(Optional.of(new DataFlag("NORM")), mapped.readings().get(1).flag());
    }

    @Test
    void figuresWithoutATimeAreNobodysFigures() {
        for (String time : List.of("", "DataTime=20161301080000;", "DataTime=soon;")) {
            Mapped mapped = map(2061, time + "a21026-Avg=1");
            assertEquals(List.of(), mapped.readings(), time);
            assertEquals(Unmapped.Reason.NO_DATA_TIME, mapped.unmapped().get(0).reason(), time);
        }
    }

    @Test
    void aTimeWithMillisecondsIsReadToTheSecond() {
        assertEquals(
                Optional.of(Instant.parse("2016-08-23T16:38:17Z")),
                map(2011, "DataTime=20160824003817000").dataTime());
    }

    @Test
    void aBackfilledFrameSaysSo() {
        Frame frame = Frame.of(FrameEncoder.encode("QN=1;ST=31;CN=2051;PW=1;MN=" + MN
                        + ";Flag=9;RF=1;CP=&&DataTime=20240601080100;a21026-Avg=1&&"))
                .orElseThrow();
        assertTrue(FrameReadings.of(frame, STRICT, FactorTable.standard()).backfilled());
    }

    @Test
    void noItemOfAnySampleIsLost() {
        FrameReadings readings = new FrameReadings(FactorTable.standard());
        int figures = 0;
        for (Samples.Sample sample : Samples.all()) {
            Frame frame = Frame.of(sample.frame()).orElseThrow();
            Mapped mapped = readings.of(frame, STRICT);
            String told = mapped.toString();
            for (DataSegment.Item item : DataSegment.of(frame).items()) {
                if (!item.suffix().equalsIgnoreCase("Flag") && !item.name().equals("DataTime")) {
                    assertTrue(told.contains(item.text()), sample + " loses " + item);
                }
            }
            figures += mapped.readings().size();
        }
        assertTrue(figures > 300, "readings of all samples: " + figures);
    }

    // HJ 212-2025, 2111: 01:10 to 01:15, whatever the station's interval is
    @Test
    void theFurnaceTemperatureIsAMinuteFigureOverFiveMinutes() {
        Mapped mapped = map(2111, "DataTime=20240601011000;a01901-Avg=868");
        assertEquals(Span.MINUTE, mapped.readings().get(0).span());
        assertEquals(Optional.of(Duration.ofMinutes(5)), mapped.interval());
        assertEquals(
                Optional.of(Duration.ofMinutes(1)),
                map(2051, "DataTime=20240601011000").interval());
        assertEquals(Optional.empty(), map(2061, "DataTime=20240601010000").interval());
        assertEquals(Instant.parse("2016-07-31T23:55:00Z"), start(2111, profile(true, Map.of())));
    }

    @Test
    void aPacketOfASplitUploadSaysWhichItIs() {
        assertEquals(Optional.of(new Packet(3, 2)), packet(";PNUM=3;PNO=2"));
        assertEquals(Optional.of(new Packet(2, 2)), packet(";PNO=0002;PNUM=0002"));
        for (String none :
                new String[] {"", ";PNUM=2", ";PNO=1", ";PNUM=2;PNO=3", ";PNUM=2;PNO=0", ";PNUM=99999;PNO=1"}) {
            assertEquals(Optional.empty(), packet(none), none);
        }
    }

    private static Optional<Packet> packet(String numbers) {
        Frame frame = Frame.of(FrameEncoder.encode("QN=1;ST=31;CN=2061;PW=1;MN=" + MN + ";Flag=6" + numbers
                        + ";CP=&&DataTime=20160801080000;a21026-Avg=1&&"))
                .orElseThrow();
        return FrameReadings.of(frame, STRICT, FactorTable.standard()).packet();
    }

    @Test
    void theTableHasEveryRowAndTranslatesDeviceNumbers() {
        FactorTable table = FactorTable.standard();
        // the list of codes, and those of operating evidence, which are our own
        assertEquals(410 + 5, table.all().size());
        assertEquals("mg/m3", table.find("02").orElseThrow().unit().symbol());
        assertEquals("进水口COD", table.find("e10203").orElseThrow().nameZh());
        assertEquals(Optional.empty(), table.find("e102"));
        Mapped mapped = map(2011, "DataTime=20160801080000;e10203-Rtd=1");
        assertEquals("e10203", mapped.readings().get(0).factor().value());
    }

    private static Instant start(int command, StationProfile profile) {
        return FrameReadings.of(frame(command, "DataTime=20160801080000;a21026-Avg=1"), profile, FactorTable.standard())
                .readings()
                .get(0)
                .start();
    }

    private static Mapped map(int command, String content) {
        return FrameReadings.of(frame(command, content), STRICT, FactorTable.standard());
    }

    private static Frame frame(int command, String content) {
        return Frame.of(FrameEncoder.encode(
                        "QN=1;ST=31;CN=" + command + ";PW=123456;MN=" + MN + ";Flag=5;CP=&&" + content + "&&"))
                .orElseThrow();
    }

    private static StationProfile profile(boolean labelAtEnd, Map<FactorCode, Unit> units) {
        return new StationProfile(
                MN,
                StationProfile.Edition.HJ212_2017,
                StationProfile.CrcMode.HJ212,
                StationProfile.PasswordPolicy.REJECT,
                "123456",
                Duration.ofMinutes(10),
                labelAtEnd,
                units);
    }
}
