package io.stackwatch.gateway.casework;

import static io.stackwatch.gateway.casework.CaseCity.who;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.CaseHour;
import io.stackwatch.core.enforcement.FileSubject;
import io.stackwatch.core.enforcement.Stage;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.gateway.records.CaseDeadlineRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.records.TrailRow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two files become one, and one two, whichever database is under them; nothing that was done is lost. */
abstract class RegroupingContract {

    private static final Strand PENALTY = Strand.parse("PENALTY-1");
    private static final Instant EIGHT = Instant.parse("2026-10-08T00:00:00Z");

    @TempDir
    Path shelf;

    private RecordStore store;
    private CaseCity city;
    private StoredCasework desk;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        store = RecordStore.open(fresh());
        city = CaseCity.in(store, shelf);
        desk = city.desk;
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void twoFilesOfOneOutletBecomeOneThatIsAboutTheHoursOfBoth() {
        CaseFileId sulphur = city.opened("2026-10-08");
        CaseFileId dust = city.opened(city.candidate("DA001", "a34013", "2026-10-08"));
        city.clock.set("2026-10-09T12:00");
        assertEquals(sulphur, CaseCity.kept(merge(sulphur, dust)).file());

        CaseDossier stays = dossier(sulphur);
        assertEquals(
                List.of("a21026", "a34013", "a21026", "a34013"),
                stays.hours().stream().map(hour -> hour.factor().value()).toList());
        assertEquals(Stage.CANDIDATE, stays.file().strand(PENALTY).stage());
        CaseDossier ended = dossier(dust);
        assertEquals(Stage.MERGED, ended.file().strand(PENALTY).stage());
        assertEquals(
                sulphur,
                ended.acts().get(1).act().regrouping().orElseThrow().other(),
                "the file that ended points to the one that goes on");
        assertEquals(2, ended.hours().size(), "and shows what it was about");
        assertTrue(ended.deadlines().stream().allMatch(row -> row.standing() == CaseDeadlineRow.Standing.OVER));
        assertEquals(
                List.of("FILE_OPENED", "CANDIDATE_OPENED", "MERGED_INTO"),
                desk.trail(dust, 0, 9).stream().map(TrailRow::act).toList());
        assertEquals(
                "li 同一违法行为",
                desk.trail(sulphur, 0, 9).get(2).actor() + " "
                        + desk.trail(sulphur, 0, 9).get(2).reason());
        verified(sulphur, dust);
        assertEquals(stays.file(), restarted(sulphur), "rows are the truth");
        city.tell(
                sulphur,
                """
                2026-10-09T14:00 DATA_REVIEWED li second=wang
                2026-10-09T14:01 INFORMED li
                """);
        assertEquals(
                "DONE_BEFORE",
                answer(desk.open(new OpenOrder.OfCandidate(
                        dossier(dust).hours().get(0).candidate(), false, false, who("li"), "again"))));
    }

    @Test
    void theTimeOfTheViolationIsThatOfAllHours() {
        CaseFileId first = city.opened("2026-10-08");
        CaseFileId second = city.opened("2026-10-09");
        city.clock.set("2026-10-12T10:00");
        CaseCity.kept(merge(first, second));
        assertEquals(
                "2026-10-08T00:00:00Z 2026-10-09T02:00:00Z",
                dossier(first)
                        .file()
                        .subject()
                        .match(violation -> violation.begun() + " " + violation.ended(), county -> ""));
    }

    @Test
    void whatDoesNotFitIsNamedAndChangesNothing() {
        CaseFileId file = city.opened("2026-10-08");
        CaseFileId other = city.opened("DA002", "2026-10-08");
        CaseFileId late = city.opened("2026-10-10");
        city.clock.set("2026-10-12T10:00");
        String before = CaseRowsText.of(store);
        assertEquals("FITS_NOT OTHER_OUTLET: DA001 and DA002", refusal(merge(file, other)));
        assertTrue(refusal(merge(file, late)).startsWith("FITS_NOT NOT_CONTINUOUS: "));
        assertEquals("FITS_NOT SAME_FILE: " + file, refusal(merge(file, file)));
        assertEquals("UNKNOWN", answer(merge(file, new CaseFileId("none"))));
        assertEquals("UNKNOWN", answer(merge(new CaseFileId("none"), file)));
        assertEquals(
                "NOT_REGISTERED",
                answer(desk.regroup(
                        new RegroupOrder.Merge(file, late, new RegroupOrder.Asks(who("eve"), Optional.empty(), "x")))));
        assertEquals(
                "FITS_NOT NOTHING_STAYS: these are all its hours",
                refusal(split(file, Set.of(new FactorCode("a21026")), Set.of())));
        assertTrue(
                refusal(split(file, Set.of(new FactorCode("a01012")), Set.of())).startsWith("FITS_NOT NOTHING_GOES"));
        assertEquals(before, CaseRowsText.of(store));
    }

    @Test
    void twoOfficersAreAskedBeforeTheFilingAndTheHeadBehindIt() {
        CaseFileId file = city.opened("2026-10-08");
        CaseFileId other = city.opened("2026-10-09");
        city.clock.set("2026-10-12T10:00");
        RegroupOrder.Asks alone = new RegroupOrder.Asks(who("li"), Optional.empty(), "x");
        assertTrue(refusal(desk.regroup(new RegroupOrder.Merge(file, other, alone)))
                .contains("TWO_OFFICERS: a second officer is not named"));
        assertTrue(refusal(desk.regroup(new RegroupOrder.Merge(
                        file, other, new RegroupOrder.Asks(who("far"), Optional.of(who("wang")), "x"))))
                .contains("OTHER_REGION"));
        filed(file, "2026-10-12");
        filed(other, "2026-10-13");
        city.clock.set("2026-10-14T10:00");
        assertTrue(refusal(merge(file, other)).contains("ROLE_MAY_NOT"));
        CaseCity.kept(desk.regroup(
                new RegroupOrder.Merge(file, other, new RegroupOrder.Asks(who("zhao"), Optional.empty(), "并案"))));
        assertTrue(dossier(file).papers().documents().stream()
                .anyMatch(paper -> paper.kind().title().equals("并案审批表")));
        verified(file, other);
    }

    @Test
    void behindTheNoticeNoHourMoves() {
        CaseFileId file = city.opened("2026-10-08");
        city.tell(file, CaseCity.FINE.substring(0, CaseCity.FINE.indexOf("2026-10-12T11:00")));
        String stands = " FITS_NOT NOTICE_GIVEN: " + file + " stands at NOTICE_ISSUED";
        assertEquals(stands, " " + refusal(split(file, Set.of(), Set.of(EIGHT))));
    }

    @Test
    void aPartIsACaseOfItsOwnFromItsClueOn() {
        CaseFileId file = city.opened("2026-10-08");
        CaseFileId other = city.opened(city.candidate("DA001", "a34013", "2026-10-08"));
        city.clock.set("2026-10-12T10:00");
        CaseCity.kept(merge(file, other));
        CaseFileId part = CaseCity.kept(split(file, Set.of(new FactorCode("a34013")), Set.of(EIGHT)))
                .file();
        assertEquals(CaseFileId.part(file, 1), part);

        CaseDossier split = dossier(part);
        assertEquals(
                List.of("a34013 2026-10-08T00:00:00Z"),
                split.hours().stream().map(RegroupingContract::text).toList());
        assertEquals(3, dossier(file).hours().size());
        assertEquals(Stage.CANDIDATE, split.file().strand(PENALTY).stage());
        assertEquals(
                Instant.parse("2026-10-09T01:00:00Z"),
                split.acts().get(0).act().header().at(),
                "the time for filing runs from when the machine opened the candidate");
        assertEquals(
                "E1 2026-10-08T00:00:00Z 2026-10-08T01:00:00Z",
                split.file()
                        .subject()
                        .match(found -> found.enterprise() + " " + found.begun() + " " + found.ended(), county -> ""));
        CaseFileId second = CaseCity.kept(split(file, Set.of(), Set.of(EIGHT))).file();
        assertEquals(CaseFileId.part(file, 2), second);
        verified(file, part, second);
        assertEquals(split.file(), restarted(part));
        city.tell(part, "2026-10-12T14:00 DATA_REVIEWED li second=wang");
        CaseCity.kept(desk.object(part, EIGHT, who("firm"), "校准期间"));
        assertEquals("UNKNOWN", answer(desk.object(file, EIGHT, who("firm"), "校准期间")));
        FileSubject.Violation violation = split.file().subject().match(found -> found, county -> {
            throw new AssertionError();
        });
        assertTrue(violation.part());
    }

    private void filed(CaseFileId file, String day) {
        city.tell(
                file,
                """
                %1$sT14:00 DATA_REVIEWED li second=wang
                %1$sT14:01 INFORMED li
                %1$sT15:00 FILED zhao
                """
                        .formatted(day));
    }

    private ActAnswer merge(CaseFileId stays, CaseFileId ends) {
        return desk.regroup(new RegroupOrder.Merge(
                stays, ends, new RegroupOrder.Asks(who("li"), Optional.of(who("wang")), "同一违法行为")));
    }

    private ActAnswer split(CaseFileId file, Set<FactorCode> factors, Set<Instant> hours) {
        return desk.regroup(new RegroupOrder.Split(
                file, factors, hours, new RegroupOrder.Asks(who("li"), Optional.of(who("wang")), "另案处理")));
    }

    private static String text(CaseHour hour) {
        return hour.factor() + " " + hour.start();
    }

    private void verified(CaseFileId... files) {
        for (CaseFileId file : files) {
            assertEquals(
                    "whole",
                    desk.verify(file)
                            .orElseThrow()
                            .<String>match(whole -> "whole", broken -> broken.fault() + " " + broken.detail()));
        }
    }

    private CaseDossier dossier(CaseFileId file) {
        return desk.file(file, Optional.empty()).orElseThrow();
    }

    private io.stackwatch.core.enforcement.CaseFile restarted(CaseFileId file) {
        return city.restarted().file(file, Optional.empty()).orElseThrow().file();
    }

    private static String answer(ActAnswer answer) {
        return answer.match(kept -> "kept", refused -> refused.why().message(), refused -> refused.reason()
                .name());
    }

    private static String refusal(ActAnswer answer) {
        return answer.match(
                kept -> "kept",
                refused -> refused.why().message(),
                refused -> refused.reason() + " " + refused.detail());
    }
}
