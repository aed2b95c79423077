package io.stackwatch.gateway.records;

import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What officers wrote for documents of cases, by field; once for each document. Only ever added to. */
public final class DocumentWordRecords {

    private DocumentWordRecords() {}

    /** The words for a document by field, in the order of the fields' names; empty if nobody has written any. */
    public static Map<String, String> of(Handle handle, long document) {
        Map<String, String> words = new TreeMap<>();
        handle.createQuery("SELECT field, words FROM case_document_word WHERE document = ? ORDER BY field")
                .bind(0, document)
                .map((row, context) -> Map.entry(row.getString("field"), row.getString("words")))
                .forEach(entry -> words.put(entry.getKey(), entry.getValue()));
        return words;
    }

    /** Keeps the words for a document; a field that is there already fails. */
    public static void add(Handle handle, long document, Map<String, String> words, String role, Act act) {
        words.forEach((field, text) -> handle.execute(
                """
                INSERT INTO case_document_word (document, field, words, at, actor, role, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                document,
                field,
                text,
                act.at().toEpochMilli(),
                act.by(),
                role,
                act.reason()));
    }
}
