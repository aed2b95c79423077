package io.stackwatch.gateway.records;

import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.supervision.Exceeding;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Enterprises with candidate cases in a month of which at least one hour still exceeds in its latest version: a case whose hours
 * were all revised away is none.
 */
public final class ExceedingRecords {

    private ExceedingRecords() {}

    /** Those of a month, by enterprise. Cases of outlets of which no enterprise is registered are left out: nobody can be named. */
    public static List<Exceeding> of(Handle handle, YearMonth month) {
        Map<String, Found> found = new LinkedHashMap<>();
        handle.createQuery(
                        """
                        SELECT c.id, e.id AS enterprise, e.name, e.region, COUNT(*) AS hours FROM candidate_case c
                        JOIN case_hour h ON h.case_id = c.id
                        JOIN hour_verdict v ON v.outlet = c.outlet AND v.factor = c.factor AND v.hour_start = h.hour_start
                          AND v.outcome = 'EXCEEDS' AND v.version = (SELECT MAX(l.version) FROM hour_verdict l
                            WHERE l.outlet = v.outlet AND l.hour_start = v.hour_start AND l.factor = v.factor)
                        JOIN outlet o ON o.id = c.outlet
                          AND o.valid_from = (SELECT MAX(n.valid_from) FROM outlet n WHERE n.id = o.id)
                        JOIN enterprise e ON e.id = o.enterprise
                          AND e.valid_from = (SELECT MAX(n.valid_from) FROM enterprise n WHERE n.id = e.id)
                        WHERE c.day >= ? AND c.day <= ?
                        GROUP BY c.id, e.id, e.name, e.region ORDER BY e.id, c.id""")
                .bind(0, month.atDay(1).toString())
                .bind(1, month.atEndOfMonth().toString())
                .map((row, context) -> new One(
                        new CaseId(row.getString("id")),
                        row.getString("enterprise"),
                        row.getString("name"),
                        row.getString("region"),
                        row.getInt("hours")))
                .forEach(one -> found.computeIfAbsent(one.enterprise(), k -> new Found())
                        .add(one));
        return found.values().stream().map(Found::exceeding).toList();
    }

    private record One(CaseId id, String enterprise, String name, String region, int hours) {}

    /** The cases of one enterprise. */
    private static final class Found {

        private final List<One> cases = new ArrayList<>();

        void add(One one) {
            cases.add(one);
        }

        Exceeding exceeding() {
            One first = cases.get(0);
            return new Exceeding(
                    new EnterpriseId(first.enterprise()),
                    first.name(),
                    new RegionCode(first.region()),
                    cases.stream().map(One::id).toList(),
                    cases.stream().mapToInt(One::hours).sum());
        }
    }
}
