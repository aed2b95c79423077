package io.stackwatch.gateway.document;

import io.stackwatch.core.enforcement.LawCitation;
import io.stackwatch.core.measurement.LegalTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands on every page of a printed document, and behind its text.
 *
 * @param footer case, number and SHA-256 of the content
 * @param watermark across the page; empty of an approved document
 * @param notesTitle what the notes are
 * @param notes of a draft, what an officer must know; of a final document, who confirmed an article that is not verified
 * @param madeAt what the file says of its time: the day that the document bears
 */
record PageMark(List<String> footer, String watermark, String notesTitle, List<String> notes, Instant madeAt) {

    static PageMark of(DocumentAnswer.Written written) {
        DocumentText text = written.text();
        DocumentOrder order = written.order();
        String approval = order.approval().map(by -> "　审批：" + by.by()).orElse("　未经审批，不具效力");
        return new PageMark(
                List.of(
                        "案号 " + text.caseNumber() + (text.number().isEmpty() ? "" : "　文号 " + text.number()) + approval,
                        "内容SHA-256 " + text.sha256()),
                order.draft() ? "草稿" : "",
                order.draft() ? "承办人须知（仅载于草稿）：" : "法律依据核对：",
                order.draft() ? written.remarks() : confirmed(written.citations()),
                order.date().atStartOfDay(LegalTime.ZONE).toInstant());
    }

    private static List<String> confirmed(List<LawCitation> citations) {
        return citations.stream()
                .flatMap(citation -> citation.match(PageMark::confirmed, withheld -> Optional.<String>empty()).stream())
                .toList();
    }

    private static Optional<String> confirmed(LawCitation.Printable printable) {
        return printable
                .confirmation()
                .map(word -> printable.text() + "，" + word.by() + "于"
                        + ChineseText.day(word.at().atZone(LegalTime.ZONE).toLocalDate()) + "核对");
    }
}
