package io.stackwatch.gateway.history;

import io.stackwatch.core.measurement.ReadingLog.Refused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Small numbers for words that repeat in every row: outlets, measures, flags.
 *
 * <p>Numbers start at 1 and are never given to another word. Reading is safe from every thread; {@link #number} is for the
 * writer alone, outside a transaction, because a number that was handed out must stay.
 */
final class SqliteDictionary {

    private final Connection writer;
    private final String table;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, String> words = new ConcurrentHashMap<>();

    SqliteDictionary(Connection writer, String table) throws SQLException {
        this.writer = writer;
        this.table = table;
        try (Statement statement = writer.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS " + table + " (no INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE)");
            try (ResultSet rows = statement.executeQuery("SELECT no, word FROM " + table)) {
                while (rows.next()) {
                    remember(rows.getInt(1), rows.getString(2));
                }
            }
        }
    }

    /** The number of this word, which is given one if it has none. */
    int number(String word) throws SQLException {
        Integer known = numbers.get(word);
        if (known != null) {
            return known;
        }
        int next = numbers.size() + 1;
        if (next > PackedValues.MAX_NUMBER) {
            throw new Refused(
                    "dictionary " + table + " of the history is full at " + PackedValues.MAX_NUMBER + " words");
        }
        try (PreparedStatement insert = writer.prepareStatement("INSERT INTO " + table + " (no, word) VALUES (?, ?)")) {
            insert.setInt(1, next);
            insert.setString(2, word);
            insert.executeUpdate();
        }
        remember(next, word);
        return next;
    }

    int size() {
        return numbers.size();
    }

    Optional<Integer> known(String word) {
        return Optional.ofNullable(numbers.get(word));
    }

    String word(int number) {
        String word = words.get(number);
        if (word == null) {
            throw new IllegalStateException("dictionary " + table + " has no word " + number);
        }
        return word;
    }

    private void remember(int number, String word) {
        numbers.put(word, number);
        words.put(number, word);
    }
}
