package io.stackwatch.gateway.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.stackwatch.connectors.opcua.mapping.NodeRow;
import io.stackwatch.connectors.opcua.mapping.StatusProfiles;
import io.stackwatch.connectors.opcua.source.Identity;
import io.stackwatch.connectors.opcua.source.MonitoredNode;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.config.SecretReader;
import io.stackwatch.gateway.records.PlantRows;
import io.stackwatch.gateway.records.RegisteredSource;
import io.stackwatch.gateway.records.SecretReference;
import io.stackwatch.gateway.records.SourceLogin;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourcePlanTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final Effective PAST = Effective.between(NOON.minusSeconds(60), NOON);
    private static final Effective NOW = Effective.since(NOON);
    private static final SecretReader NO_SECRETS = new SecretReader(Map.of());

    @TempDir
    Path folder;

    @Test
    void whatHoldsNowIsSubscribedToAndNothingElse() {
        SourcePlan plan = SourcePlan.of(
                rows(
                        List.of(source("A", PAST, SourceLogin.ANONYMOUS), source("B", NOW, SourceLogin.ANONYMOUS)),
                        List.of(
                                node("A", "ns=2;s=X", "a21026", PAST),
                                node("B", "ns=2;s=X", "a21026", PAST),
                                node("B", "ns=2;s=Y", "a21026", NOW))),
                NO_SECRETS,
                NOON);
        assertEquals(1, plan.settings().size());
        assertEquals(new Mn("B"), plan.settings().get(0).id());
        assertEquals(
                List.of(MonitoredNode.of("ns=2;s=Y")), plan.settings().get(0).nodes());
        assertEquals(Map.of(), plan.problems());
    }

    @Test
    void aNodeThatIsTwoFactorsIsSubscribedToOnceAsCloselyAsEitherWantsIt() {
        NodeRow loose = new NodeRow(
                new Mn("B"),
                "ns=2;s=X",
                new OutletId("DA001"),
                new FactorCode("x45001"),
                new Unit("t/h"),
                NodeRow.Scaling.NONE,
                StatusProfiles.DEFAULT,
                new NodeRow.Watch(new BigDecimal("2"), Optional.of(Duration.ofSeconds(5)), Duration.ofMinutes(1)),
                NOW,
                2);
        SourcePlan plan = SourcePlan.of(
                rows(
                        List.of(source("B", NOW, SourceLogin.ANONYMOUS)),
                        List.of(loose, node("B", "ns=2;s=X", "x45005", NOW))),
                NO_SECRETS,
                NOON);
        assertEquals(
                List.of(new MonitoredNode("ns=2;s=X", Optional.of(Duration.ofSeconds(5)), 0)),
                plan.settings().get(0).nodes());
    }

    @Test
    void aSourceWithoutNodesOrWithoutItsSecretIsNotConnectedAndSaysSo() {
        SourceLogin user = new SourceLogin(SourceLogin.Kind.USER, "reader", new SecretReference("env:HUSH"));
        PlantRows rows = rows(
                List.of(source("A", NOW, SourceLogin.ANONYMOUS), source("B", NOW, user)),
                List.of(node("B", "ns=2;s=X", "a21026", NOW)));
        assertEquals(
                Map.of(new Mn("A"), SourcePlan.NO_NODES, new Mn("B"), SourcePlan.SECRET_MISSING),
                SourcePlan.of(rows, NO_SECRETS, NOON).problems());

        SourcePlan told = SourcePlan.of(rows, new SecretReader(Map.of("HUSH", "geheim")), NOON);
        assertEquals(
                new Identity.UserPassword("reader", "geheim"),
                told.settings().get(0).identity());
        assertFalse(told.toString().contains("geheim"));
    }

    @Test
    void aSecretMayStandInAFileAndIsReadAnewEachTime() throws IOException {
        Path file = folder.resolve("secret");
        SecretReference reference = new SecretReference("file:" + file);
        assertEquals(Optional.empty(), NO_SECRETS.read(reference));
        Files.writeString(file, "geheim\n");
        assertEquals(Optional.of("geheim"), NO_SECRETS.read(reference));
        Files.writeString(file, "\n");
        assertEquals(Optional.empty(), NO_SECRETS.read(reference));
        Files.writeString(file, "x".repeat(5_000));
        assertEquals(Optional.empty(), NO_SECRETS.read(reference), "no password is that long");
    }

    private static PlantRows rows(List<RegisteredSource> sources, List<NodeRow> nodes) {
        return new PlantRows(sources, nodes, List.of(), List.of());
    }

    private static RegisteredSource source(String id, Effective effective, SourceLogin login) {
        return new RegisteredSource(
                new Mn(id), "opc.tcp://h:4840", Security.none(), login, Rhythm.defaults(), true, effective);
    }

    private static NodeRow node(String source, String node, String factor, Effective effective) {
        return new NodeRow(
                new Mn(source),
                node,
                new OutletId("DA001"),
                new FactorCode(factor),
                new Unit("mg/m3"),
                NodeRow.Scaling.NONE,
                StatusProfiles.DEFAULT,
                new NodeRow.Watch(BigDecimal.ZERO, Optional.empty(), Duration.ofMinutes(1)),
                effective,
                2);
    }
}
