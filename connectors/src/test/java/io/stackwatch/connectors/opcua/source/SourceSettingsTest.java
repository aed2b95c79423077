package io.stackwatch.connectors.opcua.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.core.registry.Mn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceSettingsTest {

    private static final Mn ID = new Mn("B01");
    private static final MonitoredNode NODE = MonitoredNode.of("ns=2;s=B01/SO2");

    private static void refused(String message, Supplier<?> making) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, making::get).getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ns=2;s=B01/SO2",
                "i=2258",
                "s=with;semicolon=and=signs",
                "nsu=urn:plant:boiler;s=脱硫/出口",
                "ns=65535;g=09087e75-8e5e-499b-954f-f2a9603db28a",
                "ns=1;b=M/RbKBsRVkePCePcx24oRA=="
            })
    void nodeIdsAreWrittenAsOpcUaWritesThem(String nodeId) {
        assertEquals(nodeId, MonitoredNode.of(nodeId).nodeId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "B01/SO2", "ns=2", "ns=x;s=a", "ns=2;i=abc", "ns=2;s=", "ns=2;q=1", "nsu=;s=a"})
    void somethingElseIsNoNodeId(String nodeId) {
        refused(
                "nodeId '" + nodeId + "': expected such as ns=2;s=B01/SO2 or nsu=urn:plant;i=1001",
                () -> MonitoredNode.of(nodeId));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost:4840", "http://localhost:4840", "opc.tcp://", "opc.tcp://u:p@host:4840"})
    void somethingElseIsNoAddress(String address) {
        refused(
                "endpointUrl '" + address + "': expected opc.tcp://host:port/path",
                () -> SourceSettings.of(ID, address, List.of(NODE)));
    }

    @Test
    void aNodeStandsOnceInASource() {
        refused(
                "nodeId 'ns=2;s=B01/SO2': expected once in a source",
                () -> SourceSettings.of(ID, "opc.tcp://plant:4840", List.of(NODE, NODE)));
    }

    @Test
    void figuresSayWhatWasExpected() {
        refused("publishing PT0S: expected PT0.01S to PT1H", () -> Rhythm.defaults()
                .withPublishing(Duration.ZERO));
        refused("queueSize 0: expected 1 to 10000", () -> Rhythm.defaults().withSampling(Duration.ofSeconds(1), 0));
        refused("lifetimeCount 29: expected 30 to 100000", () -> Rhythm.defaults()
                .withCounts(10, 29));
        refused(
                "sampling PT2H: expected PT0.01S to PT1H",
                () -> new MonitoredNode("i=1", Optional.of(Duration.ofHours(2)), 0));
        refused("deadband -1.0: expected zero or more", () -> new MonitoredNode("i=1", Optional.empty(), -1));
        refused("deadband NaN: expected zero or more", () -> new MonitoredNode("i=1", Optional.empty(), Double.NaN));
    }

    @Test
    void aPolicyWithoutItsModeIsNoSecurity() {
        refused(
                "mode NONE with policy BASIC256_SHA256: expected NONE with NONE, or SIGN or SIGN_AND_ENCRYPT with another"
                        + " policy",
                () -> new Security(Security.Policy.BASIC256_SHA256, Security.Mode.NONE));
        refused(
                "mode SIGN with policy NONE: expected NONE with NONE, or SIGN or SIGN_AND_ENCRYPT with another policy",
                () -> new Security(Security.Policy.NONE, Security.Mode.SIGN));
    }

    @Test
    void nobodyIsShownThePassword() {
        SourceSettings settings = SourceSettings.of(ID, "opc.tcp://plant:4840", List.of(NODE))
                .withIdentity(new Identity.UserPassword("reader", "open sesame"));
        assertFalse(settings.toString().contains("sesame"), settings.toString());
    }
}
