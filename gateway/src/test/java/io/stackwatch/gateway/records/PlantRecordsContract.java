package io.stackwatch.gateway.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.connectors.opcua.batch.Unread;
import io.stackwatch.connectors.opcua.mapping.NodeRow;
import io.stackwatch.connectors.opcua.mapping.StatusRow;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sources, their cuts and the acts of trust come back as they were kept; the same on every database. */
abstract class PlantRecordsContract {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final Mn SOURCE = new Mn("PLANT-1");

    private RecordStore store;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        store = RecordStore.open(fresh());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static PlantRows rows(String endpoint) {
        return new PlantRows(
                List.of(new RegisteredSource(
                        SOURCE,
                        endpoint,
                        new Security(Security.Policy.BASIC256_SHA256, Security.Mode.SIGN),
                        new SourceLogin(SourceLogin.Kind.USER, "reader", new SecretReference("env:HUSH")),
                        new Rhythm(Duration.ofMillis(500), Duration.ofMillis(250), 20, 5, 180),
                        false,
                        Effective.since(NOON))),
                List.of(new NodeRow(
                        SOURCE,
                        "ns=2;s=锅炉/SO2",
                        new OutletId("DA001"),
                        new FactorCode("a21026"),
                        new Unit("mg/m3"),
                        new NodeRow.Scaling(new BigDecimal("0.10"), new BigDecimal("-3")),
                        "default",
                        new NodeRow.Watch(new BigDecimal("0.5"), Optional.empty(), Duration.ofMinutes(1)),
                        Effective.since(NOON),
                        7)),
                List.of(new StatusRow("default", StatusRow.Status.parse("0x80310000"), new DataFlag("B"))),
                List.of());
    }

    private void save(PlantRows rows) {
        store.write(handle -> {
            PlantRecords.save(handle, rows);
            return rows;
        });
    }

    private void save(SourceGap gap) {
        store.write(handle -> {
            SourceGapRecords.save(handle, List.of(gap));
            return gap;
        });
    }

    private List<SourceGap> gaps() {
        return store.read(handle -> SourceGapRecords.of(handle, SOURCE, Instant.EPOCH, 100));
    }

    @Test
    void sourcesNodesAndStatusesComeBackAsTheyWereAndAreCorrectedByTheirKey() {
        save(rows("opc.tcp://10.1.2.3:4840"));
        assertEquals(rows("opc.tcp://10.1.2.3:4840"), store.read(PlantRecords::load));
        save(rows("opc.tcp://10.9.9.9:4840"));
        assertEquals(rows("opc.tcp://10.9.9.9:4840"), store.read(PlantRecords::load));
    }

    @Test
    void aCutIsKeptFromWhenItIsFoundUntilNothingMoreIsToCome() {
        SourceGap found = SourceGap.found(SOURCE, NOON, NOON.plusSeconds(9), "CONNECTION_LOST");
        save(found);
        assertEquals(List.of(found), gaps());
        assertEquals(List.of(found), store.read(SourceGapRecords::unfilled));

        SourceGap ended = found.ended(NOON.plusSeconds(60), "RECREATED", Optional.of(NOON.minusMillis(1)))
                .withMore(40);
        save(ended);
        assertEquals(List.of(ended), store.read(SourceGapRecords::unfilled), "what was read so far is kept");

        Unread unread = new Unread(
                70,
                IntStream.range(0, Unread.MAX_NAMED)
                        .mapToObj(i -> new Unread.Node("ns=2;s=锅炉/" + i, 0x8034_0000L + i))
                        .toList());
        SourceGap filled =
                ended.withMore(2).filled(new SourceGap.Filling(NOON.plusSeconds(61), "PARTLY", Optional.of(unread)));
        save(filled);
        assertEquals(List.of(filled), gaps());
        assertEquals(List.of(), store.read(SourceGapRecords::unfilled));
        assertEquals(
                List.of(filled),
                store.read(handle ->
                        SourceGapRecords.touching(handle, SOURCE, NOON.plusSeconds(30), NOON.plusSeconds(40))));
        assertEquals(
                List.of(),
                store.read(handle ->
                        SourceGapRecords.touching(handle, SOURCE, NOON.plusSeconds(60), NOON.plusSeconds(90))));
    }

    @Test
    void whatWasNotNotedIsNotZero() {
        SourceGap old = SourceGap.found(SOURCE, NOON, NOON, "SILENT")
                .ended(NOON.plusSeconds(1), "STARTED", Optional.empty())
                .filled(new SourceGap.Filling(NOON.plusSeconds(2), "PARTLY", Optional.empty()));
        SourceGap complete = SourceGap.found(SOURCE, NOON.plusSeconds(10), NOON.plusSeconds(10), "SILENT")
                .ended(NOON.plusSeconds(11), "STARTED", Optional.empty())
                .filled(new SourceGap.Filling(NOON.plusSeconds(12), "COMPLETE", Optional.of(Unread.NONE)));
        save(old);
        save(complete);
        assertEquals(List.of(complete, old), gaps());
    }

    @Test
    void actsOfTrustAreKeptWithWhoAndWhyNewestFirst() {
        TrustActRow trusted = add(TrustActRow.Kind.TRUSTED, new Act(NOON, "wang", "compared by telephone"));
        TrustActRow withdrawn = add(TrustActRow.Kind.WITHDRAWN, new Act(NOON.plusSeconds(1), "li", "key lost"));
        assertEquals(List.of(withdrawn, trusted), store.read(handle -> TrustActRecords.newest(handle, 10)));
        assertEquals(List.of(withdrawn), store.read(handle -> TrustActRecords.newest(handle, 1)));
        assertEquals("wang", trusted.act().by());
    }

    private TrustActRow add(TrustActRow.Kind kind, Act act) {
        return store.write(handle -> TrustActRecords.add(handle, "ab".repeat(32), kind, act, "CN=锅炉"));
    }
}
