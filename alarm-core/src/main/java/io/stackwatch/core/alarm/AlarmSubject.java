package io.stackwatch.core.alarm;

import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import java.util.Optional;
import java.util.function.Function;

/** What an alarm is about: an outlet, an enterprise or a division. The same id in two kinds is two subjects. */
public sealed interface AlarmSubject {

    /** Calls the function of the variant. */
    <T> T match(Function<OutletId, T> outlet, Function<EnterpriseId, T> enterprise, Function<RegionCode, T> division);

    /** Of what kind it is. */
    default Kind kind() {
        return match(outlet -> Kind.OUTLET, enterprise -> Kind.ENTERPRISE, division -> Kind.REGION);
    }

    /** The id among its kind. */
    default String id() {
        return match(OutletId::value, EnterpriseId::value, RegionCode::value);
    }

    /** The outlet; empty if it is about something larger. */
    default Optional<OutletId> outlet() {
        return match(Optional::of, enterprise -> Optional.empty(), division -> Optional.empty());
    }

    /** The subject of a kind with an id, as {@link #kind} and {@link #id} gave them. */
    static AlarmSubject of(Kind kind, String id) {
        return switch (kind) {
            case OUTLET -> new OfOutlet(new OutletId(id));
            case ENTERPRISE -> new OfEnterprise(new EnterpriseId(id));
            case REGION -> new OfRegion(new RegionCode(id));
        };
    }

    /** Of what kind a subject is. Names are stored and never change. */
    enum Kind {
        OUTLET,
        ENTERPRISE,
        REGION
    }

    /** One outlet. */
    record OfOutlet(OutletId value) implements AlarmSubject {
        @Override
        public <T> T match(
                Function<OutletId, T> outlet, Function<EnterpriseId, T> enterprise, Function<RegionCode, T> division) {
            return outlet.apply(value);
        }
    }

    /** An enterprise with all its outlets. */
    record OfEnterprise(EnterpriseId value) implements AlarmSubject {
        @Override
        public <T> T match(
                Function<OutletId, T> outlet, Function<EnterpriseId, T> enterprise, Function<RegionCode, T> division) {
            return enterprise.apply(value);
        }
    }

    /** A division, such as a county, with all its enterprises. */
    record OfRegion(RegionCode value) implements AlarmSubject {
        @Override
        public <T> T match(
                Function<OutletId, T> outlet, Function<EnterpriseId, T> enterprise, Function<RegionCode, T> division) {
            return division.apply(value);
        }
    }
}
