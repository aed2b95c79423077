package io.stackwatch.gateway.casework;

import static io.stackwatch.gateway.casework.CaseCity.who;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.ObjectionProposals;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.gateway.records.HourObjection;
import io.stackwatch.gateway.records.HourRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.SqlRecordsView;
import io.stackwatch.gateway.records.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An objection stands at the hour it is to and changes no verdict, whichever database is under it. */
abstract class HourObjectionContract {

    private static final Instant EIGHT = Instant.parse("2026-10-08T00:00:00Z");
    private static final Instant NINE = Instant.parse("2026-10-08T01:00:00Z");

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
    void anHourCarriesItsObjectionFromTheFilingToTheAnswer() {
        CaseFileId file = city.opened("2026-10-08");
        city.clock.set("2026-10-12T10:00");
        String verdicts = verdicts();
        CaseCity.kept(desk.object(file, EIGHT, who("firm"), "校准期间"));
        assertEquals("2026-10-08T00:00:00Z a21026 OPEN firm 校准期间", seen());
        city.clock.set("2026-10-13T10:00");
        CaseCity.kept(desk.answer(file, 1, false, who("qian"), "无校准记录"));
        assertEquals("2026-10-08T00:00:00Z a21026 DISMISSED firm 校准期间 qian 无校准记录 2026-10-13T02:00:00Z", seen());
        assertEquals(verdicts, verdicts(), "the verdict stays");
        assertEquals(Optional.empty(), proposal(file), "nothing follows from what was dismissed");
        assertEquals(List.of(), hours("DA002"), "and no other outlet has it");
    }

    @Test
    void anUpheldObjectionProposesTheNextActAndDoesNothing() {
        CaseFileId file = city.opened("2026-10-08");
        city.clock.set("2026-10-12T10:00");
        CaseCity.kept(desk.object(file, EIGHT, who("firm"), "校准期间"));
        assertEquals(Optional.empty(), proposal(file), "nobody has answered");
        CaseCity.kept(desk.answer(file, 1, true, who("qian"), "有校准记录"));
        assertTrue(seen().contains(" UPHELD "));
        assertEquals(Optional.of("SPLIT_OFF [2026-10-08T00:00:00Z]"), proposal(file));
        assertEquals(1, dossier(file).acts().size(), "nothing was done");

        RegroupOrder.Asks asks = new RegroupOrder.Asks(who("li"), Optional.of(who("wang")), "异议成立");
        CaseFileId part = CaseCity.kept(desk.regroup(new RegroupOrder.Split(file, Set.of(), Set.of(EIGHT), asks)))
                .file();
        assertEquals(Optional.empty(), proposal(file), "the hour is not in it any more");
        assertEquals(
                Optional.of("NOT_FILED [2026-10-08T00:00:00Z]"),
                proposal(part),
                "the objection goes with the hour, whichever file it was filed in");
    }

    @Test
    void anObjectionIsToEveryFactorThatTheCaseIsAboutInThatHour() {
        CaseFileId file = city.opened("2026-10-08");
        CaseFileId other = city.opened(city.candidate("DA001", "a34013", "2026-10-08"));
        city.clock.set("2026-10-12T10:00");
        CaseCity.kept(desk.regroup(new RegroupOrder.Merge(
                file, other, new RegroupOrder.Asks(who("li"), Optional.of(who("wang")), "同一违法行为"))));
        CaseCity.kept(desk.object(file, NINE, who("firm"), "停炉"));
        assertEquals(
                List.of("a21026", "a34013"),
                hours("DA001").stream()
                        .flatMap(row -> row.objections().stream())
                        .map(one -> one.hour().factor().value())
                        .toList());
        assertEquals(
                "UNKNOWN the case goes on in " + file,
                desk.object(other, NINE, who("firm"), "停炉")
                        .match(kept -> "kept", not -> "", not -> not.reason() + " " + not.detail()));
    }

    private Optional<String> proposal(CaseFileId file) {
        Optional<ObjectionProposals.Proposal> proposal = dossier(file).proposal();
        return proposal.map(found -> found.act() + " "
                + found.hours().stream().map(hour -> hour.start()).toList());
    }

    private CaseDossier dossier(CaseFileId file) {
        return desk.file(file, Optional.empty()).orElseThrow();
    }

    private List<HourRow> hours(String outlet) {
        Registry nobody =
                Registry.of(new RegistryRows(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
        return new SqlRecordsView(store, () -> nobody)
                .hours(new OutletId(outlet), EIGHT, EIGHT.plus(Duration.ofHours(3)));
    }

    private String verdicts() {
        return hours("DA001").stream().map(HourRow::verdict).toList().toString();
    }

    private String seen() {
        List<HourObjection> all = hours("DA001").stream()
                .flatMap(row -> row.objections().stream())
                .toList();
        assertEquals(1, all.size());
        HourObjection one = all.get(0);
        return one.hour().start() + " " + one.hour().factor() + " " + one.state() + " "
                + one.objection().filed().by() + " " + one.objection().filed().reason()
                + one.objection()
                        .answer()
                        .map(answer -> " " + answer.act().by() + " "
                                + answer.act().reason() + " " + answer.act().at())
                        .orElse("");
    }
}
