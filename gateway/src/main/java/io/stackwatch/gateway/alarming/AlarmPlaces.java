package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.notice.AlarmPlace;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Registry;
import java.time.Instant;
import java.util.Optional;

/** Where alarms belong and what the places are called, by the registry of their last hour. */
final class AlarmPlaces {

    private final Registry registry;

    AlarmPlaces(Registry registry) {
        this.registry = registry;
    }

    AlarmPlace of(Alarm alarm) {
        Instant at = alarm.lastHour();
        return alarm.key()
                .subject()
                .match(
                        id -> {
                            Optional<EnterpriseId> enterprise =
                                    registry.outletAt(id, at).map(Outlet::enterprise);
                            return new AlarmPlace(Optional.of(id), enterprise, enterprise.flatMap(e -> county(e, at)));
                        },
                        id -> new AlarmPlace(Optional.empty(), Optional.of(id), county(id, at)),
                        code -> new AlarmPlace(Optional.empty(), Optional.empty(), Optional.of(code)));
    }

    private Optional<RegionCode> county(EnterpriseId enterprise, Instant at) {
        return registry.enterpriseAt(enterprise, at).map(Enterprise::region);
    }

    /** The name of what an alarm is about, the enterprise before its outlet; ids where nothing is registered. */
    String name(Alarm alarm) {
        Instant at = alarm.lastHour();
        return alarm.key()
                .subject()
                .match(
                        id -> registry.outletAt(id, at)
                                .map(outlet -> enterprise(outlet.enterprise(), at) + " " + outlet.name())
                                .orElse(id.value()),
                        id -> enterprise(id, at),
                        code -> registry.regionAt(code, at)
                                .map(region -> region.chineseName())
                                .orElse(code.value()));
    }

    private String enterprise(EnterpriseId id, Instant at) {
        return registry.enterpriseAt(id, at).map(Enterprise::name).orElse(id.value());
    }
}
