package io.stackwatch.gateway.relay.target;

/** Whose platform (上位机) it is. Shown to people; nothing is decided by it. */
public enum PlatformKind {
    /** The ministry's. */
    NATION,
    /** A province's. */
    PROVINCE,
    /** A city's. */
    CITY,
    /** A county's. */
    COUNTY,
    /** The enterprise's own. */
    ENTERPRISE
}
