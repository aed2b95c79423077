package io.stackwatch.core.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Snapshot of who is watched, with lookups at an instant; immutable, safe to share between threads.
 *
 * <p>An inconsistent registry is usable: {@link #inconsistencies()} names the rows, and of overlapping versions the one
 * listed first holds, so that one bad row does not blind the rest of the city.
 */
public final class Registry {

    private final RegistryRows rows;
    private final List<Inconsistency> inconsistencies;
    private final Versions<RegionCode, Region> regions;
    private final Versions<EnterpriseId, Enterprise> enterprises;
    private final Versions<OutletId, Outlet> outlets;
    private final Versions<Mn, Station> stations;
    private final Versions<OutletId, Station> stationsByOutlet;
    private final Versions<OutletId, CemsDuty> duties;
    private final Versions<OutletId, DutyPause> pauses;

    private Registry(RegistryRows rows) {
        this.rows = rows;
        this.regions = Versions.of(rows.regions(), Region::code, Region::effective);
        this.enterprises = Versions.of(rows.enterprises(), Enterprise::id, Enterprise::effective);
        this.outlets = Versions.of(rows.outlets(), Outlet::id, Outlet::effective);
        this.stations = Versions.of(rows.stations(), Station::mn, Station::effective);
        this.stationsByOutlet = Versions.of(rows.stations(), Station::outlet, Station::effective);
        this.duties = Versions.of(rows.duties(), CemsDuty::outlet, CemsDuty::effective);
        this.pauses = Versions.of(rows.pauses(), DutyPause::outlet, DutyPause::effective);
        this.inconsistencies = RegistryCheck.of(rows);
    }

    /** Builds the snapshot. */
    public static Registry of(RegistryRows rows) {
        return new Registry(rows);
    }

    /** The lists it was built from. */
    public RegistryRows rows() {
        return rows;
    }

    /** What is wrong in the rows; empty if nothing is. */
    public List<Inconsistency> inconsistencies() {
        return inconsistencies;
    }

    /** For which outlet a logger reports at an instant; empty if it reports for none. */
    public Optional<Station> stationAt(Mn mn, Instant instant) {
        return stations.at(mn, instant);
    }

    /** Which logger reports for an outlet at an instant; empty if the outlet is not connected then. */
    public Optional<Station> stationOf(OutletId outlet, Instant instant) {
        return stationsByOutlet.at(outlet, instant);
    }

    /** The outlet's registration as it was at an instant. */
    public Optional<Outlet> outletAt(OutletId outlet, Instant instant) {
        return outlets.at(outlet, instant);
    }

    /** The enterprise's registration as it was at an instant. */
    public Optional<Enterprise> enterpriseAt(EnterpriseId enterprise, Instant instant) {
        return enterprises.at(enterprise, instant);
    }

    /** The division as it was at an instant. */
    public Optional<Region> regionAt(RegionCode code, Instant instant) {
        return regions.at(code, instant);
    }

    /** Why the outlet must have a CEMS at an instant; empty if no ground is registered. */
    public Optional<CemsDuty> dutyAt(OutletId outlet, Instant instant) {
        return duties.at(outlet, instant);
    }

    /** Why the outlet need not send at an instant; empty if it must. */
    public Optional<DutyPause> pauseAt(OutletId outlet, Instant instant) {
        return pauses.at(outlet, instant);
    }

    /** Every outlet that was ever registered, in the order of the rows. */
    public Set<OutletId> outletIds() {
        return outlets.keys();
    }
}
