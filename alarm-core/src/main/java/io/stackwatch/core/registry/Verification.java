package io.stackwatch.core.registry;

/** How far a fact of law or of the registry has been checked against its official text; travels with the fact. */
public enum Verification {
    /** The official text or a faithful reproduction was read. */
    VERIFIED,
    /** A secondary source was read; plausible. */
    SECONDARY,
    /** Not checked; an officer must see that before it drives a sanction. */
    UNVERIFIED,
    /** Not law but this system's own default, adjustable. */
    DESIGN
}
