package io.stackwatch.core.penalty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The proposal of a fine: every line can be checked by hand, and what is not known is never taken as the lowest. */
final class DiscretionTest {

    private static final String FORMULAS = "version,chinese,combination,full,round_to,from,until,source,mark";
    private static final String CIRCUMSTANCES = "version,factor,chinese,kind,unit,weight,source,mark";
    private static final String LEVELS = "version,factor,at_least,choice,points,source,mark";
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final FineRange RANGE = new FineRange(Yuan.of(100_000), Yuan.of(1_000_000));
    private static final Discretion DISCRETION = Discretion.load();

    @Test
    void theProposalShowsItsCalculationLineByLine() {
        FineProposal proposal = proposed(RANGE, found());
        assertEquals(Yuan.of(287_500), proposal.amount(), "100 000 + 900 000 x 5/24");
        assertEquals(
                List.of(
                        "range of the article: 100000.00 to 1000000.00 yuan",
                        "formula own-1 加权平均 (自拟) (DESIGN)",
                        "超标倍数 = 0.35 multiple of the limit above it: level 2 of 5, weight 1, counts 1 of 4 (SECONDARY)",
                        "超标因子个数 = 1 count: level 1 of 5, weight 1, counts 0 of 4 (DESIGN)",
                        "小时烟气流量 = 50000 Nm3/h: level 3 of 5, weight 1, counts 2 of 4 (SECONDARY)",
                        "废气类别 = LISTED_INDUSTRY: level 3 of 5, weight 1, counts 2 of 4 (SECONDARY)",
                        "违法行为发生时期环境敏感度 = ORDINARY: level 1 of 5, weight 1, counts 0 of 4 (SECONDARY)",
                        "违法次数 (两年内) = 1 count: level 1 of 5, weight 1, counts 0 of 4 (SECONDARY)",
                        "g = 5/24",
                        "fine = 100000.00 + (1000000.00 - 100000.00) x 5/24 = 6900000/24",
                        "rounded down to a multiple of 100.00, not below the minimum: 287500.00"),
                proposal.lines());
        assertEquals("own-1", proposal.formula());
        assertEquals(Verification.SECONDARY, proposal.mark());
    }

    @Test
    void thresholdsBelongToTheHigherLevel() {
        Map<String, Integer> points = Map.of("0.0999", 0, "0.1", 1, "0.4999", 1, "0.5", 2, "1", 3, "2", 4, "17", 4);
        points.forEach((ratio, expected) -> {
            FineProposal proposal = proposed(RANGE, with("ratio", ratio));
            assertEquals(
                    Yuan.of(100_000 + 37_500L * (4 + expected)),
                    proposal.amount(),
                    ratio + ": 900 000 / 24 = 37 500 a point, four from the others");
        });
    }

    @Test
    void theLowestIsTheMinimumAndTheHighestTheMaximum() {
        Map<CircumstanceId, String> lowest = found();
        lowest.putAll(Map.of(id("ratio"), "0", id("flow"), "1", id("gas"), "OTHER"));
        assertEquals(RANGE.minimum(), proposed(RANGE, lowest).amount());
        Map<CircumstanceId, String> highest = Map.of(
                id("ratio"), "2",
                id("factors"), "3",
                id("flow"), "200000",
                id("gas"), "LISTED_INDUSTRY",
                id("period"), "HEAVY_POLLUTION_WARNING",
                id("times"), "4");
        assertEquals(Yuan.of(925_000), proposed(RANGE, highest).amount(), "22/24, for no gas is worth 5");
    }

    @Test
    void aProposalIsRoundedDownAndNeverBelowTheMinimum() {
        FineRange range = new FineRange(Yuan.of(50_000), Yuan.of(200_000));
        assertEquals(Yuan.of(81_200), proposed(range, found()).amount(), "81 250");
        FineRange odd = new FineRange(Yuan.of("50.55"), Yuan.of("51.00"));
        assertEquals(Yuan.of("50.55"), proposed(odd, found()).amount());
    }

    @Test
    void whatIsMissingUnknownOrWithoutALevelGivesNoProposal() {
        Map<CircumstanceId, String> missing = found();
        missing.remove(id("times"));
        assertEquals("CIRCUMSTANCE_MISSING times 违法次数 (两年内)", text(DISCRETION.propose(RANGE, DAY, missing)));
        assertEquals(
                "CIRCUMSTANCE_UNKNOWN weather is not one of [ratio, factors, flow, gas, period, times]",
                text(DISCRETION.propose(RANGE, DAY, with("weather", "fog"))));
        assertEquals("VALUE_WITHOUT_LEVEL ratio '-0.1'", text(DISCRETION.propose(RANGE, DAY, with("ratio", "-0.1"))));
        assertEquals("VALUE_WITHOUT_LEVEL ratio 'much'", text(DISCRETION.propose(RANGE, DAY, with("ratio", "much"))));
        assertEquals("VALUE_WITHOUT_LEVEL gas '3'", text(DISCRETION.propose(RANGE, DAY, with("gas", "3"))));
    }

    @Test
    void whereNoFormulaIsInForceThereIsNoProposal() {
        Discretion later = Discretion.of(new DiscretionTables(
                table("f.csv", FORMULAS, "v,x,WEIGHTED_MEAN,5,1,2027-01-01,,s,VERIFIED"),
                table("c.csv", CIRCUMSTANCES, "v,a,甲,CHOICE,,1,s,VERIFIED"),
                table("l.csv", LEVELS, "v,a,,YES,2,s,VERIFIED")));
        assertEquals("NO_FORMULA_IN_FORCE on 2026-11-23", text(later.propose(RANGE, DAY, Map.of())));
        assertEquals("325000.00", text(later.propose(RANGE, LocalDate.parse("2027-01-01"), Map.of(id("a"), "YES"))));
    }

    @Test
    void tablesThatContradictThemselvesAreRefusedByLine() {
        DataTable formulas = table("f.csv", FORMULAS, "v,x,WEIGHTED_MEAN,5,1,,,s,VERIFIED");
        DataTable circumstances = table("c.csv", CIRCUMSTANCES, "v,a,甲,NUMBER,,1,s,VERIFIED");
        DataTable levels = table("l.csv", LEVELS, "v,a,0,,1,s,VERIFIED", "v,a,1,,2,s,VERIFIED");
        assertEquals(
                "l.csv:3: column at_least: 0 does not lie above 0",
                refused(formulas, circumstances, table("l.csv", LEVELS, "v,a,0,,1,s,VERIFIED", "v,a,0,,2,s,VERIFIED")));
        assertEquals(
                "l.csv:2: column points: 6 is not between 1 and 5",
                refused(formulas, circumstances, table("l.csv", LEVELS, "v,a,0,,6,s,VERIFIED")));
        assertEquals(
                "l.csv:2: column at_least: a is a NUMBER",
                refused(formulas, circumstances, table("l.csv", LEVELS, "v,a,,YES,2,s,VERIFIED")));
        assertEquals(
                "c.csv:2: column weight: 0 is not above zero",
                refused(formulas, table("c.csv", CIRCUMSTANCES, "v,a,甲,NUMBER,,0,s,VERIFIED"), levels));
        assertEquals(
                "f.csv:3: column from: two formulas hold at the same time",
                refused(
                        table(
                                "f.csv",
                                FORMULAS,
                                "v,x,WEIGHTED_MEAN,5,1,,,s,VERIFIED",
                                "w,x,WEIGHTED_MEAN,5,1,,,s,VERIFIED"),
                        table("c.csv", CIRCUMSTANCES, "v,a,甲,NUMBER,,1,s,VERIFIED", "w,a,甲,NUMBER,,1,s,VERIFIED"),
                        levels));
    }

    @Test
    void anOfficerMayDecideAnotherAmountWithAReason() {
        FineProposal proposal = proposed(RANGE, found());
        assertEquals("287500.00 kept", decide(proposal, "287500", "Li", "", ""));
        assertEquals("REASON_MISSING", decide(proposal, "300000", "Li", " ", ""));
        assertEquals("300000.00 overridden", decide(proposal, "300000", "Li", "second case of the year", ""));
        assertEquals("NAME_MISSING", decide(proposal, "287500", " ", "", ""));
        assertEquals("1000000.00 overridden", decide(proposal, "1000000", "Li", "grave", ""));
        assertEquals("ABOVE_THE_RANGE", decide(proposal, "1000000.01", "Li", "grave", "any"));
        assertEquals("100000.00 overridden", decide(proposal, "100000", "Li", "small", ""));
        assertEquals("BELOW_WITHOUT_A_GROUND", decide(proposal, "99999.99", "Li", "small", ""));
        assertEquals("99999.99 overridden", decide(proposal, "99999.99", "Li", "small", "Code art. 1056(1)"));
    }

    private static String decide(FineProposal proposal, String amount, String by, String reason, String ground) {
        return FineDecision.of(proposal, Yuan.of(amount), by, reason, ground)
                .match(
                        decided -> decided.amount() + (decided.overrides() ? " overridden" : " kept"),
                        refused -> refused.reason().name());
    }

    private static DataTable table(String name, String... lines) {
        return DataTable.parse(name, String.join("\n", lines));
    }

    private static String refused(DataTable formulas, DataTable circumstances, DataTable levels) {
        DiscretionTables tables = new DiscretionTables(formulas, circumstances, levels);
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> Discretion.of(tables))
                .getMessage());
    }

    private static Map<CircumstanceId, String> found() {
        return new HashMap<>(Map.of(
                id("ratio"), "0.35",
                id("factors"), "1",
                id("flow"), "50000",
                id("gas"), "LISTED_INDUSTRY",
                id("period"), "ORDINARY",
                id("times"), "1"));
    }

    private static Map<CircumstanceId, String> with(String circumstance, String value) {
        Map<CircumstanceId, String> found = found();
        found.put(id(circumstance), value);
        return found;
    }

    private static CircumstanceId id(String name) {
        return new CircumstanceId(name);
    }

    private static FineProposal proposed(FineRange range, Map<CircumstanceId, String> found) {
        return DISCRETION.propose(range, DAY, found).match(proposed -> proposed.proposal(), none -> {
            throw new AssertionError(none.toString());
        });
    }

    private static String text(FineAnswer answer) {
        return answer.match(
                proposed -> proposed.proposal().amount().toString(), none -> none.reason() + " " + none.detail());
    }
}
