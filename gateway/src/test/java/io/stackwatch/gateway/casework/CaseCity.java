package io.stackwatch.gateway.casework;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.enforcement.CheckResult;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.limit.LimitScope;
import io.stackwatch.core.limit.LimitSource;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.IndustryCode;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.StandardCategory;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.gateway.marking.ProofShelf;
import io.stackwatch.gateway.records.PersonRecords;
import io.stackwatch.gateway.records.PersonRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.RegistryRecords;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A city with two enterprises in two counties, people of every role, candidate cases, and a clock that is set by hand. li, wang and chen are
 * officers of the city, zhao its head, sun reviews the law, qian hosts hearings; hu is an officer of 371524, far of 371525; firm acts for E1,
 * rival for E2, ma for the county 371524.
 */
public final class CaseCity {

    static final CaseTables TABLES = CaseTables.load();
    private static final BigDecimal ALLOWED = new BigDecimal("35");
    private static final List<Fraction> FIGURES =
            List.of(Fraction.of(new BigDecimal("38.6")), Fraction.of(new BigDecimal("51.2")));
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    public final RecordStore store;
    public final HandClock clock = new HandClock("2026-10-09T10:00");
    public final StoredCasework desk;
    private final RegistrySnapshot registry;

    private CaseCity(RecordStore store, Path shelf) {
        this.store = store;
        RegisteredFacts facts = facts();
        this.registry = RegistrySnapshot.of(facts, List.of(limit()));
        store.write(handle -> {
            RegistryRecords.save(handle, facts);
            people().forEach(person -> PersonRecords.save(handle, person));
            return true;
        });
        this.desk = new StoredCasework(store, () -> registry, TABLES, new ProofShelf(shelf, 1_000), clock);
    }

    /** In an empty store. */
    public static CaseCity in(RecordStore store, Path shelf) {
        return new CaseCity(store, shelf);
    }

    /** The desk of its documents, with those heads. */
    public StoredDocuments documents(String letterheads) {
        return new StoredDocuments(
                store, () -> registry, TABLES, () -> Letterheads.parse(letterheads), factor -> "二氧化硫", clock);
    }

    /** The head of the city's documents, from 2026-01-01 on. */
    public static final String HEADS =
            """
            authority,region,address,phone,person,bank,account,reconsideration,court,enforcing_court,from,until,source,mark
            聊城市生态环境局,,某某路2号,0635-0000000,某某,某某银行,0000 0000,聊城市人民政府,某某区人民法院,某某区人民法院,2026-01-01,,made up,DESIGN
            """;

    /** A second desk over the same store, as after a restart. */
    StoredCasework restarted() {
        return new StoredCasework(store, () -> registry, TABLES, new ProofShelf(Path.of("nowhere"), 1_000), clock);
    }

    /** Set by hand. */
    public static final class HandClock extends Clock {

        private Instant now;

        HandClock(String local) {
            set(local);
        }

        /** Sets it to a moment of legal time. */
        public void set(String local) {
            now = java.time.LocalDateTime.parse(local).atZone(LegalTime.ZONE).toInstant();
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** Who somebody of the cast is by his usual role. */
    public static Who who(String name) {
        Role role =
                switch (name) {
                    case "li", "wang", "chen", "hu", "far", "novice" -> Role.OFFICER;
                    case "zhao" -> Role.HEAD;
                    case "sun" -> Role.LEGAL_REVIEWER;
                    case "qian" -> Role.REVIEWER;
                    case "firm", "rival" -> Role.ENTERPRISE;
                    case "ma" -> Role.COUNTY;
                    default -> Role.AUDITOR;
                };
        return new Who(new PersonId(name), role);
    }

    private static List<PersonRow> people() {
        List<PersonRow> people = new ArrayList<>();
        for (String name :
                List.of("li", "wang", "chen", "hu", "far", "novice", "zhao", "sun", "qian", "firm", "rival", "ma")) {
            Who who = who(name);
            Optional<RegionCode> region =
                    switch (name) {
                        case "hu", "ma" -> Optional.of(new RegionCode("371524"));
                        case "far" -> Optional.of(new RegionCode("371525"));
                        default -> Optional.empty();
                    };
            Optional<EnterpriseId> firm =
                    switch (name) {
                        case "firm" -> Optional.of(new EnterpriseId("E1"));
                        case "rival" -> Optional.of(new EnterpriseId("E2"));
                        default -> Optional.empty();
                    };
            Optional<String> certificate =
                    who.role() == Role.OFFICER && !name.equals("novice") ? Optional.of("15-" + name) : Optional.empty();
            people.add(new PersonRow(
                    who.id(),
                    who.role(),
                    "人-" + name,
                    region,
                    firm,
                    certificate,
                    new Effective(LONG_AGO, Optional.empty())));
        }
        return people;
    }

    /** Puts a candidate case of an outlet of E1 or E2 on a day into the store, opened on the next day at noon and a half. */
    public CaseId candidate(String outlet, String day) {
        return candidate(outlet, "a21026", day);
    }

    /** The same of another factor. */
    public CaseId candidate(String outlet, String code, String day) {
        FactorCode factor = new FactorCode(code);
        LocalDate date = LocalDate.parse(day);
        CaseId id = CaseId.of(new OutletId(outlet), factor, date);
        store.write(handle -> {
            handle.execute(
                    """
                    INSERT INTO candidate_case (id, outlet, factor, day, opened_at, limits, violation_basis, violation_text,
                      opening_basis, opening_text, findings) VALUES (?, ?, ?, ?, ?, 'L1', 'code-1107', 'x', 'code-1107', 'x', '')""",
                    id.value(),
                    outlet,
                    factor.value(),
                    day,
                    date.plusDays(1)
                            .atTime(9, 0)
                            .atZone(LegalTime.ZONE)
                            .toInstant()
                            .toEpochMilli());
            for (int hour = 8; hour < 10; hour++) {
                long start = date.atTime(LocalTime.of(hour, 0))
                        .atZone(LegalTime.ZONE)
                        .toInstant()
                        .toEpochMilli();
                handle.execute(
                        """
                        INSERT INTO hour_verdict (outlet, hour_start, factor, version, outcome, detail, findings, value, ratio,
                          limit_id, limit_mg_m3, reference_o2, oxygen, report_version, known_at, evidence)
                        VALUES (?, ?, ?, 1, 'EXCEEDS', '', '', ?, ?, 'L1', '35', '9', '10.2', 1, ?, '')""",
                        outlet,
                        start,
                        factor.value(),
                        FIGURES.get(hour - 8).toString(),
                        FIGURES.get(hour - 8).excessOver(ALLOWED).toString(),
                        start);
                handle.execute(
                        "INSERT INTO case_hour (case_id, hour_start, verdict_version) VALUES (?, ?, 1)",
                        id.value(),
                        start);
            }
            return true;
        });
        return id;
    }

    /** A file of E1 that li has opened on a candidate of that day. */
    public CaseFileId opened(String day) {
        return opened("DA001", day);
    }

    /** A file of an outlet that li has opened on a candidate of that day. */
    public CaseFileId opened(String outlet, String day) {
        return opened(candidate(outlet, day));
    }

    /** A file of a candidate that li has opened. */
    public CaseFileId opened(CaseId candidate) {
        return kept(desk.open(new OpenOrder.OfCandidate(candidate, false, false, who("li"), "超标属实")))
                .file();
    }

    static ActAnswer.Kept kept(ActAnswer answer) {
        return answer.match(
                done -> done,
                refused -> {
                    throw new AssertionError(refused.why().message());
                },
                refused -> {
                    throw new AssertionError(refused.reason() + ": " + refused.detail());
                });
    }

    /** An order from one line: {@code [strand] KIND who [key=value ...]} with the keys second, day, amount, number, found, proof. */
    static ActOrder order(CaseFileId file, String line) {
        List<String> words = new ArrayList<>(List.of(line.strip().split(" +", -1)));
        Strand strand = Strand.parse(words.get(0).contains("-") ? words.remove(0) : "PENALTY-1");
        ActKind kind = ActKind.valueOf(words.get(0));
        Map<String, String> given = new HashMap<>();
        for (String word : words.subList(2, words.size())) {
            given.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
        }
        return new ActOrder(
                file,
                strand,
                kind,
                who(words.get(1)),
                Optional.ofNullable(given.get("second")).map(CaseCity::who),
                "as the file shows",
                new ActOrder.Carries(
                        Optional.ofNullable(given.get("day")).map(LocalDate::parse),
                        Optional.ofNullable(given.get("number")),
                        Optional.ofNullable(given.get("amount")).map(Yuan::of),
                        Optional.ofNullable(given.get("found")).map(CheckResult::valueOf),
                        Optional.ofNullable(given.get("proof"))),
                Map.of(),
                List.of());
    }

    /** Does what lines say, {@code 2026-10-09T10:00 line} each; nothing may be refused. */
    public void tell(CaseFileId file, String story) {
        for (String line : story.split("\n", -1)) {
            if (!line.isBlank()) {
                int blank = line.strip().indexOf(' ');
                clock.set(line.strip().substring(0, blank));
                kept(desk.act(order(file, line.strip().substring(blank + 1))));
            }
        }
    }

    /** From the review of the data to a fine of 200 000 that is served. */
    public static final String FINE =
            """
            2026-10-09T14:00 DATA_REVIEWED li second=wang
            2026-10-09T14:01 INFORMED li
            2026-10-09T15:00 FILED zhao
            2026-10-10T09:00 INVESTIGATED li second=wang
            2026-10-12T09:00 CASE_REVIEWED li amount=200000
            2026-10-12T10:00 NOTICE_ISSUED li amount=200000
            2026-10-12T11:00 NOTICE_SERVED li proof=回证1
            2026-10-20T09:00 LEGAL_REVIEWED sun
            2026-10-20T10:00 DECIDED zhao amount=200000
            2026-10-21T09:00 DECISION_SERVED li proof=回证2
            """;

    private static Limit limit() {
        return new Limit(
                new LimitId("L1"),
                new LimitScope.OfOutlet(new OutletId("DA001")),
                new FactorCode("a21026"),
                new Concentration(ALLOWED),
                Optional.of(new OxygenContent(new BigDecimal("9"))),
                Averaging.HOUR,
                LimitSource.LOCAL_STANDARD,
                "DB37/2374-2018",
                "重点控制区",
                Effective.ALWAYS,
                Verification.SECONDARY);
    }

    private static RegisteredFacts facts() {
        List<Outlet> outlets = new ArrayList<>();
        for (String id : List.of("DA001", "DA002")) {
            outlets.add(new Outlet(
                    new OutletId(id),
                    new EnterpriseId(id.equals("DA001") ? "E1" : "E2"),
                    id + " 锅炉",
                    new IndustryCode("D4430"),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(new StandardCategory("GB13271-2014.01")),
                    MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED,
                    Effective.ALWAYS));
        }
        return new RegisteredFacts(
                new RegistryRows(
                        List.of(),
                        List.of(
                                new Enterprise(
                                        new EnterpriseId("E1"), "示例热电厂", new RegionCode("371524"), Effective.ALWAYS),
                                new Enterprise(
                                        new EnterpriseId("E2"), "另一水泥厂", new RegionCode("371525"), Effective.ALWAYS)),
                        outlets,
                        List.of(),
                        List.of(),
                        List.of()),
                List.of(),
                List.of(),
                List.of());
    }
}
