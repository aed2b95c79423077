package io.stackwatch.gateway.audit;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.supervision.CountyCoverage;
import io.stackwatch.core.supervision.Coverage;
import io.stackwatch.core.supervision.CoverageBook;
import io.stackwatch.core.supervision.CoverageQuestion;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StationRecords;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Who must be on line and who is, from the registry and from what was heard. Safe for use by several threads. */
public final class CoverageSurvey {

    private static final String BOILERS = "boiler.online-from-evaporation";
    private static final String SILENT = "coverage.silent-after";

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final RuleParameters parameters;
    private final Coverage coverage = new Coverage(CoverageBook.load());
    private final Clock clock;

    public CoverageSurvey(
            RecordStore store, Supplier<RegistrySnapshot> registry, RuleParameters parameters, Clock clock) {
        this.store = store;
        this.registry = registry;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** As it is now. */
    List<CountyCoverage> now() {
        Instant now = clock.instant();
        RegistrySnapshot snapshot = registry.get();
        Set<String> stations = snapshot.registry().rows().stations().stream()
                .filter(station -> station.effective().contains(now))
                .map(Station::mn)
                .map(Mn::value)
                .collect(Collectors.toSet());
        Map<Mn, Instant> heard = new HashMap<>();
        store.read(handle -> StationRecords.load(handle, stations))
                .forEach((station, file) -> file.heard().ifPresent(row -> heard.put(new Mn(station), row.lastAt())));
        return coverage.of(new CoverageQuestion(
                snapshot.registry(),
                snapshot.facts().plant().boilers(),
                heard,
                parameters.find(BOILERS, now),
                parameters.duration(SILENT, now),
                now));
    }
}
