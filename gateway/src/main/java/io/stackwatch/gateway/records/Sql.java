package io.stackwatch.gateway.records;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.registry.Effective;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How instants, decimals and stretches of time stand in columns. */
final class Sql {

    private Sql() {}

    static @Nullable Long millis(Optional<Instant> instant) {
        return instant.map(Instant::toEpochMilli).orElse(null);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Optional<Integer> optionalNumber(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    static Optional<Long> optionalLong(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    /** Journal records as {@code sequence:sha256}, separated by blanks. */
    static String evidence(List<EvidenceRef> evidence) {
        StringBuilder text = new StringBuilder(80 * evidence.size());
        for (EvidenceRef ref : evidence) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(ref.sequence())
                    .append(':')
                    .append(ref.sha256());
        }
        return text.toString();
    }

    static List<EvidenceRef> evidence(ResultSet row) throws SQLException {
        String text = row.getString("evidence");
        List<EvidenceRef> evidence = new ArrayList<>(2);
        if (!text.isEmpty()) {
            for (String ref : text.split(" ", -1)) {
                int colon = ref.indexOf(':');
                evidence.add(new EvidenceRef(Long.parseLong(ref.substring(0, colon)), ref.substring(colon + 1)));
            }
        }
        return evidence;
    }

    static Effective effective(ResultSet row) throws SQLException {
        return new Effective(instant(row, "valid_from"), optionalInstant(row, "valid_until"));
    }
}
