package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Boilers, sources and certificates over HTTP; every answer is checked against the contract. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlantApiTest {

    private ApiRunning api;

    @BeforeAll
    void start() throws Exception {
        api = new ApiRunning().start(ApiOptions.defaults());
    }

    @AfterAll
    void stop() {
        api.close();
    }

    private List<String> boilers(String query) throws Exception {
        return api.get(200, "boilers", "/api/v1/boilers" + query).getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("id"))
                .toList();
    }

    @Test
    void whichBoilersMustBeOnLineAndAreNotIsOneQuestion() throws Exception {
        assertEquals(List.of("GL-01", "GL-02", "GL-03", "GL-04"), boilers(""));
        assertEquals(List.of("GL-02", "GL-03"), boilers("?mustBeOnline=true&online=false"));
        assertEquals(List.of("GL-01"), boilers("?online=true"));
        assertEquals(List.of("GL-04"), boilers("?mustBeOnline=false"));
    }

    @Test
    void aBoilerSaysWhy() throws Exception {
        JsonObject boiler = api.get(200, "boilers", "/api/v1/boilers?mustBeOnline=true&online=false")
                .getJsonArray("items")
                .getJsonObject(0);
        assertEquals("40", boiler.getString("steamTonsPerHour"));
        assertEquals("示例供热公司", boiler.getString("enterpriseName"));
        assertEquals("KEPT", boiler.getString("duty"));
        assertEquals("NEVER_DELIVERED", boiler.getString("line"));
        assertEquals("20", boiler.getJsonObject("threshold").getString("steamTonsPerHour"));
        assertEquals("2017-10-31T16:00:00Z", boiler.getJsonObject("threshold").getString("since"));
    }

    @Test
    void boilersComeInPages() throws Exception {
        JsonObject first = api.get(200, "boilers", "/api/v1/boilers?limit=3");
        assertEquals(3, first.getJsonArray("items").size());
        assertEquals(List.of("GL-04"), boilers("?limit=3&cursor=" + first.getString("next")));
    }

    @Test
    void aSourceShowsItsStateItsBadNodesAndNoSecret() throws Exception {
        JsonObject source = api.get(200, "source", "/api/v1/sources/PLANT-1");
        assertEquals("CONNECTED", source.getString("state"));
        assertNull(source.getString("reason"));
        assertEquals(90, source.getInteger("clockOffset"));
        assertTrue(source.getBoolean("clockOff"));
        assertEquals(
                "0x80340000", source.getJsonArray("badNodes").getJsonObject(0).getString("status"));
        assertEquals(100, source.getJsonObject("counts").getInteger("historyValues"));
        JsonObject text = source.getJsonArray("notMapped").getJsonObject(0);
        assertEquals("TYPE_DOES_NOT_FIT", text.getString("reason"));
        assertEquals(7, text.getInteger("row"));
        assertFalse(source.encode().contains("HUSH"), "not even where the password stands");
        assertEquals(404, api.get(404, "source", "/api/v1/sources/PLANT-9").getInteger("status"));
    }

    @Test
    void aSourceWithoutALineSaysWhy() throws Exception {
        List<Object> items = api.get(200, "sources", "/api/v1/sources").getJsonArray("items").stream()
                .toList();
        assertEquals(3, items.size());
        JsonObject third = (JsonObject) items.get(2);
        assertEquals("STOPPED", third.getString("state"));
        assertEquals("SECRET_MISSING", third.getString("reason"));
        assertNull(third.getJsonObject("counts"));
        assertNull(third.getValue("clockOffset"), "of a clock that nobody has seen nothing is said");
        assertNull(third.getValue("clockOff"));
    }

    @Test
    void aCutHasBothEndsWhatWasReadBackAndWhichNodesWereNot() throws Exception {
        JsonObject gaps = api.get(200, "sourceGaps", "/api/v1/sources/PLANT-1/gaps");
        JsonObject open = gaps.getJsonArray("items").getJsonObject(0);
        assertEquals("CONNECTION_LOST", open.getString("reason"));
        assertNull(open.getString("until"));
        assertNull(open.getInteger("unread"), "not known yet is not zero");
        assertNull(open.getInteger("readBack"), "nothing can be read back yet");
        JsonObject filled = gaps.getJsonArray("items").getJsonObject(1);
        assertEquals("RECREATED", filled.getString("how"));
        assertEquals(144, filled.getInteger("readBack"));
        assertEquals("PARTLY", filled.getString("outcome"));
        assertEquals(1, filled.getInteger("unread"));
        assertEquals(
                new JsonObject().put("node", "ns=2;s=B01/Gone").put("status", "0x80340000"),
                filled.getJsonArray("unreadNodes").getJsonObject(0));
        assertEquals(
                404, api.get(404, "sourceGaps", "/api/v1/sources/PLANT-9/gaps").getInteger("status"));
    }

    @Test
    void aCertificateIsTrustedBySomebodyForAReasonAndThatIsKept() throws Exception {
        JsonObject known = api.get(200, "certificates", "/api/v1/certificates");
        JsonObject rejected = known.getJsonArray("items").getJsonObject(0);
        assertFalse(rejected.getBoolean("trusted"));
        assertEquals("PLANT-2", rejected.getJsonArray("waiting").getString(0));

        JsonObject decision = api.post(
                200,
                "trustCertificate",
                "/api/v1/certificates/" + PlantsInMemory.REJECTED + "/trust",
                "{\"by\":\"wang\",\"reason\":\"compared by telephone\"}");
        assertEquals("TRUSTED", decision.getString("kind"));
        assertEquals("wang", decision.getString("by"));
        JsonObject kept = api.get(200, "certificates", "/api/v1/certificates")
                .getJsonArray("decisions")
                .getJsonObject(0);
        assertEquals(decision, kept);
    }

    @Test
    void nobodyTrustsWithoutANameOrAReasonOrWhatIsNotThere() throws Exception {
        String path = "/api/v1/certificates/" + PlantsInMemory.REJECTED + "/trust";
        for (String body : List.of(
                "{\"by\":\"wang\"}",
                "{\"reason\":\"x\"}",
                "{\"by\":\" \",\"reason\":\"x\"}",
                "{\"by\":\"w;g\",\"reason\":\"x\"}")) {
            assertEquals(400, api.post(400, "trustCertificate", path, body).getInteger("status"));
        }
        String good = "{\"by\":\"wang\",\"reason\":\"x\"}";
        assertTrue(api.post(404, "trustCertificate", "/api/v1/certificates/" + PlantsInMemory.TRUSTED + "/trust", good)
                .getString("detail")
                .contains(PlantsInMemory.TRUSTED));
        api.post(400, "trustCertificate", "/api/v1/certificates/..%2F..%2Fetc/trust", good);
        api.post(404, "withdrawCertificate", "/api/v1/certificates/" + PlantsInMemory.REJECTED + "/withdrawal", good);
    }
}
