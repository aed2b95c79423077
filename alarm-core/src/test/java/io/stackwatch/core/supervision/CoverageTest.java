package io.stackwatch.core.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.registry.Boiler;
import io.stackwatch.core.registry.BoilerId;
import io.stackwatch.core.registry.CemsDuty;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.DutyPause;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.IndustryCode;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Region;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.core.supervision.CoverageEntry.Line;
import io.stackwatch.core.supervision.CoverageEntry.Must;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who must be on line, who is, who is not and since when (action plan 2017, item 16). */
class CoverageTest {

    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
    private static final Instant REGISTERED = Instant.parse("2020-03-01T00:00:00Z");
    private static final Instant CONNECTED = Instant.parse("2021-05-01T00:00:00Z");
    private static final Mn MN = new Mn("MN1");

    private final List<Outlet> outlets = new ArrayList<>();
    private final List<CemsDuty> duties = new ArrayList<>();
    private final List<DutyPause> pauses = new ArrayList<>();
    private final List<Station> stations = new ArrayList<>();
    private final List<Boiler> boilers = new ArrayList<>();
    private final Map<Mn, Instant> heard = new HashMap<>();

    @Test
    void aStackOfExactly45MetresNeedNotAndAHigherOneMust() {
        outlet("low", "45", "C1421");
        outlet("high", "45.1", "C1421");

        assertEquals(Must.NO, entry("low").must());
        CoverageEntry high = entry("high");
        assertEquals(Must.BY_PLAN_ONLY, high.must());
        assertEquals(
                List.of(new CoverageGround(
                        CoverageGround.Kind.STACK_HEIGHT,
                        "stack-45",
                        "45.1 m > 45 m",
                        Verification.VERIFIED,
                        REGISTERED)),
                high.grounds());
    }

    @Test
    void aNamedIndustryMustWhateverItsStack() {
        outlet("kiln", "15", "C3011");
        CoverageEntry kiln = entry("kiln");
        assertEquals(Must.BY_PLAN_ONLY, kiln.must());
        assertEquals("C3011 水泥制造", kiln.grounds().get(0).text());
    }

    @Test
    void ofAnOutletWithoutARegisteredHeightOneDoesNotKnow() {
        outlet("unknown", "", "C1421");
        assertEquals(Must.NOT_KNOWN, entry("unknown").must());
        assertFalse(entry("unknown").lacking());
        assertEquals(1, counties().get(0).notKnown());
    }

    @Test
    void aDutyOfLawIsNamedWithItsDocumentAndStandsBeforeThePlan() {
        outlet("plant", "80", "D4411");
        duties.add(new CemsDuty(
                new OutletId("plant"),
                CemsDuty.Basis.CITY_LIST,
                "聊环发〔2026〕3号",
                Verification.UNVERIFIED,
                Effective.since(CONNECTED)));

        CoverageEntry plant = entry("plant");
        assertEquals(Must.BY_LAW, plant.must());
        assertEquals(
                List.of("CITY_LIST 聊环发〔2026〕3号", "stack-45 80 m > 45 m", "power-thermal D4411 火力发电"),
                plant.grounds().stream()
                        .map(ground -> ground.id() + " " + ground.text())
                        .toList());
        assertEquals(Verification.UNVERIFIED, plant.grounds().get(0).mark());
    }

    @Test
    void aKeptCoalBoilerOfTheThresholdBindsItsOutletAndASmallerOneDoesNot() {
        outlet("house", "30", "D4430");
        boiler("small", "19.9", Optional.of("house"));
        assertEquals(Must.NO, entry("house").must());
        boiler("large", "20", Optional.of("house"));
        CoverageEntry house = entry("house");
        assertEquals(Must.BY_PLAN_ONLY, house.must());
        assertEquals(List.of(new BoilerId("large")), house.thing().boilers());
        assertEquals("20 t/h >= 20 t/h", house.grounds().get(0).text());
    }

    @Test
    void aBoilerWithoutAnOutletIsLackingByItself() {
        boiler("large", "35", Optional.empty());
        CoverageEntry alone = counties().get(0).lacking().get(0);
        assertEquals(Line.NO_OUTLET, alone.line());
        assertEquals(Optional.empty(), alone.thing().outlet());
        assertEquals(Optional.of(REGISTERED), alone.since());
    }

    /** Timeline: heard, silent after a day, and each state with its beginning. */
    @Test
    void theLineFollowsFromWhoIsRegisteredAndWhenHeWasHeard() {
        outlet("kiln", "15", "C3011");
        assertEquals("NOT_CONNECTED 2020-03-01T00:00:00Z lacking", line());

        stations.add(new Station(MN, new OutletId("kiln"), Effective.since(CONNECTED)));
        assertEquals("NEVER_DELIVERED 2021-05-01T00:00:00Z lacking", line());

        heard.put(MN, NOW.minus(Duration.ofHours(24)));
        assertEquals("ON_LINE 2021-05-01T00:00:00Z", line());

        heard.put(MN, NOW.minus(Duration.ofHours(24)).minusMillis(1));
        assertEquals("SILENT 2026-11-28T23:59:59.999Z lacking", line());

        pauses.add(new DutyPause(
                new OutletId("kiln"),
                DutyPause.Kind.STOP_ACCEPTED,
                "stop 7",
                Effective.since(NOW.minus(Duration.ofDays(3)))));
        assertEquals("STOPPED 2026-11-27T00:00:00Z", line());
    }

    @Test
    void anOutletWhoseStationWasTakenAwayIsNotConnectedSinceThen() {
        outlet("kiln", "15", "C3011");
        Instant removed = Instant.parse("2026-10-01T00:00:00Z");
        stations.add(new Station(MN, new OutletId("kiln"), Effective.between(CONNECTED, removed)));
        assertEquals("NOT_CONNECTED 2026-10-01T00:00:00Z lacking", line());
    }

    @Test
    void countiesAreCountedOnTheirOwn() {
        outlet("kiln", "15", "C3011");
        outlet("low", "20", "C1421");
        CountyCoverage county = counties().get(0);
        assertEquals(new RegionCode("371502"), county.code());
        assertEquals("东昌府区", county.name());
        assertEquals(1, county.must());
        assertEquals(1, county.lacking().size());
        assertEquals(2, county.entries().size());
    }

    @Test
    void beforeThePlanNothingWasWanted() {
        outlet("kiln", "60", "C3011");
        CoverageBook book = CoverageBook.of(
                DataTable.parse(
                        "rows",
                        """
                id,kind,value,chinese,from,until,source,mark
                a,INDUSTRY,C3011,水泥,2027-01-01,,later plan,DESIGN
                b,STACK_ABOVE,45,高架源,,2026-11-30,earlier plan,DESIGN
                """));
        // 2026-11-30 begins in legal time eight hours before NOW
        assertEquals(
                Must.NO,
                new Coverage(book).of(question()).get(0).entries().get(0).must());
    }

    @Test
    void badRowsAreNamed() {
        String head = "id,kind,value,chinese,from,until,source,mark\n";
        assertThrows(
                IllegalArgumentException.class,
                () -> CoverageBook.of(DataTable.parse("rows", head + "a,STACK_ABOVE,-1,高架源,,,x,DESIGN\n")));
        IllegalArgumentException twice = assertThrows(
                IllegalArgumentException.class,
                () -> CoverageBook.of(DataTable.parse(
                        "rows", head + "a,INDUSTRY,C3011,水泥,,,x,DESIGN\na,INDUSTRY,C3012,石灰,,,x,DESIGN\n")));
        assertTrue(String.valueOf(twice.getMessage()).startsWith("rows:3: column id"));
    }

    private String line() {
        CoverageEntry kiln = entry("kiln");
        return kiln.line() + " " + kiln.since().orElseThrow() + (kiln.lacking() ? " lacking" : "");
    }

    private CoverageEntry entry(String outlet) {
        return counties().stream()
                .flatMap(county -> county.entries().stream())
                .filter(entry -> entry.thing().outlet().equals(Optional.of(new OutletId(outlet))))
                .findFirst()
                .orElseThrow();
    }

    private List<CountyCoverage> counties() {
        return new Coverage(CoverageBook.load()).of(question());
    }

    private CoverageQuestion question() {
        RuleParameters parameters = RuleParameters.load();
        RegionCode county = new RegionCode("371502");
        return new CoverageQuestion(
                Registry.of(new RegistryRows(
                        List.of(new Region(
                                county,
                                "东昌府区",
                                "Dongchangfu",
                                Optional.empty(),
                                Effective.ALWAYS,
                                Verification.VERIFIED)),
                        List.of(new Enterprise(new EnterpriseId("E1"), "甲", county, Effective.ALWAYS)),
                        outlets,
                        stations,
                        duties,
                        pauses)),
                boilers,
                heard,
                parameters.find("boiler.online-from-evaporation", NOW),
                parameters.duration("coverage.silent-after", NOW),
                NOW);
    }

    private void outlet(String id, String height, String industry) {
        outlets.add(new Outlet(
                new OutletId(id),
                new EnterpriseId("E1"),
                id,
                new IndustryCode(industry),
                Optional.of(height).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                Optional.empty(),
                Set.of(),
                MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED,
                Effective.since(REGISTERED)));
    }

    private void boiler(String id, String tons, Optional<String> outlet) {
        boilers.add(new Boiler(
                new BoilerId(id),
                new EnterpriseId("E1"),
                id,
                new BigDecimal(tons),
                Boiler.Fuel.COAL,
                outlet.map(OutletId::new),
                Boiler.Fate.KEPT,
                "list of 2017",
                Boiler.History.NONE,
                Verification.VERIFIED,
                Effective.since(REGISTERED)));
    }
}
