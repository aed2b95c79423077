package io.stackwatch.core.access;

/** How region and enterprise of what a request is about are found. Names stand in the contract, in camel case. */
public enum About {
    /** Nobody: the same for everybody who has the role. */
    NOTHING,
    /** Rows of many divisions that are not cut: for grants of the whole city only. */
    CITY,
    /** A list that is cut to a division or an enterprise by its parameters. */
    LISTED,
    /** An outlet. */
    OUTLET,
    /** An alarm, by its subject. */
    ALARM,
    /** A raw frame, by its station. */
    FRAME,
    /** A candidate case, by its outlet. */
    CASE,
    /** A case file. */
    CASE_FILE,
    /** An enterprise. */
    ENTERPRISE,
    /** A station, by its outlet. */
    STATION,
    /** An OPC UA source, by its enterprise. */
    SOURCE,
    /** A mark, by its outlet. */
    MARK,
    /** An exemption, by its outlet. */
    EXEMPTION,
    /** A check of an instrument, by its outlet. */
    QA_EVENT,
    /** A request to a logger, by its station. */
    EXCHANGE,
    /** A proof, by whatever it proves. */
    PROOF
}
