package io.stackwatch.core.supervision;

import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import java.util.List;

/**
 * An enterprise that exceeded a limit in a month, as its candidate cases say: the marking windows have closed, an enforceable limit
 * is still exceeded.
 *
 * @param enterprise who
 * @param name the name of that time
 * @param county the code under which it is registered, which may be a former one
 * @param cases the cases of the month, at least one
 * @param hours how many hours exceed in them
 */
public record Exceeding(EnterpriseId enterprise, String name, RegionCode county, List<CaseId> cases, int hours) {

    public Exceeding {
        cases = List.copyOf(cases);
        if (cases.isEmpty() || hours < 1) {
            throw new IllegalArgumentException(enterprise + " exceeds in " + cases + ", " + hours + " hours");
        }
    }
}
