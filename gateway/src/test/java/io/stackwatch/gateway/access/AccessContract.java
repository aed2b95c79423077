package io.stackwatch.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.access.About;
import io.stackwatch.core.access.Subject;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.marking.Exemption;
import io.stackwatch.core.marking.MarkEvent;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.casework.CaseCity;
import io.stackwatch.gateway.journal.MemoryJournal;
import io.stackwatch.gateway.records.AccountRecords;
import io.stackwatch.gateway.records.AccountRow;
import io.stackwatch.gateway.records.ExemptionRecords;
import io.stackwatch.gateway.records.MarkFindingRecords;
import io.stackwatch.gateway.records.MarkQuery;
import io.stackwatch.gateway.records.MarkRecords;
import io.stackwatch.gateway.records.OwnedBy;
import io.stackwatch.gateway.records.PersonRecords;
import io.stackwatch.gateway.records.PersonRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.SessionRecords;
import io.stackwatch.gateway.records.SessionRow;
import io.stackwatch.gateway.records.SqlRecordsView;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.registry.LiveRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts, sessions, cut lists and whom things are about, whichever database is under them. */
abstract class AccessContract {

    private static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");
    private static final PersonId LI = new PersonId("li");
    private static final OwnedBy SHEN = new OwnedBy(Optional.of(new RegionCode("371524")), Optional.empty());
    private static final OwnedBy RIVAL = new OwnedBy(Optional.empty(), Optional.of(new EnterpriseId("E2")));

    @TempDir
    private Path proofs;

    private RecordStore store;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        store = RecordStore.open(fresh());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anAccountIsKeptAndChangedAndHidesItsHash() {
        AccountRow made = new AccountRow(LI, "hash one", true, NOW, "root", NOW, Optional.empty());
        save(made);
        assertEquals(Optional.of(made), store.read(handle -> AccountRecords.find(handle, LI)));
        AccountRow changed =
                made.withHash("hash two", false, NOW.plusSeconds(9)).barred(Optional.of(NOW));
        save(changed);
        assertEquals(List.of(changed), store.read(AccountRecords::all));
        assertFalse(changed.toString().contains("hash two"));
    }

    @Test
    void wrongPasswordsAreRememberedInOrderUntilTheyAreForgotten() {
        for (int i = 0; i < 3; i++) {
            Instant at = NOW.plusSeconds(60L * i);
            store.write(handle -> {
                AccountRecords.failed(handle, "a", at, "10.0.0.1", NOW.minusSeconds(60));
                AccountRecords.failed(handle, "b", at, "10.0.0.1", NOW.minusSeconds(60));
                return true;
            });
        }
        assertEquals(
                List.of(NOW.plusSeconds(60), NOW.plusSeconds(120)),
                store.read(handle -> AccountRecords.failures(handle, "a", NOW)));
        store.write(handle -> {
            AccountRecords.failed(handle, "b", NOW.plusSeconds(180), "10.0.0.1", NOW.plusSeconds(120));
            AccountRecords.forget(handle, "b");
            return true;
        });
        assertEquals(List.of(NOW.plusSeconds(120)), store.read(handle -> AccountRecords.failures(handle, "a", NOW)));
        assertEquals(List.of(), store.read(handle -> AccountRecords.failures(handle, "b", Instant.EPOCH)));
    }

    @Test
    void aSessionIsSeenAndEndsOnceForOneReason() {
        SessionRow session = session("t1", "A".repeat(300));
        store.write(handle -> {
            SessionRecords.add(handle, session, NOW.minusSeconds(60));
            SessionRecords.add(handle, session("t2", "Firefox"), NOW.minusSeconds(60));
            SessionRecords.seen(handle, "t1", NOW.plusSeconds(90));
            SessionRecords.seen(handle, "t1", NOW.plusSeconds(30));
            return true;
        });
        SessionRow found = find("t1").orElseThrow();
        assertEquals(NOW.plusSeconds(90), found.seenAt());
        assertEquals(200, found.agent().length());
        assertTrue(found.holdsAt(NOW.plusSeconds(90 + 1_799)));
        assertFalse(found.holdsAt(NOW.plusSeconds(90 + 1_800)));
        assertTrue(end("t1", SessionRow.End.SIGNED_OUT));
        assertFalse(end("t1", SessionRow.End.REPLACED));
        assertEquals(
                Optional.of(SessionRow.End.SIGNED_OUT), find("t1").orElseThrow().endReason());
        assertFalse(find("t1").orElseThrow().holdsAt(NOW.plusSeconds(100)));
        int ended = store.write(
                handle -> SessionRecords.endAll(handle, LI, SessionRow.End.PASSWORD_RESET, NOW.plusSeconds(9)));
        assertEquals(1, ended);
        store.write(handle -> {
            SessionRecords.add(handle, session("t3", "-"), NOW.plus(Duration.ofDays(2)));
            return true;
        });
        assertEquals(Optional.empty(), find("t1"), "long expired ones are forgotten");
    }

    @Test
    void aPersonHasAllRolesOfAnInstantInTheirNewestVersions() {
        for (String text : List.of("OFFICER 0 -", "HEAD 0 500", "OFFICER 1000 -", "AUDITOR 2000 -")) {
            String[] words = text.split(" ", -1);
            Instant from = NOW.plusSeconds(Long.parseLong(words[1]));
            Optional<Instant> until =
                    words[2].equals("-") ? Optional.empty() : Optional.of(NOW.plusSeconds(Long.parseLong(words[2])));
            store.write(handle -> {
                PersonRecords.save(
                        handle,
                        new PersonRow(
                                LI,
                                Role.valueOf(words[0]),
                                text,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                new Effective(from, until)));
                return true;
            });
        }
        assertEquals(List.of(), names(-1));
        assertEquals(List.of("HEAD 0 500", "OFFICER 0 -"), names(0));
        assertEquals(List.of("OFFICER 0 -"), names(500));
        assertEquals(List.of("AUDITOR 2000 -", "OFFICER 1000 -"), names(2000));
    }

    @Test
    void whatAThingIsAboutIsFoundByItsOutletOrItsFile() {
        CaseCity city = CaseCity.in(store, proofs);
        String file = city.opened("DA002", "2026-10-08").value();
        marked();
        StoredSubjects subjects = new StoredSubjects(
                store, new LiveRegistry(store, city.clock)::snapshot, new MemoryJournal(), city.clock);
        Subject rival = new Subject(Optional.of(new RegionCode("371525")), Optional.of(new EnterpriseId("E2")));
        for (About about :
                List.of(About.OUTLET, About.ENTERPRISE, About.CASE, About.CASE_FILE, About.MARK, About.EXEMPTION)) {
            String id =
                    switch (about) {
                        case OUTLET -> "DA002";
                        case ENTERPRISE -> "E2";
                        case MARK -> "M-2";
                        case EXEMPTION -> "2";
                        default -> file;
                    };
            assertEquals(List.of(rival), subjects.of(about, id), about.toString());
            assertEquals(List.of(), subjects.of(about, "M-999"), about + " that is not there");
        }
        assertEquals(List.of(rival), subjects.of(About.PROOF, "2".repeat(64)));
        assertEquals(List.of(), subjects.of(About.PROOF, "9".repeat(64)));
        assertEquals(List.of(), subjects.of(About.EXEMPTION, "3"), "one for every outlet is the city's");
        for (About about : About.values()) {
            assertEquals(List.of(), subjects.of(about, ""), about + " without a name");
        }
    }

    @Test
    void listsAreCutInTheStore() {
        CaseCity city = CaseCity.in(store, proofs);
        city.candidate("DA001", "2026-10-08");
        city.candidate("DA002", "2026-10-08");
        marked();
        assertEquals("1", cut(SHEN));
        assertEquals("2", cut(RIVAL));
        assertEquals("", cut(new OwnedBy(SHEN.region(), RIVAL.enterprise())));
        assertEquals("2 1", cut(OwnedBy.ANYBODY));
        assertEquals(List.of(3L, 1L), exemptions(SHEN));
        assertEquals(List.of(3L, 2L), exemptions(RIVAL));
        SqlRecordsView view = new SqlRecordsView(
                store, () -> new LiveRegistry(store, city.clock).snapshot().registry());
        assertEquals(
                List.of("DA001"),
                view.cases(Optional.empty(), SHEN, Optional.empty(), 10).rows().stream()
                        .map(row -> row.outlet().value())
                        .toList());
        assertEquals(
                2, view.cases(Optional.empty(), Optional.empty(), 10).rows().size());
        assertEquals(
                List.of(),
                store.read(handle -> MarkFindingRecords.list(handle, Optional.empty(), SHEN, Optional.empty(), 10)));
    }

    /** A mark and an exemption of each outlet, and an exemption of all. */
    private void marked() {
        store.write(handle -> {
            for (int number = 1; number <= 2; number++) {
                String outlet = "DA00" + number;
                handle.execute("INSERT INTO mark (number, outlet) VALUES (?, ?)", number, outlet);
                handle.execute(
                        """
                        INSERT INTO mark_version (mark, version, kind, from_at, until_at, factors, reason, filed_at, filed_by,
                          explanation) VALUES (?, 1, 'STOP', 0, 3600000, '', 'why', 0, 'firm', '')""",
                        number);
                handle.execute(
                        "INSERT INTO mark_act VALUES (?, ?, 1, ?, 0, 'firm', 'why')",
                        number,
                        number,
                        MarkEvent.FILED_IN_TIME.name());
                handle.execute(
                        "INSERT INTO mark_proof VALUES (?, 1, 1, '照片', ?, 9)",
                        number,
                        String.valueOf(number).repeat(64));
                exemption(handle, number, outlet);
            }
            exemption(handle, 3, null);
            return true;
        });
    }

    private static void exemption(Handle handle, int number, @Nullable String outlet) {
        handle.execute(
                "INSERT INTO exemption VALUES (?, ?, ?, 0, 3600000, 'document', 0, 'zhao', 'why')",
                number,
                outlet,
                Exemption.Kind.POWER_CUT.name());
    }

    private String cut(OwnedBy owned) {
        MarkQuery query = new MarkQuery(Optional.empty(), owned, Optional.empty(), Optional.empty(), 9);
        return store.read(handle -> MarkRecords.list(handle, query)).stream()
                .map(mark -> mark.id().value().substring(2))
                .reduce((some, more) -> some + " " + more)
                .orElse("");
    }

    private List<Long> exemptions(OwnedBy owned) {
        return store.read(handle -> ExemptionRecords.list(handle, owned, Optional.empty(), 9)).stream()
                .map(one -> one.id())
                .toList();
    }

    private List<String> names(long second) {
        return store.read(handle -> PersonRecords.of(handle, LI, NOW.plusSeconds(second))).stream()
                .map(PersonRow::name)
                .toList();
    }

    private void save(AccountRow account) {
        store.write(handle -> {
            AccountRecords.save(handle, account);
            return true;
        });
    }

    private Optional<SessionRow> find(String token) {
        return store.read(handle -> SessionRecords.find(handle, token));
    }

    private boolean end(String token, SessionRow.End why) {
        return store.write(handle -> SessionRecords.end(handle, token, why, NOW.plusSeconds(9)));
    }

    private static SessionRow session(String token, String agent) {
        return new SessionRow(
                token,
                LI,
                "csrf",
                NOW,
                NOW,
                NOW.plus(Duration.ofHours(12)),
                Duration.ofMinutes(30),
                agent,
                "10.0.0.1",
                Optional.empty(),
                Optional.empty());
    }
}
