package io.stackwatch.core.enforcement;

import io.stackwatch.core.enforcement.StepDecision.Taken;
import io.stackwatch.core.penalty.DailyRound;
import io.stackwatch.core.penalty.Yuan;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks a strand on every way that {@link StepRule} lets it go, from a file on, until each row was taken or no way is left. */
final class CaseWalk {

    private static final int[] DAYS = {1, 20, 200};
    private static final List<String> LAWS = List.of(
            "code-1107", "code-1060", "decree-30-5", "code-1107-closure", "liaocheng-13", "liaocheng-13-approvals");

    private final StepRule rule = new StepRule(CaseStory.PROCESS, CaseStory.TERMS);
    private final CaseMoney money = new CaseMoney(CaseStory.TERMS);
    private final Set<ProcessRow> taken = new LinkedHashSet<>();
    private final Map<Stage, CaseFile> reached = new EnumMap<>(Stage.class);
    private final Strand strand;

    private CaseWalk(Strand strand) {
        this.strand = strand;
    }

    /** Walks the strand of some files. */
    static CaseWalk of(Strand strand, CaseFile... from) {
        CaseWalk walk = new CaseWalk(strand);
        for (CaseFile file : from) {
            walk.from(file);
        }
        return walk;
    }

    /** The rows that were taken. */
    Set<ProcessRow> taken() {
        return taken;
    }

    /** For each state that was reached, a file that stands there. */
    Map<Stage, CaseFile> reached() {
        return reached;
    }

    private void from(CaseFile start) {
        Set<String> seen = new HashSet<>();
        Deque<CaseFile> next = new ArrayDeque<>();
        next.add(start);
        while (!next.isEmpty()
                && taken.size() < CaseStory.PROCESS.rows(strand.procedure()).size()) {
            CaseFile file = next.remove();
            for (Taken step : steps(file)) {
                taken.add(step.row());
                reached.putIfAbsent(step.row().to(), step.after());
                if (seen.add(key(step))) {
                    next.add(step.after());
                }
            }
        }
    }

    /** Ways that took the same row and differ in nothing that a choice looks at are gone on from once. */
    private String key(Taken step) {
        StrandFile after = step.after().strand(strand);
        boolean appealed = after.last(ActKind.RECONSIDERATION_UPHELD).isPresent();
        boolean extended = after.last(ActKind.DECISION_EXTENDED).isPresent();
        boolean preserved = after.last(ActKind.EVIDENCE_PRESERVED).isPresent();
        boolean large = after.fine().filter(Yuan.of(500_000)::atLeast).isEmpty();
        boolean restriction = after.last(ActKind.RESTRICTION_PROPOSED).isPresent();
        List<String> laws = after.steps().stream()
                .map(StrandFile.Taken::act)
                .filter(act -> act.kind() == ActKind.LAW_CONFIRMED)
                .map(act -> act.match(new CaseAct.Cases<>(
                        no -> "", issued -> issued.number(), no -> "", no -> "", no -> "", no -> "", no -> "")))
                .distinct()
                .toList();
        return step.row() + " " + appealed + extended + preserved + large + restriction + (laws.size() < 3 ? laws : "");
    }

    private List<Taken> steps(CaseFile file) {
        List<Taken> steps = new ArrayList<>();
        StrandFile now = file.strand(strand);
        for (ActKind kind : ActKind.values()) {
            if (!CaseStory.PROCESS.knows(now, kind)) {
                continue;
            }
            for (CaseAct act : acts(file, kind)) {
                rule.decide(file, act)
                        .match(step -> Optional.of(step), refused -> Optional.<Taken>empty())
                        .ifPresent(steps::add);
            }
        }
        return steps;
    }

    private List<CaseAct> acts(CaseFile file, ActKind kind) {
        LocalDate last = file.lastAct().map(CaseAct::day).orElse(LocalDate.parse("2026-10-08"));
        List<CaseAct> acts = new ArrayList<>();
        for (int days : DAYS) {
            for (Map<String, String> given : contents(file, kind)) {
                acts.add(CaseStory.act(strand, kind, last.plusDays(days), given));
            }
        }
        return acts;
    }

    private List<Map<String, String>> contents(CaseFile file, ActKind kind) {
        return switch (kind) {
            case CASE_REVIEWED, NOTICE_ISSUED, DECIDED -> amounts(file);
            case SURCHARGE_CONFIRMED -> List.of(Map.of("amount", "0.01"));
            case PAID -> List.of(Map.of("amount", "1"), Map.of("amount", "90000000"));
            case LAW_CONFIRMED -> LAWS.stream().map(id -> Map.of("number", id)).toList();
            case RECHECKED, INSPECTED, FOLLOWED_UP, CLOSURE_VERIFIED, VERIFIED ->
                List.of(
                        Map.of("found", "CORRECTED"),
                        Map.of("found", "OBSTRUCTED"),
                        Map.of("found", "GOOD"),
                        Map.of("found", "BAD"));
            case TOOK_OVER, MERGED_INTO, SPLIT_OFF -> List.of(Map.of(), Map.of("by", "zhao"));
            default -> List.of(Map.of());
        };
    }

    private List<Map<String, String>> amounts(CaseFile file) {
        if (strand.procedure() != Procedure.DAILY_PENALTY) {
            return List.of(Map.of("amount", "200000"), Map.of("amount", "600000"));
        }
        return money.round(file, strand.number()).map(DailyRound::amount).stream()
                .map(amount -> Map.of("amount", amount.toString()))
                .toList();
    }
}
