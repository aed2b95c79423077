package io.stackwatch.connectors.opcua.mapping;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which StatusCode is which of our flags, by profile. Immutable.
 *
 * <p>The profile {@value #DEFAULT} is our own choice ({@code status-profiles.csv}); another one is laid over it: what it does not
 * name is as in the default.
 */
public final class StatusProfiles {

    /** The profile of a node that names none. */
    public static final String DEFAULT = "default";

    private static final List<StatusRow> STANDARD =
            rows(DataTable.resource(StatusProfiles.class, "status-profiles.csv"));

    private final Map<String, Map<StatusRow.Status, DataFlag>> profiles = new HashMap<>();

    private StatusProfiles(List<StatusRow> rows) {
        for (StatusRow row : rows) {
            profiles.computeIfAbsent(row.profile(), name -> new HashMap<>()).put(row.status(), row.flag());
        }
    }

    /** The profile that comes with the program, and others. */
    public static StatusProfiles with(List<StatusRow> others) {
        List<StatusRow> all = new ArrayList<>(STANDARD);
        all.addAll(others);
        return new StatusProfiles(all);
    }

    private static List<StatusRow> rows(DataTable table) {
        Set<StatusRow.Status> seen = new HashSet<>();
        return table.rows().stream()
                .map(row -> {
                    row.constant("mark", Verification.class);
                    StatusRow.Status status = StatusRow.Status.parse(row.text("status"));
                    if (!seen.add(status)) {
                        throw row.fault("status", "stands in the table twice");
                    }
                    return new StatusRow(DEFAULT, status, new DataFlag(row.text("flag")));
                })
                .toList();
    }

    /** The names of all profiles, in order. */
    public Set<String> names() {
        return new TreeSet<>(profiles.keySet());
    }

    /**
     * The flag of a StatusCode: that of its code, else of its severity, in the profile; else the same in the default. A profile
     * that nobody knows is the default.
     */
    public DataFlag flag(String profile, long status) {
        StatusRow.Status code = StatusRow.Status.ofCode(status);
        StatusRow.Status severity = new StatusRow.Status(code.severity(), Optional.empty());
        Map<StatusRow.Status, DataFlag> own = profiles.getOrDefault(profile, Map.of());
        Map<StatusRow.Status, DataFlag> standard = profiles.getOrDefault(DEFAULT, Map.of());
        for (Map<StatusRow.Status, DataFlag> one : List.of(own, standard)) {
            DataFlag flag = one.getOrDefault(code, one.get(severity));
            if (flag != null) {
                return flag;
            }
        }
        throw new IllegalStateException("the default profile has no row for " + severity);
    }
}
