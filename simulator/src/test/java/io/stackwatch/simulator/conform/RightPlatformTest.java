package io.stackwatch.simulator.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A platform that is right passes every case that it can be asked; the others say what is missing. */
class RightPlatformTest {

    @ParameterizedTest
    @EnumSource(KitEdition.class)
    void aRightPlatformPassesEveryCase(KitEdition edition) throws Exception {
        List<ConformanceCase> cases = PlatformExam.cases(edition);
        List<ConformanceCase> requests = cases.stream()
                .filter(each -> each.needs().contains(Need.ORDERS))
                .toList();
        List<ConformanceCase> others =
                cases.stream().filter(each -> !requests.contains(each)).toList();
        List<CaseResult> results = new ArrayList<>(PlatformExam.of(Misbehaviour.NONE, others, KitOptions.defaults()));
        // this platform asks again after 0.3 s, not after 10
        results.addAll(PlatformExam.of(
                Misbehaviour.NONE, requests, KitOptions.defaults().withPace(0.1)));

        assertEquals(cases.size(), results.size());
        for (CaseResult result : results) {
            boolean askable = PlatformExam.OF_A_PRETENDED_PLATFORM.containsAll(
                    result.played().needs());
            assertEquals(
                    askable ? CaseResult.Mark.PASSED : CaseResult.Mark.NOT_RUN,
                    result.mark(),
                    () -> result.played() + " " + result.verdict() + "\n" + String.join("\n", result.transcript()));
        }
        assertFalse(results.isEmpty());
    }
}
