package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.gateway.casework.ActAnswer;
import io.stackwatch.gateway.casework.CaseTables;
import io.stackwatch.gateway.casework.OpenOrder;
import io.stackwatch.gateway.casework.StoredCasework;
import io.stackwatch.gateway.casework.Who;
import io.stackwatch.gateway.evidence.ActsOfCase;
import io.stackwatch.gateway.evidence.EvidencePackage;
import io.stackwatch.gateway.evidence.ExceedingCity;
import io.stackwatch.gateway.examination.Examination;
import io.stackwatch.gateway.marking.ProofShelf;
import io.stackwatch.gateway.records.PersonRecords;
import io.stackwatch.gateway.records.PersonRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiledActsTest {

    private static final Who LI = new Who(new PersonId("li"), Role.OFFICER);

    @TempDir
    private Path folder;

    private ExceedingCity city;

    @BeforeEach
    void open() {
        city = new ExceedingCity(folder);
    }

    @AfterEach
    void close() {
        city.close();
    }

    private void fileIsOpened(CaseId candidate) {
        city.store().write(handle -> {
            PersonRecords.save(
                    handle,
                    new PersonRow(
                            LI.id(),
                            LI.role(),
                            "李某",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of("15-0001"),
                            new Effective(Instant.parse("2020-01-01T00:00:00Z"), Optional.empty())));
            return LI;
        });
        Clock clock = Clock.fixed(Instant.parse("2026-11-26T01:30:00Z"), ZoneOffset.UTC);
        ActAnswer answer = new StoredCasework(
                        city.store(),
                        city::registry,
                        CaseTables.load(),
                        new ProofShelf(folder.resolve("proofs"), 1_000),
                        clock)
                .open(new OpenOrder.OfCandidate(candidate, false, false, LI, "超标属实"));
        assertTrue(answer.<Boolean>match(kept -> true, refused -> false, refused -> false), answer::toString);
    }

    @Test
    void aCaseWithoutAFileHasNoCourse() {
        assertEquals(Optional.empty(), new FiledActs(city.store()).of(city.candidate()));
    }

    @Test
    void thePackageOfAFiledCaseCarriesItsActsAndAnAuditTrailThatFits() {
        fileIsOpened(city.candidate());
        ActsOfCase acts = new FiledActs(city.store());
        ActsOfCase.Course course = acts.of(city.candidate()).orElseThrow();
        assertEquals(
                List.of("CANDIDATE_OPENED machine (MACHINE)"),
                course.acts().stream().map(act -> act.kind() + " " + act.by()).toList());
        assertEquals(
                List.of("FILE_OPENED li 超标属实", "CANDIDATE_OPENED machine"),
                course.trail().stream()
                        .map(line -> line.actor().equals("li")
                                ? line.act() + " li " + line.reason()
                                : line.act() + " " + line.actor())
                        .toList());
        EvidencePackage made = city.made(acts);
        Examination.Report report = Examination.of(made.bytes());
        assertTrue(report.isIntact(), report::toString);
    }

    @Test
    void aReasonThatSomebodyChangesInTheStoreDoesNotPassTheExamination() {
        fileIsOpened(city.candidate());
        city.store()
                .write(handle -> handle.execute("UPDATE audit_trail SET reason = ? WHERE reason = ?", "超标不属实", "超标属实"));
        byte[] made = city.made(new FiledActs(city.store())).bytes();
        assertTrue(new String(made, StandardCharsets.UTF_8).contains("超标不属实"));
        Examination.Report report = Examination.of(made);
        assertTrue(
                report.findings().stream().anyMatch(found -> found.file().equals("case/trail.csv")), report::toString);
    }
}
