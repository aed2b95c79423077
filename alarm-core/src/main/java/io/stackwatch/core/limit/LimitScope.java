package io.stackwatch.core.limit;

import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.StandardCategory;
import java.util.function.Function;

/** To what a limit applies. */
public sealed interface LimitScope {

    /** Calls the function of the variant. */
    <T> T match(Function<OfOutlet, T> outlet, Function<OfCategory, T> category);

    /** Whether an outlet, in one version of its registration, is inside. */
    default boolean covers(Outlet outlet) {
        return match(only -> only.outlet().equals(outlet.id()), all -> outlet.categories()
                .contains(all.category()));
    }

    /** One outlet: an entry of its permit. */
    record OfOutlet(OutletId outlet) implements LimitScope {
        @Override
        public <T> T match(Function<OfOutlet, T> outlet, Function<OfCategory, T> category) {
            return outlet.apply(this);
        }
    }

    /** Every outlet of a category of a standard. */
    record OfCategory(StandardCategory category) implements LimitScope {
        @Override
        public <T> T match(Function<OfOutlet, T> outlet, Function<OfCategory, T> category) {
            return category.apply(this);
        }
    }
}
