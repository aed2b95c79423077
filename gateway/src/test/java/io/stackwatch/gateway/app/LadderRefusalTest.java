package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What somebody in front of the ladder reads when the desk does not do what was asked. */
final class LadderRefusalTest {

    @Test
    void aRefusalIsOneLineWithWhatWasAskedWhereTheFileStandsAndWhyNot() throws Exception {
        LadderAct release = LadderAct.script().stream()
                .filter(act -> act.kind().equals("RELEASED"))
                .findFirst()
                .orElseThrow();
        LadderRefusal refusal = new LadderRefusal(
                release,
                new ObjectMapper().readTree("[{\"strand\":\"LISTING-1\",\"stage\":\"RECTIFYING\"}]"),
                new DemoApi.Refused("/x", 409, "RELEASED in state RECTIFYING:\n NO_SUCH_STEP"));
        assertEquals(
                "REFUSED 县 LISTING-1 RELEASED by zhao as HEAD; stands: LISTING-1 RECTIFYING;"
                        + " why: 409 RELEASED in state RECTIFYING: NO_SUCH_STEP",
                refusal.getMessage());
    }
}
