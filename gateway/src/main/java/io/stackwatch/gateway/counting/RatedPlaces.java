package io.stackwatch.gateway.counting;

import io.stackwatch.core.alarm.AlarmSubject;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.core.transmission.MonthPlaces;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whose rates the outlets of a month belong to: their own, their enterprise's, their county's. Immutable. */
final class RatedPlaces {

    private final Map<AlarmSubject, List<OutletId>> outlets = new LinkedHashMap<>();
    private final Map<OutletId, List<AlarmSubject>> subjects = new LinkedHashMap<>();

    RatedPlaces(Registry registry, YearMonth month) {
        MonthPlaces places = new MonthPlaces(registry, month);
        for (OutletId id : new TreeSet<>(registry.outletIds())) {
            places.outlet(id).ifPresent(outlet -> {
                belongs(id, new AlarmSubject.OfOutlet(id));
                belongs(id, new AlarmSubject.OfEnterprise(outlet.enterprise()));
                places.county(outlet.enterprise()).ifPresent(code -> belongs(id, new AlarmSubject.OfRegion(code)));
            });
        }
    }

    private void belongs(OutletId outlet, AlarmSubject subject) {
        outlets.computeIfAbsent(subject, known -> new ArrayList<>()).add(outlet);
        subjects.computeIfAbsent(outlet, known -> new ArrayList<>()).add(subject);
    }

    /** Everybody who is rated. */
    Set<AlarmSubject> all() {
        return outlets.keySet();
    }

    /** Whose rate an outlet's counters change. */
    List<AlarmSubject> of(OutletId outlet) {
        return subjects.getOrDefault(outlet, List.of());
    }

    /** Whose counters make a rate. */
    List<OutletId> outletsOf(AlarmSubject subject) {
        return outlets.getOrDefault(subject, List.of());
    }
}
