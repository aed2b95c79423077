package io.stackwatch.gateway.app;

import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.Delivery;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.MinuteTally;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.measurement.Unit;
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
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.core.transmission.AssessedFactor;
import io.stackwatch.gateway.records.DayCountRecords;
import io.stackwatch.gateway.records.DirtyDayRecords;
import io.stackwatch.gateway.records.OutletDay;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.RegistryRecords;
import io.stackwatch.gateway.records.ReportRecords;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.records.StationSettings;
import io.stackwatch.gateway.records.TallyRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows that a month of a made city leaves in a store: its registration, every version of every hour, what is known of minutes,
 * and the days to count, as the core cursor writes them. A function of the place of an hour: gaps of a day, single missing hours,
 * late ones, flagged ones, revised ones.
 */
final class StoredHours {

    private static final List<String> FACTORS = List.of(
            "a00000", "a01011", "a01012", "a01013", "a01014", "a19001", "a20057", "a21002", "a21005", "a21024",
            "a21026", "a34013");
    private static final List<String> COUNTIES = List.of("东昌府区", "茌平区", "阳谷县", "莘县", "东阿县", "冠县", "高唐县", "临清市");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long ALL_MINUTES = (1L << 60) - 1;
    private static final String HASH = "5f3c".repeat(16);

    private final YearMonth month;
    private final int outlets;

    StoredHours(YearMonth month, int outlets) {
        this.month = month;
        this.outlets = outlets;
    }

    static OutletId outlet(int number) {
        return new OutletId("DA%05d".formatted(number));
    }

    /** Hours of factors that a month has. */
    long hours() {
        return 24L * month.lengthOfMonth() * FACTORS.size() * outlets;
    }

    /** Versions of reports that lie in a store. */
    long versions(RecordStore store) {
        return store.read(handle -> handle.select("SELECT count(*) FROM hour_report")
                .mapTo(Long.class)
                .one());
    }

    /** Whether the hours are still to be made: nothing was reported. */
    boolean isNotIn(RecordStore store) {
        return store.read(handle -> handle.select("SELECT 1 FROM hour_report LIMIT 1")
                .mapTo(Integer.class)
                .findOne()
                .isEmpty());
    }

    void register(RecordStore store) {
        Effective since = Effective.since(Instant.parse("2025-12-31T16:00:00Z"));
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < COUNTIES.size(); i++) {
            regions.add(new Region(
                    county(i), COUNTIES.get(i), "County " + i, Optional.empty(), since, Verification.VERIFIED));
        }
        List<Enterprise> enterprises = new ArrayList<>();
        List<Outlet> rows = new ArrayList<>();
        List<Station> stations = new ArrayList<>();
        List<StationSettings> settings = new ArrayList<>();
        List<AssessedFactor> assessed = new ArrayList<>();
        for (int i = 0; i < outlets; i++) {
            EnterpriseId enterprise = new EnterpriseId("E" + i / 3);
            if (i % 3 == 0) {
                enterprises.add(
                        new Enterprise(enterprise, "示例企业" + i / 3 + "号有限公司", county(i / 3 % COUNTIES.size()), since));
            }
            Mn mn = new Mn("M%05d".formatted(i));
            rows.add(new Outlet(
                    outlet(i),
                    enterprise,
                    i + "号排气筒",
                    new IndustryCode("D4412"),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED,
                    since));
            stations.add(new Station(mn, outlet(i), since));
            settings.add(new StationSettings(StationProfile.strict(mn, "123456"), since));
            for (String factor : FACTORS) {
                assessed.add(new AssessedFactor(outlet(i), new FactorCode(factor), since));
            }
        }
        RegisteredFacts facts = new RegisteredFacts(
                new RegistryRows(regions, enterprises, rows, stations, List.of(), List.of()),
                assessed,
                settings,
                List.of());
        store.write(handle -> {
            RegistryRecords.save(handle, facts);
            return facts;
        });
    }

    private static RegionCode county(int number) {
        return new RegionCode(String.valueOf(371502 + number));
    }

    /**
     * One transaction for each day, as the days of a month pass. The index that only this waits for is made behind them, and SQLite
     * keeps more in memory meanwhile: the rows lie as the core cursor leaves them.
     */
    void write(RecordStore store) {
        store.write(handle -> {
            handle.execute("PRAGMA cache_size = -4000000");
            handle.execute("DROP INDEX hour_report_by_factor");
            return DayCountRecords.begin(
                    handle, month.atDay(1).atStartOfDay(LegalTime.ZONE).toInstant());
        });
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            write(store, month.atDay(day));
        }
        store.write(handle -> {
            handle.execute("PRAGMA cache_size = -2000");
            return handle.execute("CREATE INDEX hour_report_by_factor ON hour_report (outlet, factor, hour_start)");
        });
    }

    private void write(RecordStore store, LocalDate day) {
        Instant midnight = day.atStartOfDay(LegalTime.ZONE).toInstant();
        store.write(handle -> {
            List<OutletDay> dirty = new ArrayList<>();
            for (int hour = 0; hour < 24; hour++) {
                List<ReportVersion> reports = new ArrayList<>();
                Map<FactorHour, MinuteTally> tallies = new HashMap<>();
                for (int outlet = 0; outlet < outlets; outlet++) {
                    for (int factor = 0; factor < FACTORS.size(); factor++) {
                        add(
                                outlet,
                                factor,
                                day.getDayOfMonth() * 24 + hour,
                                midnight.plus(HOUR.multipliedBy(hour)),
                                reports,
                                tallies);
                    }
                }
                ReportRecords.insert(handle, reports);
                TallyRecords.save(handle, tallies);
            }
            for (int outlet = 0; outlet < outlets; outlet++) {
                dirty.add(new OutletDay(outlet(outlet), day));
            }
            DirtyDayRecords.mark(handle, dirty);
            return dirty;
        });
    }

    private static void add(
            int outlet,
            int factor,
            int hour,
            Instant start,
            List<ReportVersion> reports,
            Map<FactorHour, MinuteTally> tallies) {
        boolean gapOfADay = hour / 24 == 3 + outlet % 25 && outlet % 4 == 0;
        if (gapOfADay || (hour + outlet * 7) % 101 == 0) {
            return;
        }
        boolean flagged = (hour + outlet * 5 + factor) % 67 == 0;
        boolean late = (hour + outlet * 3) % 83 == 0;
        boolean revised = (hour + outlet + factor * 11) % 97 == 0;
        FactorHour place = new FactorHour(outlet(outlet), new FactorCode(FACTORS.get(factor)), start);
        Instant known = start.plus(HOUR).plus(late ? Duration.ofHours(9) : Duration.ofSeconds(20));
        reports.add(version(1, place, flagged || revised ? "D" : "N", late, known, hour));
        if (revised) {
            reports.add(version(2, place, "N", true, known.plus(HOUR.multipliedBy(4)), hour));
        }
        tallies.put(
                place,
                flagged
                        ? new MinuteTally(ALL_MINUTES >>> 20, ALL_MINUTES & ~(ALL_MINUTES >>> 20))
                        : new MinuteTally(ALL_MINUTES, 0));
    }

    private static ReportVersion version(
            int number, FactorHour place, String flag, boolean late, Instant known, int hour) {
        return new ReportVersion(
                number,
                new Mn(place.outlet().value().replace("DA", "M")),
                new HourReport(
                        place,
                        Optional.of(ReportedNumber.of("12." + hour % 100)),
                        Optional.of(ReportedNumber.of("13." + hour % 90)),
                        new Unit("mg/m3"),
                        Optional.of(new DataFlag(flag)),
                        late ? Delivery.LATE : Delivery.PROMPT,
                        known,
                        new EvidenceRef(1L + hour * 1_000L, HASH)),
                known);
    }
}
