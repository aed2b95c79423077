package io.stackwatch.gateway.registry;

import io.stackwatch.core.emission.Duct;
import io.stackwatch.core.emission.MassFactors;
import io.stackwatch.core.emission.PermittedTotal;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.gateway.records.EmissionRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is registered for emission totals with the sheets laid over it. */
record LaidEmission(MergedRows<Duct> ducts, MergedRows<PermittedTotal> permitted) {

    private static final String NOT_TWICE = "versions that do not overlap: the older one needs an 'until'";

    static LaidEmission over(EmissionRows registered) {
        return new LaidEmission(
                new MergedRows<>(EmissionSheet.DUCTS, LaidEmission::keyOf, registered.ducts()),
                new MergedRows<>(EmissionSheet.PERMITTED, LaidEmission::keyOf, registered.permitted()));
    }

    EmissionRows rows() {
        return new EmissionRows(ducts.facts(), permitted.facts());
    }

    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        counts.put(ducts.sheet(), ducts.handedIn());
        counts.put(permitted.sheet(), permitted.handedIn());
        return counts;
    }

    private static Object keyOf(Duct duct) {
        return List.of(duct.outlet(), duct.effective().from());
    }

    private static Object keyOf(PermittedTotal total) {
        return List.of(total.enterprise(), total.outlet(), total.factor(), total.firstDay());
    }

    /** What the rows contradict among themselves and with the rest of the registry. */
    List<SheetError> contradictions(RegistryRows registry) {
        Set<OutletId> outlets =
                registry.outlets().stream().map(outlet -> outlet.id()).collect(Collectors.toSet());
        List<SheetError> errors = new ArrayList<>();
        for (int i = 0; i < ducts.facts().size(); i++) {
            Duct duct = ducts.facts().get(i);
            if (!outlets.contains(duct.outlet())) {
                errors.add(wrong(ducts, i, "outlet", duct.outlet().value(), "a registered outlet"));
            }
            boolean twice = ducts.facts().subList(0, i).stream()
                    .anyMatch(other -> other.outlet().equals(duct.outlet())
                            && other.effective().overlaps(duct.effective()));
            if (twice) {
                errors.add(wrong(ducts, i, "from", duct.outlet().value(), NOT_TWICE));
            }
        }
        Set<EnterpriseId> enterprises =
                registry.enterprises().stream().map(one -> one.id()).collect(Collectors.toSet());
        MassFactors factors = MassFactors.load();
        for (int i = 0; i < permitted.facts().size(); i++) {
            PermittedTotal total = permitted.facts().get(i);
            if (!enterprises.contains(total.enterprise())) {
                errors.add(wrong(permitted, i, "enterprise", total.enterprise().value(), "a registered enterprise"));
            }
            boolean foreign = total.outlet().isPresent()
                    && registry.outlets().stream()
                            .noneMatch(outlet -> total.outlet().get().equals(outlet.id())
                                    && outlet.enterprise().equals(total.enterprise()));
            if (foreign) {
                errors.add(wrong(
                        permitted,
                        i,
                        "outlet",
                        total.outlet().map(OutletId::value).orElse(""),
                        "empty or a registered outlet of the enterprise"));
            }
            if (!factors.factors().contains(total.factor())) {
                errors.add(wrong(permitted, i, "factor", total.factor().value(), "one of " + factors.factors()));
            }
            if (permitted.facts().subList(0, i).stream().anyMatch(total::overlaps)) {
                errors.add(wrong(
                        permitted,
                        i,
                        "first_day",
                        total.firstDay().toString(),
                        "totals of one enterprise, outlet and factor that do not overlap"));
            }
        }
        return errors;
    }

    private static SheetError wrong(MergedRows<?> rows, int place, String column, String found, String expected) {
        return new SheetError(rows.sheet(), rows.line(place), column, found, expected);
    }
}
