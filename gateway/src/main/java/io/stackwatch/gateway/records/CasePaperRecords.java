package io.stackwatch.gateway.records;

import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.DocumentKind;
import io.stackwatch.core.enforcement.Strand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What hangs on the acts of a case: documents and their numbers, receipts, calculations, proofs, hand-overs. Only ever added to. */
public final class CasePaperRecords {

    private CasePaperRecords() {}

    /**
     * A document that an act brings.
     *
     * @param number orders all documents of the city
     * @param file of which case
     * @param place of the act in the file
     * @param kind what it is
     * @param document the number on it, if it has one
     * @param at when the act was entered
     * @param received when the enterprise acknowledged that it has it
     */
    public record Paper(
            long number,
            CaseFileId file,
            int place,
            DocumentKind kind,
            Optional<String> document,
            Instant at,
            Optional<Instant> received) {}

    /** A file that proves an act. */
    public record Proof(int place, String name, String sha256, long bytes) {}

    /** A line of a calculation. */
    public record Line(int place, String words) {}

    /** A strand handed over to another. */
    public record Handed(int place, Strand from, Strand to, String source) {}

    /** The last number of a series of documents in a year; 0 if it has none. */
    public static long last(Handle handle, String authority, String word, int year) {
        return handle.createQuery("SELECT last FROM document_series WHERE authority = ? AND word = ? AND year = ?")
                .bind(0, authority)
                .bind(1, word)
                .bind(2, year)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** Takes the next number of a series. */
    public static void take(Handle handle, String authority, String word, int year, long number) {
        handle.execute(
                """
                INSERT INTO document_series (authority, word, year, last) VALUES (?, ?, ?, ?)
                ON CONFLICT (authority, word, year) DO UPDATE SET last = excluded.last""",
                authority,
                word,
                year,
                number);
    }

    /** Keeps a document of an act. */
    public static void add(
            Handle handle, CaseFileId file, int place, DocumentKind kind, Optional<String> document, Instant at) {
        handle.execute(
                """
                INSERT INTO case_document (number, file, place, kind, document, at)
                VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM case_document), ?, ?, ?, ?, ?)""",
                file.value(),
                place,
                kind.name(),
                document.orElse(null),
                at.toEpochMilli());
    }

    /** The documents of a file, in order. */
    public static List<Paper> of(Handle handle, CaseFileId file) {
        return handle.createQuery(
                        """
                        SELECT d.*, r.at AS received FROM case_document d LEFT JOIN case_receipt r ON r.document = d.number
                        WHERE d.file = ? ORDER BY d.place, d.number""")
                .bind(0, file.value())
                .map((row, context) -> new Paper(
                        row.getLong("number"),
                        new CaseFileId(row.getString("file")),
                        row.getInt("place"),
                        DocumentKind.valueOf(row.getString("kind")),
                        Sql.optionalText(row, "document"),
                        Sql.instant(row, "at"),
                        Sql.optionalInstant(row, "received")))
                .list();
    }

    /** Keeps that a document was received; false if it was before. */
    public static boolean receive(Handle handle, long document, Act act) {
        return handle.execute(
                        """
                        INSERT INTO case_receipt (document, at, actor, reason) VALUES (?, ?, ?, ?)
                        ON CONFLICT (document) DO NOTHING""",
                        document,
                        act.at().toEpochMilli(),
                        act.by(),
                        act.reason())
                == 1;
    }

    /** Keeps how the amount of an act was calculated. */
    public static void calculated(Handle handle, CaseFileId file, int place, List<String> lines) {
        int number = 0;
        for (String words : lines) {
            handle.execute(
                    "INSERT INTO case_calculation (file, place, line, words) VALUES (?, ?, ?, ?)",
                    file.value(),
                    place,
                    ++number,
                    words);
        }
    }

    /** The calculations of a file, in order. */
    public static List<Line> calculations(Handle handle, CaseFileId file) {
        return handle.createQuery("SELECT place, words FROM case_calculation WHERE file = ? ORDER BY place, line")
                .bind(0, file.value())
                .map((row, context) -> new Line(row.getInt("place"), row.getString("words")))
                .list();
    }

    /** Keeps the files that prove an act. */
    public static void prove(Handle handle, CaseFileId file, List<Proof> proofs) {
        int number = 0;
        for (Proof proof : proofs) {
            handle.execute(
                    "INSERT INTO case_proof (file, place, number, name, sha256, bytes) VALUES (?, ?, ?, ?, ?, ?)",
                    file.value(),
                    proof.place(),
                    ++number,
                    proof.name(),
                    proof.sha256(),
                    proof.bytes());
        }
    }

    /** The proofs of a file's acts, in order. */
    public static List<Proof> proofs(Handle handle, CaseFileId file) {
        return handle.createQuery("SELECT * FROM case_proof WHERE file = ? ORDER BY place, number")
                .bind(0, file.value())
                .map((row, context) -> new Proof(
                        row.getInt("place"), row.getString("name"), row.getString("sha256"), row.getLong("bytes")))
                .list();
    }

    /** Keeps that a strand was begun by another's hand-over. */
    public static void handOver(Handle handle, CaseFileId file, Handed handed) {
        handle.execute(
                "INSERT INTO case_hand_over (file, place, from_strand, to_strand, source) VALUES (?, ?, ?, ?, ?)",
                file.value(),
                handed.place(),
                handed.from().toString(),
                handed.to().toString(),
                handed.source());
    }

    /** The hand-overs of a file, in order. */
    public static List<Handed> handOvers(Handle handle, CaseFileId file) {
        return new ArrayList<>(handle.createQuery("SELECT * FROM case_hand_over WHERE file = ? ORDER BY place")
                .bind(0, file.value())
                .map((row, context) -> new Handed(
                        row.getInt("place"),
                        Strand.parse(row.getString("from_strand")),
                        Strand.parse(row.getString("to_strand")),
                        row.getString("source")))
                .list());
    }
}
