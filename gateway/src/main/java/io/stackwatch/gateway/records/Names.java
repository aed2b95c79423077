package io.stackwatch.gateway.records;

/** How the newest registered names are joined to rows that have an outlet. */
final class Names {

    /** {@code %1$s}: alias of the table with the column {@code outlet}; gives the aliases o (outlet) and e (enterprise). */
    static final String JOIN =
            """
             LEFT JOIN outlet o ON o.id = %1$s.outlet
               AND o.valid_from = (SELECT MAX(n.valid_from) FROM outlet n WHERE n.id = o.id)
             LEFT JOIN enterprise e ON e.id = o.enterprise
               AND e.valid_from = (SELECT MAX(n.valid_from) FROM enterprise n WHERE n.id = e.id)
            """;

    private Names() {}
}
