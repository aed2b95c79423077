package io.stackwatch.core.registry;

import java.util.Collection;
import java.util.List;

/** How far a fact of law or of the registry has been checked against its official text; travels with the fact. */
public enum Verification {
    /** The official text or a faithful reproduction was read. */
    VERIFIED,
    /** A secondary source was read; plausible. */
    SECONDARY,
    /** Not checked; an officer must see that before it drives a sanction. */
    UNVERIFIED,
    /** Not law but this system's own default, adjustable. */
    DESIGN;

    private static final List<Verification> WEAKEST_FIRST = List.of(UNVERIFIED, SECONDARY, DESIGN, VERIFIED);

    /** The weakest mark of some: what rests on several facts is checked as far as the least checked of them. */
    public static Verification weakest(Collection<Verification> marks) {
        return WEAKEST_FIRST.stream().filter(marks::contains).findFirst().orElse(VERIFIED);
    }
}
