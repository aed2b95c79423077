package io.stackwatch.gateway.document;

import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.DocumentKind;
import io.stackwatch.core.enforcement.Strand;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which document is to be written, and what it is written from.
 *
 * @param kind which
 * @param number document number; empty while it has none, which only a draft may be, or a kind without numbers
 * @param caseNumber number of the case as people call it, such as that of its filing
 * @param date the day it bears
 * @param letterhead who issues it
 * @param party whom it concerns
 * @param outlet name and number of the outlet; empty for a county's file
 * @param file the case, with the act that issues the document folded in
 * @param strand the procedure in which it is issued
 * @param hours the hours that exceed, in order
 * @param evidence the evidence that it lists, in order
 * @param given what an officer wrote, by field
 * @param approval who approved it; empty: a draft
 */
public record DocumentOrder(
        DocumentKind kind,
        Optional<DocumentNumber> number,
        String caseNumber,
        LocalDate date,
        Letterhead letterhead,
        Party party,
        Optional<String> outlet,
        CaseFile file,
        Strand strand,
        List<ExceedingHour> hours,
        List<EvidenceLine> evidence,
        Map<DocumentField, String> given,
        Optional<Approval> approval) {

    public DocumentOrder {
        hours = List.copyOf(hours);
        evidence = List.copyOf(evidence);
        given = Map.copyOf(given);
        given.keySet().forEach(field -> {
            if (!field.isGiven()) {
                throw new IllegalArgumentException(field.label() + " is read from the file and not given");
            }
        });
    }

    /** Whether it is not approved yet. */
    public boolean draft() {
        return approval.isEmpty();
    }
}
