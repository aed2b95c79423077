package io.stackwatch.core.enforcement;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Acts of a case from one line of text, with a cast of people by name. A line is {@code [strand] KIND day [key=value ...]}, with the keys
 * amount, number, found, by, second, at and because; what is left out is what the cast would do.
 */
final class CaseStory {

    static final CaseProcess PROCESS = CaseProcess.load();
    static final CaseTerms TERMS = CaseTerms.load();
    static final RegionCode COUNTY = new RegionCode("371524");
    static final EnterpriseId FIRM = new EnterpriseId("E1");
    private static final List<Role> FIRST_TO_ASK = List.of(
            Role.OFFICER, Role.REVIEWER, Role.LEGAL_REVIEWER, Role.HEAD, Role.ENTERPRISE, Role.COUNTY, Role.MACHINE);

    private CaseStory() {}

    /** An exceedance of a standard on one day. */
    static FileSubject violation(String day) {
        return violation(Matter.EXCEEDING_STANDARD, day, day, false);
    }

    static FileSubject violation(Matter matter, String begun, String ended, boolean livelihood) {
        CaseId candidate = CaseId.of(new OutletId("DA001"), new FactorCode("a21026"), LocalDate.parse(begun));
        return new FileSubject.Violation(candidate, FIRM, COUNTY, matter, noon(begun), noon(ended), livelihood, false);
    }

    /** An exceedance of a standard that did harm. */
    static FileSubject harmful(String day) {
        return violation(day)
                .match(
                        plain -> new FileSubject.Violation(
                                plain.candidate(),
                                plain.enterprise(),
                                plain.region(),
                                plain.matter(),
                                plain.begun(),
                                plain.ended(),
                                false,
                                true),
                        county -> county);
    }

    static FileSubject county(String month) {
        return new FileSubject.County(COUNTY, YearMonth.parse(month));
    }

    static Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(LegalTime.ZONE).toInstant();
    }

    /** The cast: li, wang, chen are officers of the city, zhao its head, sun reviews the law, qian data and hearings. */
    static Actor named(String name) {
        return switch (name) {
            case "machine" -> Actor.MACHINE;
            case "li", "wang", "chen" -> Actor.ofCity(name, Role.OFFICER);
            case "zhao" -> Actor.ofCity(name, Role.HEAD);
            case "sun" -> Actor.ofCity(name, Role.LEGAL_REVIEWER);
            case "qian" -> Actor.ofCity(name, Role.REVIEWER);
            case "firm" -> firm("E1");
            case "rival" -> firm("E2");
            case "ma" -> ofCounty("ma", Role.COUNTY, "371524", false);
            case "hu" -> ofCounty("hu", Role.OFFICER, "371524", true);
            case "far" -> ofCounty("far", Role.OFFICER, "371525", true);
            case "novice" -> ofCounty("novice", Role.OFFICER, "371524", false);
            case "auditor" -> Actor.ofCity(name, Role.AUDITOR);
            case "admin" -> Actor.ofCity(name, Role.ADMINISTRATOR);
            case "li-as-head" -> new Actor(new PersonId("li"), Role.HEAD, Optional.empty(), Optional.empty(), false);
            case "li-as-host" ->
                new Actor(new PersonId(" Ｌi "), Role.REVIEWER, Optional.empty(), Optional.empty(), false);
            case "li-as-jurist" ->
                new Actor(new PersonId("LI"), Role.LEGAL_REVIEWER, Optional.empty(), Optional.empty(), false);
            default -> throw new IllegalArgumentException("nobody of the cast: " + name);
        };
    }

    private static Actor firm(String enterprise) {
        return new Actor(
                new PersonId("firm-" + enterprise),
                Role.ENTERPRISE,
                Optional.empty(),
                Optional.of(new EnterpriseId(enterprise)),
                false);
    }

    private static Actor ofCounty(String name, Role role, String region, boolean certified) {
        return new Actor(new PersonId(name), role, Optional.of(new RegionCode(region)), Optional.empty(), certified);
    }

    private static String usual(Procedure procedure, ActKind kind) {
        Role role = PROCESS.rows().stream()
                .filter(row -> row.event() == kind)
                .min(Comparator.comparing(row -> row.procedure() != procedure))
                .flatMap(
                        row -> FIRST_TO_ASK.stream().filter(row.who()::contains).findFirst())
                .orElseThrow(() -> new IllegalArgumentException("nobody does " + kind));
        return switch (role) {
            case OFFICER -> "li";
            case REVIEWER -> "qian";
            case LEGAL_REVIEWER -> "sun";
            case HEAD -> "zhao";
            case ENTERPRISE -> "firm";
            case COUNTY -> "ma";
            case MACHINE, AUDITOR, ADMINISTRATOR -> "machine";
        };
    }

    /** An hour of another file, from noon on. */
    static Regrouping moved(String day) {
        CaseId candidate = CaseId.of(new OutletId("DA001"), new FactorCode("a21002"), LocalDate.parse(day));
        return new Regrouping(
                CaseFileId.of(candidate),
                List.of(new CaseHour(candidate, new FactorCode("a21002"), noon(day))),
                noon(day),
                noon(day),
                Set.of());
    }

    /** One act. */
    static CaseAct act(Strand strand, ActKind kind, LocalDate day, Map<String, String> given) {
        Actor by = named(given.getOrDefault("by", usual(strand.procedure(), kind)));
        String second = given.getOrDefault("second", by.role() == Role.OFFICER ? "wang" : "-");
        LocalDate entered = LocalDate.parse(given.getOrDefault("at", day.toString()));
        ActHeader header = new ActHeader(
                strand,
                by,
                second.equals("-") ? Optional.empty() : Optional.of(named(second)),
                entered.atTime(10, 0).atZone(LegalTime.ZONE).toInstant(),
                given.getOrDefault("because", "as the file shows"));
        Optional<Yuan> amount = Optional.ofNullable(given.get("amount")).map(Yuan::of);
        return switch (kind.shape()) {
            case STEP -> new CaseAct.Step(header, kind);
            case ISSUED -> new CaseAct.Issued(header, kind, day, given.getOrDefault("number", "聊环 1"), amount);
            case SERVICE -> new CaseAct.Served(header, kind, day, given.getOrDefault("number", "receipt 1"));
            case DATED -> new CaseAct.Dated(header, kind, day);
            case CHECKED ->
                new CaseAct.Checked(header, kind, day, CheckResult.valueOf(given.getOrDefault("found", "GOOD")));
            case PAYMENT -> new CaseAct.Paid(header, day, amount.orElse(Yuan.ZERO));
            case REGROUPED -> new CaseAct.Regrouped(header, kind, moved("2026-10-08"));
        };
    }

    /** The acts of a text, one a line or divided by semicolons; a strand that is not named is that of the act before. */
    static List<CaseAct> acts(String text) {
        List<CaseAct> acts = new ArrayList<>();
        Strand strand = new Strand(Procedure.PENALTY, 1);
        for (String line : text.split("[;\n]", -1)) {
            if (line.isBlank()) {
                continue;
            }
            List<String> words = new ArrayList<>(List.of(line.strip().split(" +", -1)));
            if (words.get(0).contains("-")) {
                strand = Strand.parse(words.remove(0));
            }
            Map<String, String> given = new HashMap<>();
            for (String option : words.subList(2, words.size())) {
                int equals = option.indexOf('=');
                given.put(option.substring(0, equals), option.substring(equals + 1));
            }
            acts.add(act(strand, ActKind.valueOf(words.get(0)), LocalDate.parse(words.get(1)), given));
        }
        return acts;
    }

    /** What becomes of a story: each act is decided; the first that is refused ends it. */
    static StepDecision tell(FileSubject subject, String text) {
        CaseFile file = CaseFile.about(subject);
        StepRule rule = new StepRule(PROCESS, TERMS);
        StepDecision decision = null;
        for (CaseAct act : acts(text)) {
            decision = rule.decide(file, act);
            Optional<CaseFile> after = decision.match(taken -> Optional.of(taken.after()), refused -> Optional.empty());
            if (after.isEmpty()) {
                return decision;
            }
            file = after.get();
        }
        if (decision == null) {
            throw new IllegalArgumentException("a story without an act");
        }
        return decision;
    }

    /** The file of a story in which nothing is refused. */
    static CaseFile file(FileSubject subject, String text) {
        return tell(subject, text).match(taken -> taken.after(), refused -> {
            throw new AssertionError(refused.message());
        });
    }

    /** A fine of 200 000 for an exceedance of 2026-10-08, up to a stage. */
    static String penalty(ActKind upTo) {
        StringBuilder text = new StringBuilder();
        for (String line : FINE.split(";", -1)) {
            text.append(line).append(';');
            if (line.strip().startsWith(upTo.name() + " ")) {
                return text.toString();
            }
        }
        throw new IllegalArgumentException("the usual fine has no " + upTo);
    }

    static final String FINE = "CANDIDATE_OPENED 2026-10-09; DATA_REVIEWED 2026-10-09; INFORMED 2026-10-09;"
            + " FILED 2026-10-09 number=立案1; INVESTIGATED 2026-10-10; CASE_REVIEWED 2026-10-12 amount=200000;"
            + " NOTICE_ISSUED 2026-10-12 amount=200000; NOTICE_SERVED 2026-10-12; LEGAL_REVIEWED 2026-10-20;"
            + " DECIDED 2026-10-20 amount=200000; DECISION_SERVED 2026-10-21;";
}
