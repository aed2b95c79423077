package io.stackwatch.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.simulator.plant.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The dialects of the three editions, literally. */
class ReportWriterTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant EIGHT = Instant.parse("2026-11-23T00:00:00Z");
    private static final FactorTable FACTORS = FactorTable.load();
    private static final List<Factor> TWO = List.of(FACTORS.of(Quantity.SULPHUR_DIOXIDE), FACTORS.of(Quantity.OXYGEN));
    private static final String MN = "010000A8900016F000169DC0";

    @Test
    void anHourOf2017() {
        Message message = new Message(Command.HOUR, EIGHT, true, false);

        assertEquals(
                "QN=20261123090005001;ST=31;CN=2061;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&"
                        + "DataTime=20261123080000;"
                        + "a21026-Min=1.10,a21026-Avg=2.20,a21026-Max=3.30,"
                        + "a21026-ZsMin=1.10,a21026-ZsAvg=2.20,a21026-ZsMax=3.30,a21026-Cou=0.5000,a21026-Flag=N;"
                        + "a19001-Min=1.10,a19001-Avg=2.20,a19001-Max=3.30,a19001-Flag=N&&",
                write(Edition.Y2017, message, two()).get(0).text());
    }

    @Test
    void aRealtimeValueOf2005HasItsOldCodes() {
        Message message = new Message(Command.REALTIME, EIGHT, false, false);

        assertEquals(
                "QN=20261123090005001;ST=31;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=0;CP=&&"
                        + "DataTime=20261123080000;02-Rtd=2.20,02-ZsRtd=2.20,02-Flag=N;S01-Rtd=2.20,S01-Flag=N&&",
                write(Edition.Y2005, message, two()).get(0).text());
    }

    @Test
    void backlogOf2025SaysSoAndNewDataDoesNot() {
        String backlog = write(Edition.Y2025, new Message(Command.HOUR, EIGHT, true, true), two())
                .get(0)
                .text();
        String fresh = write(Edition.Y2025, new Message(Command.HOUR, EIGHT, true, false), two())
                .get(0)
                .text();

        assertTrue(backlog.contains(";Flag=9;RF=1;CP=&&"), backlog);
        assertTrue(fresh.contains(";Flag=9;CP=&&"), fresh);
    }

    @Test
    void backlogOf2017IsAnOrdinaryFrame() {
        String backlog = write(Edition.Y2017, new Message(Command.HOUR, EIGHT, true, true), two())
                .get(0)
                .text();

        assertFalse(backlog.contains("RF="), backlog);
    }

    /** HJ 212-2017 C.49: each packet has its own number and DataTime, and no factor is torn apart. */
    @Test
    void whatIsTooLongIsSplitBetweenFactors() {
        List<Factor> all = Arrays.stream(Quantity.values()).map(FACTORS::of).toList();
        Map<Quantity, Figures> figures = new EnumMap<>(Quantity.class);
        all.forEach(factor -> figures.put(factor.quantity(), wide()));
        ReportWriter writer = new ReportWriter(identity(Edition.Y2025), all, SHANGHAI);
        AtomicInteger numbers = new AtomicInteger();

        List<Segment> segments = writer.data(
                new Message(Command.HOUR, EIGHT, true, true),
                figures,
                () -> "2026112309000500" + numbers.incrementAndGet());

        assertTrue(segments.size() > 1, "not split");
        for (int i = 0; i < segments.size(); i++) {
            String text = segments.get(i).text();
            assertTrue(text.length() <= 1024, "segment of " + text.length());
            assertTrue(text.substring(text.indexOf("CP=")).length() <= 950, "CP too long");
            assertTrue(text.startsWith("QN=2026112309000500" + (i + 1) + ";"), text);
            assertTrue(text.contains(";Flag=11;PNUM=" + segments.size() + ";PNO=" + (i + 1) + ";RF=1;"), text);
            assertTrue(text.contains("CP=&&DataTime=20261123080000;"), text);
            assertTrue(text.endsWith("-Flag=N&&"), text);
        }
    }

    @Test
    void theRestartOf2017() {
        ReportWriter writer = new ReportWriter(identity(Edition.Y2017), TWO, SHANGHAI);

        assertEquals(
                "QN=1;ST=31;CN=2081;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&"
                        + "DataTime=20261123080000;RestartTime=20261123075500&&",
                writer.restart(new Message(Command.RESTART, EIGHT, true, false), EIGHT.minusSeconds(300), "1")
                        .text());
    }

    @Test
    void requestNumbersNeverRepeatAndNeverGoBack() {
        RequestNumbers numbers = new RequestNumbers(SHANGHAI);

        assertEquals("20261123080000000", numbers.next(EIGHT));
        assertEquals("20261123080000001", numbers.next(EIGHT));
        assertEquals("20261123080000002", numbers.next(EIGHT.minusSeconds(9)));
    }

    private static List<Segment> write(Edition edition, Message message, Map<Quantity, Figures> figures) {
        return new ReportWriter(identity(edition), TWO, SHANGHAI).data(message, figures, () -> "20261123090005001");
    }

    private static Identity identity(Edition edition) {
        return new Identity(new Mn(MN), "123456", edition);
    }

    private static Map<Quantity, Figures> two() {
        Triple triple = triple("1.10", "2.20", "3.30");
        return Map.of(
                Quantity.SULPHUR_DIOXIDE,
                        new Figures(triple, Optional.of(triple), Optional.of(new BigDecimal("0.5000")), "N"),
                Quantity.OXYGEN, new Figures(triple, Optional.empty(), Optional.empty(), "N"));
    }

    private static Figures wide() {
        Triple triple = triple("12345.67", "12345.67", "12345.67");
        return new Figures(triple, Optional.of(triple), Optional.of(new BigDecimal("123456.7890")), "N");
    }

    private static Triple triple(String min, String avg, String max) {
        return new Triple(new BigDecimal(min), new BigDecimal(avg), new BigDecimal(max));
    }
}
