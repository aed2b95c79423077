package io.stackwatch.core.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.measurement.FactorCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An upheld objection proposes an act that the tables know where the case stands, and nothing else. */
final class ObjectionProposalsTest {

    private static final ObjectionProposals PROPOSALS = ObjectionProposals.load();

    private final FileSubject subject = CaseStory.violation("2026-10-08");
    private final CaseHour first = hour(0);
    private final CaseHour second = hour(1);

    private CaseHour hour(int after) {
        return subject.match(
                found -> new CaseHour(
                        found.candidate(),
                        new FactorCode("a21026"),
                        found.begun().plus(Duration.ofHours(after))),
                county -> {
                    throw new AssertionError();
                });
    }

    @Test
    void everyProposedActIsInTheTablesForThatState() {
        for (ObjectionProposals.Row row : PROPOSALS.rows()) {
            assertTrue(
                    CaseStory.PROCESS.rows(Procedure.PENALTY).stream()
                            .anyMatch(
                                    step -> step.from().equals(Optional.of(row.stage())) && step.event() == row.act()),
                    row.toString());
        }
    }

    @Test
    void someHoursAreSplitOffAndAllOfThemEndTheCase() {
        assertEquals("SPLIT_OFF", proposed(ActKind.DATA_REVIEWED, List.of(first)));
        assertEquals("NOT_FILED", proposed(ActKind.DATA_REVIEWED, List.of(first, second)));
        assertEquals("FILING_WITHDRAWN", proposed(ActKind.FILED, List.of(first, second)));
        assertEquals("SENT_BACK", proposed(ActKind.NOTICE_SERVED, List.of(second)));
    }

    @Test
    void noObjectionOrOneToAnotherHourOrOneThatComesTooLateProposesNothing() {
        assertEquals("-", proposed(ActKind.DATA_REVIEWED, List.of()));
        assertEquals("-", proposed(ActKind.DATA_REVIEWED, List.of(hour(5))));
        assertEquals("-", proposed(ActKind.DECIDED, List.of(first, second)));
    }

    private String proposed(ActKind upTo, List<CaseHour> upheld) {
        CaseFile file = CaseStory.file(subject, CaseStory.penalty(upTo));
        return PROPOSALS
                .of(file, List.of(first, second), upheld)
                .map(proposal -> proposal.act().name())
                .orElse("-");
    }
}
