package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.gateway.records.CaseActRecords;
import io.stackwatch.gateway.records.CaseActRow;
import io.stackwatch.gateway.records.CasePaperRecords;
import io.stackwatch.gateway.records.DocumentWordRecords;
import io.stackwatch.gateway.records.TrailRecords;
import io.stackwatch.gateway.records.TrailRow;
import io.stackwatch.gateway.trail.TrailDigest;
import io.stackwatch.gateway.trail.TrailFinding;
import io.stackwatch.gateway.trail.TrailFinding.Broken;
import io.stackwatch.gateway.trail.TrailFinding.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Holds acts of a file and words of its documents against the trail, which is known to be whole: each to its row, and each row to them. */
final class FileProof {

    private static final Set<String> NOT_ACTS = Set.of(
            "FILE_OPENED",
            "DOCUMENT_RECEIVED",
            StoredDocuments.WORDED,
            "HOUR_OBJECTED",
            "OBJECTION_ANSWERED",
            "DEADLINE_WARNED",
            "DEADLINE_PASSED");

    private FileProof() {}

    static TrailFinding of(Handle handle, CaseFileId file, TrailFinding.Whole whole) {
        Map<Long, TrailRow> told = new HashMap<>();
        TrailRecords.about(handle, CaseworkDesk.trailSubject(file), 0, Integer.MAX_VALUE)
                .forEach(row -> told.put(row.number(), row));
        Set<Long> left = new TreeSet<>();
        told.values().stream().filter(row -> !NOT_ACTS.contains(row.act())).forEach(row -> left.add(row.number()));
        List<CaseActRow> acts;
        try {
            acts = CaseActRecords.of(handle, file);
        } catch (RuntimeException unreadable) {
            // a column that no act can have was written by nobody of ours
            return new Broken(
                    left.isEmpty() ? 0 : left.iterator().next(),
                    Fault.CONTENT_CHANGED,
                    "the acts of " + file + " cannot be read: " + unreadable.getMessage());
        }
        for (CaseActRow act : acts) {
            TrailRow row = told.get(act.trail());
            String content = TrailDigest.of(CaseLedger.content(file, act.place(), act.act()));
            if (row == null || !row.content().equals(content)) {
                return new Broken(
                        act.trail(),
                        Fault.CONTENT_CHANGED,
                        "act " + act.place() + " of " + file + " is not what was told");
            }
            left.remove(act.trail());
        }
        return left.isEmpty()
                ? words(handle, file, whole, told)
                : new Broken(
                        left.iterator().next(),
                        Fault.CONTENT_CHANGED,
                        "the act that this row tells of is not in " + file + " any more");
    }

    /** Holds what officers wrote into documents against the rows that tell of it, each way. */
    private static TrailFinding words(
            Handle handle, CaseFileId file, TrailFinding.Whole whole, Map<Long, TrailRow> told) {
        Set<String> kept = new TreeSet<>();
        for (CasePaperRecords.Paper paper : CasePaperRecords.of(handle, file)) {
            Map<String, String> words = DocumentWordRecords.of(handle, paper.number());
            if (!words.isEmpty()) {
                kept.add(digest(paper.number(), words));
            }
        }
        for (TrailRow row : told.values()) {
            if (row.act().equals(StoredDocuments.WORDED) && !kept.remove(row.content())) {
                return new Broken(
                        row.number(),
                        Fault.CONTENT_CHANGED,
                        "the words of a document of " + file + " are not what was told");
            }
        }
        return kept.isEmpty()
                ? whole
                : new Broken(0, Fault.CONTENT_CHANGED, "a document of " + file + " has words that no row tells of");
    }

    /** The digest of words as they are stored; of no row's if a field is none of ours. */
    private static String digest(long document, Map<String, String> words) {
        try {
            return TrailDigest.of(PaperWords.stored(words).text(document));
        } catch (IllegalArgumentException noField) {
            return "unreadable: " + noField.getMessage();
        }
    }
}
