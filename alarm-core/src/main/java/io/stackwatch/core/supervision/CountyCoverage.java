package io.stackwatch.core.supervision;

import io.stackwatch.core.registry.RegionCode;
import java.util.List;

/**
 * The coverage of one county or zone.
 *
 * @param code its code
 * @param name its name; the code if none is registered
 * @param entries every outlet of its enterprises, and boilers without one
 */
public record CountyCoverage(RegionCode code, String name, List<CoverageEntry> entries) {

    public CountyCoverage {
        entries = List.copyOf(entries);
    }

    /** How many must be on line. */
    public int must() {
        return (int) entries.stream().filter(CoverageEntry::mustBeOnline).count();
    }

    /** Which must be on line and are not. */
    public List<CoverageEntry> lacking() {
        return entries.stream().filter(CoverageEntry::lacking).toList();
    }

    /** Of how many it is not known whether they must. */
    public int notKnown() {
        return (int) entries.stream()
                .filter(entry -> entry.must() == CoverageEntry.Must.NOT_KNOWN)
                .count();
    }
}
