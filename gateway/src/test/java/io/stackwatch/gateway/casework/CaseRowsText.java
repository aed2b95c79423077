package io.stackwatch.gateway.casework;

import io.stackwatch.gateway.records.RecordStore;
import java.util.List;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Every row that an act may write, as one text: two texts are equal exactly if nothing was written between. */
final class CaseRowsText {

    static final List<String> TABLES = List.of(
            "audit_trail",
            "audit_trail_head",
            "case_file",
            "case_act",
            "case_hand_over",
            "case_calculation",
            "case_proof",
            "case_document",
            "case_document_word",
            "document_series",
            "case_receipt",
            "case_objection",
            "hour_objection",
            "case_objection_answer",
            "case_deadline",
            "case_notice",
            "case_standing",
            "case_strand");

    private CaseRowsText() {}

    static String of(RecordStore store) {
        return store.read(CaseRowsText::of);
    }

    private static String of(Handle handle) {
        StringBuilder text = new StringBuilder();
        for (String table : TABLES) {
            text.append(table).append('\n');
            handle.createQuery("SELECT * FROM " + table).mapToMap().list().stream()
                    .map(row -> new TreeMap<>(row).toString())
                    .sorted()
                    .forEach(row -> text.append("  ").append(row).append('\n'));
        }
        return text.toString();
    }
}
