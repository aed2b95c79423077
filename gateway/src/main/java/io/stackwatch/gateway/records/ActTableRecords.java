package io.stackwatch.gateway.records;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Acts as their tables keep them, read back for the trail. */
public final class ActTableRecords {

    private ActTableRecords() {}

    /**
     * An act as it is kept.
     *
     * @param at when, to the millisecond
     * @param actor who
     * @param act what was done, a word
     * @param reason why; may be empty
     * @param text all that the trail tells of it: each row as {@code column=length:value} in order, with the length in UTF-8 bytes; null is
     *     {@code column=-}
     */
    public record KeptAct(Instant at, String actor, String act, String reason, String text) {}

    /** The act that a subject names; empty if it is not there. */
    public static Optional<KeptAct> find(Handle handle, ActTable table, String subject) {
        List<Object> key = table.key(subject);
        List<KeptAct> acts = query(handle, table.act(), key)
                .map((row, context) -> new KeptAct(
                        Sql.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("act"),
                        row.getString("reason"),
                        text(row)))
                .list();
        if (acts.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        acts.forEach(act -> text.append(act.text()));
        for (String beside : table.beside()) {
            text.append("--\n");
            query(handle, beside, key).map((row, context) -> text(row)).forEach(text::append);
        }
        KeptAct first = acts.get(0);
        return Optional.of(new KeptAct(first.at(), first.actor(), first.act(), first.reason(), text.toString()));
    }

    private static Query query(Handle handle, String sql, List<Object> key) {
        Query query = handle.createQuery(sql);
        for (int i = 0; i < key.size(); i++) {
            query.bind(i, key.get(i));
        }
        return query;
    }

    private static String text(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        StringBuilder text = new StringBuilder("row\n");
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String value = row.getString(i);
            text.append(columns.getColumnLabel(i).toLowerCase(Locale.ROOT)).append('=');
            if (value == null) {
                text.append("-\n");
            } else {
                text.append(value.getBytes(StandardCharsets.UTF_8).length)
                        .append(':')
                        .append(value)
                        .append('\n');
            }
        }
        return text.toString();
    }
}
