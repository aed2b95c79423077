package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import java.util.Optional;

/**
 * Which alarms are asked for; newest first.
 *
 * @param active only active ones, or only cleared ones; empty: both
 * @param acknowledged only acknowledged ones, or only open ones; empty: both
 * @param type only of this kind
 * @param outlet only about this outlet
 * @param region only about this division, or what lies in it
 * @param enterprise only about this enterprise or its outlets
 * @param behind continue behind this place
 * @param limit at most so many, 1 to {@link #MOST}
 */
public record AlarmQuery(
        Optional<Boolean> active,
        Optional<Boolean> acknowledged,
        Optional<AlarmType> type,
        Optional<OutletId> outlet,
        Optional<RegionCode> region,
        Optional<EnterpriseId> enterprise,
        Optional<PagePlace> behind,
        int limit) {

    /** The most rows of one page. */
    public static final int MOST = 500;

    public AlarmQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST + " rows, not " + limit);
        }
    }

    /** All alarms, the newest 50. */
    public static AlarmQuery all() {
        return new AlarmQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                50);
    }

    /** The same, only active or only cleared. */
    public AlarmQuery withActive(boolean wanted) {
        return new AlarmQuery(Optional.of(wanted), acknowledged, type, outlet, region, enterprise, behind, limit);
    }

    /** The same, only acknowledged or only open. */
    public AlarmQuery withAcknowledged(boolean wanted) {
        return new AlarmQuery(active, Optional.of(wanted), type, outlet, region, enterprise, behind, limit);
    }

    /** The same, of one kind. */
    public AlarmQuery withType(AlarmType wanted) {
        return new AlarmQuery(active, acknowledged, Optional.of(wanted), outlet, region, enterprise, behind, limit);
    }

    /** The same, of one outlet. */
    public AlarmQuery withOutlet(OutletId wanted) {
        return new AlarmQuery(active, acknowledged, type, Optional.of(wanted), region, enterprise, behind, limit);
    }

    /** The same, of one division. */
    public AlarmQuery withRegion(RegionCode wanted) {
        return new AlarmQuery(active, acknowledged, type, outlet, Optional.of(wanted), enterprise, behind, limit);
    }

    /** The same, behind a place. */
    public AlarmQuery withBehind(PagePlace place) {
        return new AlarmQuery(active, acknowledged, type, outlet, region, enterprise, Optional.of(place), limit);
    }

    /** The same, with another size of page. */
    public AlarmQuery withLimit(int most) {
        return new AlarmQuery(active, acknowledged, type, outlet, region, enterprise, behind, most);
    }
}
