package io.stackwatch.gateway.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.ActHeader;
import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.Actor;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.CaseHour;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.enforcement.CheckResult;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.enforcement.Regrouping;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The columns of an act are the same for ever: what is stored today is read by every later version, and has the same digest. */
final class CaseActColumnsTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "case-act-columns.txt");
    private static final Instant AT = Instant.parse("2026-11-25T02:03:04.005Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    @TempDir
    private Path folder;

    /** Every kind once, by name, so that a new one moves no other; with every way of naming people. */
    private static List<CaseAct> acts() {
        Actor li = new Actor(
                new PersonId("李明"), Role.OFFICER, Optional.of(new RegionCode("371524")), Optional.empty(), true);
        Actor firm = new Actor(
                new PersonId("firm"), Role.ENTERPRISE, Optional.empty(), Optional.of(new EnterpriseId("E1")), false);
        List<CaseAct> acts = new ArrayList<>();
        for (ActKind kind : Arrays.stream(ActKind.values())
                .sorted(Comparator.comparing(Enum::name))
                .toList()) {
            int length = kind.name().length();
            boolean even = length % 2 == 0;
            ActHeader header = new ActHeader(
                    Strand.parse(even ? "PENALTY-1" : "ORDER-12"),
                    even ? li : firm,
                    even ? Optional.of(Actor.ofCity("wang", Role.OFFICER)) : Optional.empty(),
                    AT.plusSeconds(length),
                    even ? "一=二\n三" : "so it is");
            acts.add(
                    switch (kind.shape()) {
                        case STEP -> new CaseAct.Step(header, kind);
                        case ISSUED ->
                            new CaseAct.Issued(
                                    header,
                                    kind,
                                    DAY,
                                    "聊环罚〔2026〕12号",
                                    even ? Optional.of(Yuan.of("200000.05")) : Optional.empty());
                        case SERVICE -> new CaseAct.Served(header, kind, DAY, "回证 7");
                        case DATED -> new CaseAct.Dated(header, kind, DAY);
                        case CHECKED ->
                            new CaseAct.Checked(
                                    header, kind, DAY, even ? CheckResult.GOOD : CheckResult.STILL_VIOLATING);
                        case PAYMENT -> new CaseAct.Paid(header, DAY, Yuan.of("0.01"));
                        case REGROUPED -> new CaseAct.Regrouped(header, kind, moved(even));
                    });
        }
        return acts;
    }

    private static Regrouping moved(boolean handled) {
        CaseId candidate = new CaseId("0123456789abcdef".repeat(2));
        return new Regrouping(
                new CaseFileId(candidate + ".1"),
                List.of(
                        new CaseHour(candidate, new FactorCode("a21026"), Instant.parse("2026-11-23T16:00:00Z")),
                        new CaseHour(candidate, new FactorCode("a34013"), Instant.parse("2026-11-23T16:00:00Z"))),
                Instant.parse("2026-11-23T16:00:00Z"),
                Instant.parse("2026-11-23T17:00:00Z"),
                handled ? Set.of(new PersonId("wang"), new PersonId("李明")) : Set.of());
    }

    @Test
    void theTextOfEveryKindIsTheRecordedOne() throws IOException {
        StringBuilder text = new StringBuilder();
        acts().forEach(act -> text.append(CaseActColumns.text(act)).append("--\n"));
        if (Boolean.getBoolean("stackwatch.regenerate") && !Files.exists(GOLDEN)) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, text);
        }
        assertEquals(Files.readString(GOLDEN), text.toString());
    }

    @Test
    void whatWasWrittenIsReadAsItWas() {
        CaseFileId file = new CaseFileId("one");
        try (RecordStore store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")))) {
            List<CaseAct> acts = acts();
            store.write(handle -> {
                int place = 0;
                for (CaseAct act : acts) {
                    CaseActRecords.add(handle, file, ++place, act, place);
                }
                return place;
            });
            assertEquals(
                    acts,
                    store.read(handle -> CaseActRecords.of(handle, file)).stream()
                            .map(CaseActRow::act)
                            .toList());
        }
    }
}
