package io.stackwatch.gateway.api;

import io.stackwatch.connectors.opcua.batch.Unread;
import io.stackwatch.connectors.opcua.mapping.Unmapped;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.connectors.opcua.source.SourceClock;
import io.stackwatch.connectors.opcua.source.SourceCounts;
import io.stackwatch.connectors.opcua.source.SourceState;
import io.stackwatch.connectors.opcua.source.SourceStatus;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.registry.Boiler;
import io.stackwatch.core.registry.BoilerId;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.core.transmission.BoilerDuty;
import io.stackwatch.gateway.plant.BoilerFile;
import io.stackwatch.gateway.plant.CertificateFile;
import io.stackwatch.gateway.plant.MappingFaults;
import io.stackwatch.gateway.plant.PlantDesk;
import io.stackwatch.gateway.plant.SourceFile;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.RegisteredSource;
import io.stackwatch.gateway.records.SecretReference;
import io.stackwatch.gateway.records.SourceGap;
import io.stackwatch.gateway.records.SourceLogin;
import io.stackwatch.gateway.records.TrustActRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Four boilers; a source that is connected, one that is refused for its certificate and one that has no line. */
final class PlantsInMemory implements PlantDesk {

    static final String REJECTED = "ab".repeat(32);
    static final String TRUSTED = "cd".repeat(32);
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final Optional<BigDecimal> TWENTY = Optional.of(new BigDecimal("20"));

    final List<TrustActRow> acts = new ArrayList<>();

    @Override
    public List<BoilerFile> boilers() {
        return List.of(
                boiler("GL-01", "75", Boiler.Fate.KEPT, BoilerDuty.Line.ON_LINE),
                boiler("GL-02", "40", Boiler.Fate.KEPT, BoilerDuty.Line.NEVER_DELIVERED),
                boiler("GL-03", "65", Boiler.Fate.KEPT, BoilerDuty.Line.NO_OUTLET),
                boiler("GL-04", "4", Boiler.Fate.REMOVED, BoilerDuty.Line.NO_OUTLET));
    }

    private static BoilerFile boiler(String id, String tons, Boiler.Fate fate, BoilerDuty.Line line) {
        EnterpriseId owner = new EnterpriseId("E1");
        Boiler boiler = new Boiler(
                new BoilerId(id),
                owner,
                "1号锅炉",
                new BigDecimal(tons),
                Boiler.Fuel.COAL,
                line == BoilerDuty.Line.NO_OUTLET ? Optional.empty() : Optional.of(new OutletId("DA-" + id)),
                fate,
                "清单 2017-1",
                fate == Boiler.Fate.REMOVED
                        ? new Boiler.History(Optional.empty(), Optional.empty(), Optional.of("烟囱已拆除"))
                        : new Boiler.History(
                                Optional.of(LocalDate.parse("2017-10-20")), Optional.empty(), Optional.empty()),
                Verification.SECONDARY,
                Effective.ALWAYS);
        boolean online = line == BoilerDuty.Line.ON_LINE;
        return new BoilerFile(
                boiler,
                Optional.of(new Enterprise(owner, "示例供热公司", new RegionCode("371502"), Effective.ALWAYS)),
                BoilerDuty.of(boiler, TWENTY, line),
                RuleParameters.load().find("boiler.online-from-evaporation", NOON),
                online ? Optional.of(new Mn("OPC.PLANT-1.DA-" + id)) : Optional.empty(),
                online ? Optional.of(NOON) : Optional.empty());
    }

    @Override
    public List<SourceFile> sources() {
        return List.of(
                new SourceFile(
                        registered("PLANT-1"),
                        Optional.of(status("PLANT-1", SourceState.CONNECTED, "", Optional.empty())),
                        Optional.empty(),
                        List.of(new OutletId("DA-GL-01")),
                        12,
                        List.of(new MappingFaults.Fault(
                                new Unmapped(
                                        new Mn("PLANT-1"), "ns=2;s=B01/Text", Unmapped.Reason.TYPE_DOES_NOT_FIT, 7),
                                3,
                                NOON))),
                new SourceFile(
                        registered("PLANT-2"),
                        Optional.of(status(
                                "PLANT-2", SourceState.CERTIFICATE_REFUSED, "NOT_TRUSTED", Optional.of(REJECTED))),
                        Optional.empty(),
                        List.of(),
                        0,
                        List.of()),
                new SourceFile(
                        registered("PLANT-3"),
                        Optional.empty(),
                        Optional.of("SECRET_MISSING"),
                        List.of(),
                        0,
                        List.of()));
    }

    private static RegisteredSource registered(String id) {
        return new RegisteredSource(
                new Mn(id),
                "opc.tcp://10.1.2.3:4840",
                new Security(Security.Policy.BASIC256_SHA256, Security.Mode.SIGN),
                new SourceLogin(SourceLogin.Kind.USER, "reader", new SecretReference("env:HUSH")),
                Rhythm.defaults(),
                true,
                Effective.ALWAYS);
    }

    private static SourceStatus status(String id, SourceState state, String reason, Optional<String> thumbprint) {
        return new SourceStatus(
                new Mn(id),
                state,
                NOON,
                reason,
                thumbprint,
                Optional.of(NOON),
                Optional.of(SourceClock.of(Duration.ofSeconds(90), Duration.ofMinutes(1))),
                Map.of("ns=2;s=B01/Gone", 0x8034_0000L),
                new SourceCounts(2, 1, 3, 400, 9000, 4, 100, 0, 1, 0, 0));
    }

    @Override
    public Optional<SourceFile> source(String id) {
        return sources().stream()
                .filter(file -> file.source().id().value().equals(id))
                .findFirst();
    }

    @Override
    public List<SourceGap> gaps(String id, int limit) {
        SourceGap open = SourceGap.found(new Mn(id), NOON, NOON.plusSeconds(9), "CONNECTION_LOST");
        Unread one = new Unread(1, List.of(new Unread.Node("ns=2;s=B01/Gone", 0x8034_0000L)));
        return List.of(
                open,
                open.ended(NOON.plusSeconds(60), "RECREATED", Optional.of(NOON))
                        .withMore(144)
                        .filled(new SourceGap.Filling(NOON.plusSeconds(61), "PARTLY", Optional.of(one))));
    }

    @Override
    public List<CertificateFile> certificates() {
        return List.of(certificate(REJECTED, false), certificate(TRUSTED, true));
    }

    private static CertificateFile certificate(String thumbprint, boolean trusted) {
        return new CertificateFile(
                thumbprint,
                trusted,
                "CN=boiler",
                "CN=boiler",
                NOON.minusSeconds(86_400),
                NOON.plusSeconds(86_400),
                "urn:plant:boiler",
                trusted ? List.of() : List.of(new Mn("PLANT-2")));
    }

    @Override
    public List<TrustActRow> trustActs(int limit) {
        return List.copyOf(acts);
    }

    @Override
    public Optional<TrustActRow> decide(String thumbprint, TrustActRow.Kind kind, Act act) {
        if (!thumbprint.equals(kind == TrustActRow.Kind.TRUSTED ? REJECTED : TRUSTED)) {
            return Optional.empty();
        }
        TrustActRow row = new TrustActRow(acts.size() + 1L, thumbprint, kind, act, "CN=boiler");
        acts.add(0, row);
        return Optional.of(row);
    }
}
