package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.RegionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** How counties deal with their cases, counted from rows. */
public final class CaseFigureRecords {

    private CaseFigureRecords() {}

    /**
     * The figures of a county.
     *
     * @param candidates candidate cases that the machine opened in the period
     * @param handedOn of these, how many an officer took on as a file (转办)
     * @param inTime of these, how many within the time for it
     * @param files files opened in the period
     * @param closed of these, how many have no procedure that goes on
     * @param open files that go on, whenever they were opened
     * @param overdue of these, how many owe something late
     */
    public record CountyFigures(
            RegionCode county,
            long candidates,
            long handedOn,
            long inTime,
            long files,
            long closed,
            long open,
            long overdue) {}

    /** The figures of every county that has any, by code. */
    public static List<CountyFigures> count(
            Handle handle, Instant from, Instant until, long withinMillis, Instant now) {
        Map<String, long[]> counted = new TreeMap<>();
        handle.createQuery(
                        """
                        SELECT COALESCE(f.county, (SELECT e.region FROM outlet o JOIN enterprise e ON e.id = o.enterprise
                            WHERE o.id = c.outlet ORDER BY o.valid_from DESC, e.valid_from DESC LIMIT 1)) AS county,
                          COUNT(*) AS candidates, COUNT(f.id) AS handed_on,
                          SUM(CASE WHEN f.opened_at <= c.opened_at + :within THEN 1 ELSE 0 END) AS in_time
                        FROM candidate_case c LEFT JOIN case_file f ON f.id = c.id
                        WHERE c.opened_at >= :from AND c.opened_at < :until GROUP BY 1""")
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .bind("within", withinMillis)
                .map((row, context) -> {
                    if (row.getString("county") != null) {
                        long[] figures = of(counted, row.getString("county"));
                        figures[0] += row.getLong("candidates");
                        figures[1] += row.getLong("handed_on");
                        figures[2] += row.getLong("in_time");
                    }
                    return true;
                })
                .list();
        handle.createQuery(
                        """
                        SELECT s.county, COUNT(*) AS files, SUM(1 - s.goes_on) AS closed FROM case_file f
                        JOIN case_standing s ON s.file = f.id
                        WHERE f.opened_at >= :from AND f.opened_at < :until GROUP BY s.county""")
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .map((row, context) -> {
                    long[] figures = of(counted, row.getString("county"));
                    figures[3] = row.getLong("files");
                    figures[4] = row.getLong("closed");
                    return true;
                })
                .list();
        handle.createQuery(
                        """
                        SELECT county, COUNT(*) AS going_on, SUM(CASE WHEN next_late <= :now THEN 1 ELSE 0 END) AS overdue
                        FROM case_standing WHERE goes_on = 1 GROUP BY county""")
                .bind("now", now.toEpochMilli())
                .map((row, context) -> {
                    long[] figures = of(counted, row.getString("county"));
                    figures[5] = row.getLong("going_on");
                    figures[6] = row.getLong("overdue");
                    return true;
                })
                .list();
        List<CountyFigures> all = new ArrayList<>();
        counted.forEach((county, figures) -> all.add(new CountyFigures(
                new RegionCode(county),
                figures[0],
                figures[1],
                figures[2],
                figures[3],
                figures[4],
                figures[5],
                figures[6])));
        return all;
    }

    private static long[] of(Map<String, long[]> counted, String county) {
        return counted.computeIfAbsent(county, code -> new long[7]);
    }
}
