package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.history.Eventually;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.ImportReport;
import io.stackwatch.gateway.registry.RegistryImport;
import io.stackwatch.simulator.boiler.server.BoilerServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a sheet to values in the journal, over a line that is signed and encrypted: a person trusts the server first. */
final class SourcesThroughTheGatewayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WHO = "{\"by\":\"wang\",\"reason\":\"compared with the plant by telephone\"}";

    @TempDir
    Path folder;

    private BoilerServer boilers;
    private Gateway gateway;
    private GatewayApi api;

    @BeforeEach
    void start() throws Exception {
        boilers = BoilersOnTheWall.start(folder.resolve("boilers"));
        Config config = SmallCity.config(Files.createDirectories(folder.resolve("data")));
        Path secret = Files.writeString(folder.resolve("secret"), "boiler-123\n");
        Path sheets = Files.createDirectories(folder.resolve("sheets"));
        sheet(sheets, "enterprises", "id,name,region,from", "E1,示例供热公司,371502,2020-01-01");
        sheet(
                sheets,
                "outlets",
                "id,enterprise,name,industry,factors,from",
                "DA001,E1,1号锅炉,D4430,a21026 a19001,2020-01-01");
        sheet(
                sheets,
                "opcua-sources",
                "id,endpoint,policy,mode,login,user,password,publishing_ms,sampling_ms,from",
                "PLANT-1," + boilers.endpointUrl() + ",BASIC256_SHA256,SIGN_AND_ENCRYPT,USER,operator,file:" + secret
                        + ",200,200,2020-01-01",
                "PLANT-2," + boilers.endpointUrl() + ",NONE,,USER,operator,file:" + folder.resolve("nothing")
                        + ",200,200,2020-01-01");
        sheet(
                sheets,
                "opcua-nodes",
                "source,node,outlet,factor,unit,from,until",
                "PLANT-1,ns=2;s=B01/SO2,DA001,a21026,mg/m3,2020-01-01,",
                "PLANT-1,ns=2;s=B01/Nowhere,DA001,a21002,mg/m3,2020-01-01,",
                "PLANT-1,ns=2;s=B01/O2,DA001,a19001,%,2020-01-01,2020-02-01",
                "PLANT-2,ns=2;s=B01/O2,DA001,a19001,%,2019-01-01,2020-01-01");
        try (RecordStore store = RecordStore.open(DataFolder.of(config).records(config))) {
            ImportReport report = new RegistryImport(store, StandardLimits.load()).takeOver(sheets);
            assertEquals(List.of(), report.errors());
        }
        gateway = Gateway.start(config);
        api = new GatewayApi(gateway.webPort());
    }

    @AfterEach
    void stop() {
        gateway.close();
        boilers.close();
    }

    private static void sheet(Path folder, String name, String... lines) throws Exception {
        Files.write(folder.resolve(name + ".csv"), List.of(lines));
    }

    private JsonNode source() throws Exception {
        return api.get("/api/v1/sources/PLANT-1");
    }

    private void await(String state) {
        Eventually.holds(PATIENCE, "the source is not " + state, () -> source().path("state")
                .asText()
                .equals(state));
    }

    private String waitingCertificate() throws Exception {
        JsonNode first = api.get("/api/v1/certificates").get("items").get(0);
        assertFalse(first.get("trusted").asBoolean());
        assertEquals("PLANT-1", first.get("waiting").get(0).asText());
        assertEquals(source().get("refusedThumbprint"), first.get("thumbprint"));
        return first.get("thumbprint").asText();
    }

    @Test
    void aServerIsTrustedByAPersonAndANewCertificateIsANewAct() throws Exception {
        await("CERTIFICATE_REFUSED");
        assertEquals("DEGRADED", api.part("sources").get("status").asText());
        String first = waitingCertificate();
        assertEquals(
                "TRUSTED",
                api.post("/api/v1/certificates/" + first + "/trust", WHO)
                        .get("kind")
                        .asText());
        await("CONNECTED");
        Eventually.holds(
                PATIENCE,
                "no values",
                () -> source().get("counts").get("values").asLong() > 0);

        boilers.command("fault server new-certificate");
        await("CERTIFICATE_REFUSED");
        String second = waitingCertificate();
        api.post("/api/v1/certificates/" + second + "/trust", WHO);
        await("CONNECTED");
        api.post("/api/v1/certificates/" + first + "/withdrawal", WHO);

        JsonNode decisions = api.get("/api/v1/certificates").get("decisions");
        assertEquals(3, decisions.size());
        assertEquals("WITHDRAWN", decisions.get(0).get("kind").asText());
        assertEquals(first, decisions.get(0).get("thumbprint").asText());
        assertEquals("wang", decisions.get(2).get("by").asText());
    }

    @Test
    void aNodeThatTheServerDoesNotHaveIsNamedAndASourceThatIsRegisteredWronglySaysWhy() throws Exception {
        await("CERTIFICATE_REFUSED");
        api.post("/api/v1/certificates/" + waitingCertificate() + "/trust", WHO);
        await("CONNECTED");
        Eventually.holds(
                PATIENCE,
                "the bad node is not named",
                () -> source().get("badNodes").size() == 1);
        JsonNode bad = source().get("badNodes").get(0);
        assertEquals("ns=2;s=B01/Nowhere", bad.get("node").asText());
        assertEquals("0x80340000", bad.get("status").asText(), "Bad_NodeIdUnknown");
        assertEquals(2, source().get("nodes").asInt(), "the row that ended is not subscribed to");
        assertEquals(
                "NO_NODES", api.get("/api/v1/sources/PLANT-2").get("reason").asText());
        assertTrue(api.part("sources").get("detail").asText().contains("PLANT-2: NO_NODES"));
        assertTrue(api.text("/metrics").contains("stackwatch_opcua_badnodes 1.0"));
    }
}
