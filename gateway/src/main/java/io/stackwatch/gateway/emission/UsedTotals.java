package io.stackwatch.gateway.emission;

import io.stackwatch.core.emission.EmissionTotal;
import io.stackwatch.core.emission.PermittedTotal;
import io.stackwatch.core.emission.TotalDecision;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.util.List;

/** How much of permitted totals has been used up, by what is recorded and registered at one moment. */
final class UsedTotals {

    private final RecordStore store;
    private final RegistrySnapshot registry;
    private final EmissionRules rules;
    private final Instant asOf;

    /** @param asOf how far the recorded hours have come */
    UsedTotals(RecordStore store, RegistrySnapshot registry, EmissionRules rules, Instant asOf) {
        this.store = store;
        this.registry = registry;
        this.rules = rules;
        this.asOf = asOf;
    }

    /** Every registered one whose days have begun. */
    List<PermittedTotal> begun() {
        return registry.facts().emission().permitted().stream()
                .filter(permitted -> days(permitted).start().isBefore(asOf))
                .toList();
    }

    /** What has been used up of one; a transaction for each outlet, so that none is long. */
    TotalDecision of(PermittedTotal permitted) {
        EmissionScope scope = permitted
                .outlet()
                .map(outlet -> new EmissionScope(EmissionScope.Kind.OUTLET, outlet.value()))
                .orElseGet(() -> new EmissionScope(
                        EmissionScope.Kind.ENTERPRISE, permitted.enterprise().value()));
        Window days = days(permitted);
        EmissionTotal total = EmissionTotal.NOTHING;
        for (OutletId outlet : scope.outlets(registry.registry(), days, asOf)) {
            total = total.plus(store.read(handle -> new AccountReader(handle, registry, rules, asOf)
                            .read(outlet, permitted.factor(), days)
                            .account())
                    .in(days));
        }
        return rules.totals().of(permitted, total, asOf);
    }

    /** The days of a permit, as hours. */
    static Window days(PermittedTotal permitted) {
        return new Window(
                permitted.firstDay().atStartOfDay(LegalTime.ZONE).toInstant(),
                permitted.lastDay().plusDays(1).atStartOfDay(LegalTime.ZONE).toInstant());
    }
}
