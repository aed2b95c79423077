package io.stackwatch.core.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.deadline.Period;
import io.stackwatch.core.deadline.PeriodId;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.StepDecision.Reason;
import io.stackwatch.core.registry.DataTable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The six procedures are tables: each row is walked with all its guards, and what is not in them is refused in every state. */
final class CaseProcessTest {

    private static final CaseProcess PROCESS = CaseStory.PROCESS;
    private static final Map<Procedure, CaseWalk> WALKS = new EnumMap<>(Procedure.class);

    @BeforeAll
    static void walkEveryProcedure() {
        FileSubject plant = CaseStory.violation("2026-10-08");
        FileSubject heating = CaseStory.violation(Matter.EXCEEDING_STANDARD, "2026-10-08", "2026-10-08", true);
        String fine = CaseStory.penalty(ActKind.DECISION_SERVED);
        String order = "ORDER-1 ORDER_ISSUED 2026-10-21; ORDER_SERVED 2026-10-21;";
        String cannot = fine + order + "CANNOT_CORRECT 2026-10-22;";
        WALKS.put(Procedure.PENALTY, CaseWalk.of(strand(Procedure.PENALTY), CaseFile.about(plant)));
        WALKS.put(
                Procedure.ORDER,
                CaseWalk.of(strand(Procedure.ORDER), CaseStory.file(plant, CaseStory.penalty(ActKind.DATA_REVIEWED))));
        WALKS.put(
                Procedure.SUSPENSION,
                CaseWalk.of(
                        strand(Procedure.SUSPENSION), CaseStory.file(plant, cannot), CaseStory.file(heating, cannot)));
        WALKS.put(
                Procedure.DAILY_PENALTY,
                CaseWalk.of(
                        strand(Procedure.DAILY_PENALTY),
                        CaseStory.file(plant, fine + order + "RECHECKED 2026-10-23 found=STILL_VIOLATING;"),
                        CaseStory.file(plant, fine + order + "RECHECKED 2026-10-22 found=OBSTRUCTED;")));
        String failed =
                "SUSPENSION-1 SUSPENSION_PROPOSED 2026-10-22; NOTICE_ISSUED 2026-10-22; NOTICE_SERVED 2026-10-22;"
                        + "LEGAL_REVIEWED 2026-11-02; DECIDED 2026-11-02; DECISION_SERVED 2026-11-03;"
                        + "INSPECTED 2026-11-10 found=BAD;";
        WALKS.put(
                Procedure.CLOSURE,
                CaseWalk.of(
                        strand(Procedure.CLOSURE),
                        CaseStory.file(plant, cannot + failed),
                        CaseStory.file(plant, fine)));
        WALKS.put(
                Procedure.LISTING, CaseWalk.of(strand(Procedure.LISTING), CaseFile.about(CaseStory.county("2026-09"))));
    }

    private static Strand strand(Procedure procedure) {
        return new Strand(procedure, 1);
    }

    @ParameterizedTest
    @EnumSource
    void everyRowIsTakenByADecisionWithAllItsGuards(Procedure procedure) {
        Set<ProcessRow> left = new LinkedHashSet<>(PROCESS.rows(procedure));
        assertFalse(left.isEmpty());
        left.removeAll(WALKS.get(procedure).taken());
        assertEquals(Set.of(), left, "rows that no way of acts takes");
    }

    @ParameterizedTest
    @EnumSource
    void everyStateIsReached(Procedure procedure) {
        assertEquals(PROCESS.stages(procedure), WALKS.get(procedure).reached().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void anEventThatIsNotInTheTableIsRefusedInEveryStateWithStateEventAndPath(Procedure procedure) {
        StepRule rule = new StepRule(PROCESS, CaseStory.TERMS);
        int refused = 0;
        int known = 0;
        for (Map.Entry<Stage, CaseFile> place : WALKS.get(procedure).reached().entrySet()) {
            CaseFile file = place.getValue();
            StrandFile strand = file.strand(strand(procedure));
            for (ActKind kind : ActKind.values()) {
                if (PROCESS.knows(strand, kind)) {
                    known++;
                    continue;
                }
                CaseAct act = CaseStory.act(strand.strand(), kind, LocalDate.parse("2028-01-10"), Map.of());
                StepDecision.Refused answer = rule.decide(file, act).match(taken -> fail(taken), no -> no);
                assertEquals(Reason.NO_SUCH_STEP, answer.reason(), answer::message);
                assertEquals(
                        kind + " in state " + place.getKey() + " of " + strand.strand() + ": NO_SUCH_STEP, path "
                                + strand.path(),
                        answer.message());
                IllegalStateException broken =
                        assertThrows(IllegalStateException.class, () -> file.after(PROCESS, act));
                assertEquals(
                        kind + " in state " + place.getKey() + " of " + strand.strand() + " of " + file.id() + ", path "
                                + strand.path(),
                        broken.getMessage());
                refused++;
            }
        }
        int pairs = PROCESS.stages(procedure).size() * ActKind.values().length;
        assertEquals(pairs, refused + known);
        Set<String> inTable = new HashSet<>();
        PROCESS.rows(procedure).stream()
                .filter(row -> row.from().isPresent())
                .forEach(row -> inTable.add(row.from() + " " + row.event()));
        assertEquals(inTable.size(), known, "pairs of state and event in the table");
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheFirstActsOfTheTableBeginAProcedure(Procedure procedure) {
        StrandFile nothing = StrandFile.none(strand(procedure));
        Set<ActKind> begin = new TreeSet<>();
        for (ActKind kind : ActKind.values()) {
            if (PROCESS.knows(nothing, kind)) {
                begin.add(kind);
            }
        }
        Set<ActKind> expected =
                switch (procedure) {
                    case PENALTY -> Set.of(ActKind.CANDIDATE_OPENED);
                    case ORDER -> Set.of(ActKind.ORDER_ISSUED);
                    case SUSPENSION -> Set.of(ActKind.RESTRICTION_PROPOSED, ActKind.SUSPENSION_PROPOSED);
                    case DAILY_PENALTY -> Set.of(ActKind.DAILY_PROPOSED);
                    case CLOSURE -> Set.of(ActKind.CLOSURE_PROPOSED, ActKind.SERIOUS_CASE_PROPOSED);
                    case LISTING -> Set.of(ActKind.LISTING_PROPOSED);
                };
        assertEquals(expected, begin);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDecidedFoldsToTheSameFile(Procedure procedure) {
        for (CaseFile file : WALKS.get(procedure).reached().values()) {
            assertEquals(file, CaseFile.fold(PROCESS, file.subject(), file.acts()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEndedProcedureOwesNothingMore(Procedure procedure) {
        CaseClock clock = new CaseClock(CaseStory.TERMS);
        WALKS.get(procedure).reached().forEach((stage, file) -> {
            if (stage.end()) {
                assertEquals(
                        List.of(),
                        clock.periods(file, strand(procedure)).stream()
                                .filter(period -> period.over().isEmpty())
                                .toList(),
                        stage.name());
            }
        });
    }

    @Test
    void everyHandOverOpensTheOtherProcedureFromEachOfItsStates() {
        StepRule rule = new StepRule(PROCESS, CaseStory.TERMS);
        int opened = 0;
        Set<String> answers = new TreeSet<>();
        for (HandOver handOver : PROCESS.handOvers()) {
            for (Stage stage : handOver.stages()) {
                CaseFile file = WALKS.get(handOver.from()).reached().get(stage);
                int number =
                        handOver.sameNumber() ? 1 : file.strands(handOver.to()).size() + 1;
                LocalDate day = file.lastAct().orElseThrow().day().plusDays(1);
                CaseAct act = CaseStory.act(new Strand(handOver.to(), number), handOver.event(), day, Map.of());
                assertTrue(handOver.leadsTo(file, act), handOver + " from " + stage);
                String answer = rule.decide(file, act)
                        .match(taken -> "taken", refused -> refused.reason() + " " + refused.detail());
                assertFalse(answer.contains("HANDED_OVER"), () -> handOver + " from " + stage + ": " + answer);
                answers.add(handOver.event() + " " + answer);
                opened++;
            }
        }
        assertEquals(
                PROCESS.handOvers().stream()
                        .mapToInt(row -> row.stages().size())
                        .sum(),
                opened);
        for (HandOver handOver : PROCESS.handOvers()) {
            assertTrue(answers.contains(handOver.event() + " taken"), () -> handOver + ": " + answers);
        }
    }

    @Test
    void aProcedureThatNobodyHandsOverToDoesNotBegin() {
        CaseFile opened =
                CaseStory.file(CaseStory.violation("2026-10-08"), CaseStory.penalty(ActKind.CANDIDATE_OPENED));
        StepRule rule = new StepRule(PROCESS, CaseStory.TERMS);
        for (String story : List.of(
                "ORDER-1 ORDER_ISSUED 2026-10-12",
                "SUSPENSION-1 SUSPENSION_PROPOSED 2026-10-12",
                "SUSPENSION-1 RESTRICTION_PROPOSED 2026-10-12",
                "DAILY_PENALTY-1 DAILY_PROPOSED 2026-10-12",
                "CLOSURE-1 CLOSURE_PROPOSED 2026-10-12",
                "CLOSURE-1 SERIOUS_CASE_PROPOSED 2026-10-12")) {
            CaseAct act = CaseStory.acts(story).get(0);
            String message = rule.decide(opened, act).match(taken -> "taken", refused -> refused.detail());
            assertEquals(
                    "HANDED_OVER: no procedure of the case hands over to "
                            + act.header().strand() + ", which stand at [PENALTY-1 CANDIDATE]",
                    message);
        }
    }

    @Test
    void theMachineDoesNothingButProposeAndInform() {
        Set<ActKind> machine = new TreeSet<>();
        PROCESS.rows().stream()
                .filter(row -> row.who().contains(Role.MACHINE))
                .forEach(row -> machine.add(row.event()));
        assertEquals(Set.of(ActKind.CANDIDATE_OPENED, ActKind.INFORMED, ActKind.LISTING_PROPOSED), machine);
        assertTrue(PROCESS.rows().stream()
                .noneMatch(row -> row.who().contains(Role.AUDITOR) || row.who().contains(Role.ADMINISTRATOR)));
    }

    @Test
    void everyPeriodOfTheTablesIsKnownAndEveryKnownPeriodIsUsed() {
        Set<PeriodId> used = new TreeSet<>();
        Set<PeriodId> named = new TreeSet<>();
        for (ProcessRow row : PROCESS.rows()) {
            row.starts().forEach(start -> {
                used.add(start.period());
                start.behind().ifPresent(named::add);
            });
            named.addAll(row.ends());
            row.endsElsewhere().forEach(ended -> named.add(ended.period()));
            row.guards().stream()
                    .filter(use -> List.of(
                                    Guard.PAST, Guard.PAST_IF_STARTED, Guard.WITHIN, Guard.STARTED, Guard.NOT_STARTED)
                            .contains(use.guard()))
                    .forEach(use -> named.add(new PeriodId(use.about().orElseThrow())));
        }
        named.removeAll(used);
        assertEquals(Set.of(), named, "ended or looked at, and never begun");
        Set<PeriodId> known = new TreeSet<>();
        CaseStory.TERMS.periods().rows().stream().map(Period::id).forEach(known::add);
        known.removeAll(List.of(new PeriodId("limitation"), new PeriodId("limitation-harm")));
        assertEquals(known, used);
    }

    @Test
    void everyDocumentAndGuardAndEventIsUsedByARow() {
        Set<DocumentKind> documents = new HashSet<>(Set.of(DocumentKind.values()));
        Set<Guard> guards = new HashSet<>(Set.of(Guard.values()));
        Set<ActKind> events = new HashSet<>(Set.of(ActKind.values()));
        Set<Choice> choices = new HashSet<>(Set.of(Choice.values()));
        for (ProcessRow row : PROCESS.rows()) {
            assertFalse(row.documents().isEmpty(), row.toString());
            assertFalse(row.who().isEmpty(), row.toString());
            documents.removeAll(row.documents());
            row.guards().forEach(use -> guards.remove(use.guard()));
            events.remove(row.event());
            choices.removeAll(row.choices());
        }
        assertEquals(Set.of(), documents);
        assertEquals(Set.of(), guards);
        assertEquals(Set.of(), events);
        assertEquals(Set.of(), choices);
    }

    @Test
    void aTableThatContradictsItselfIsRefusedByLine() {
        assertEquals(
                "t.csv:3: column choice: PENALTY CANDIDATE INFORMED NOT_FILED cannot be told from PENALTY CANDIDATE INFORMED"
                        + " INFORMED",
                refused(
                        "PENALTY,CANDIDATE,INFORMED,,INFORMED,,,,,,FACTS_MESSAGE,OFFICER,x",
                        "PENALTY,CANDIDATE,INFORMED,,NOT_FILED,,,,,,FACTS_MESSAGE,OFFICER,x"));
        assertEquals(
                "t.csv:2: column from: nothing follows CLOSED",
                refused("PENALTY,CLOSED,INFORMED,,INFORMED,,,,,,FACTS_MESSAGE,OFFICER,x"));
        assertEquals(
                "t.csv:2: column to: the beginning has no state to stay in",
                refused("PENALTY,-,INFORMED,,=,,,,,,FACTS_MESSAGE,OFFICER,x"));
        assertEquals(
                "t.csv:2: column guards: 'PAST' is not known: PAST with ''",
                refused("PENALTY,-,INFORMED,,INFORMED,PAST,,,,,FACTS_MESSAGE,OFFICER,x"));
        assertTrue(refused("PENALTY,-,INFORMED,,INFORMED,,,,,,A_LETTER,OFFICER,x")
                .startsWith("t.csv:2: column documents: 'A_LETTER' is not known"));
    }

    private static String refused(String... rows) {
        String header = "procedure,from,event,choice,to,guards,starts,ends,halts,resumes,documents,who,source";
        DataTable table = DataTable.parse("t.csv", header + "\n" + String.join("\n", rows));
        DataTable handOvers = DataTable.parse("h.csv", "from_procedure,from,to_procedure,event,number,source");
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> CaseProcess.of(table, handOvers))
                .getMessage());
    }

    private static StepDecision.Refused fail(StepDecision.Taken taken) {
        throw new AssertionError("not refused: " + taken.row());
    }
}
