package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.DocumentKind;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.records.CasePaperRecords;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The numbers that the documents of one act get, such as {@code 聊环罚〔2026〕12号}: a series for each authority and word, from 1 in every
 * year, without a gap. Nothing is taken before {@link #take}, so that an act that is refused costs no number.
 */
final class DocumentNumbers {

    /** A number of a series that is free. */
    private record Free(String authority, String word, int year, long number) {

        String text() {
            return authority + word + "〔" + year + "〕" + number + "号";
        }
    }

    private final Handle handle;
    private final Map<DocumentKind, Free> free = new LinkedHashMap<>();

    private DocumentNumbers(Handle handle) {
        this.handle = handle;
    }

    /** Those that are free for the documents of an act of a day. */
    static DocumentNumbers of(
            Handle handle, DocumentWords words, List<DocumentKind> documents, RegionCode county, LocalDate day) {
        DocumentNumbers numbers = new DocumentNumbers(handle);
        String authority = words.authority(county, day).word();
        for (DocumentKind kind : documents) {
            words.word(kind).ifPresent(word -> {
                long last = CasePaperRecords.last(handle, authority, word, day.getYear());
                numbers.free.put(kind, new Free(authority, word, day.getYear(), last + 1));
            });
        }
        return numbers;
    }

    /** For an act whose documents have none. */
    static DocumentNumbers none(Handle handle) {
        return new DocumentNumbers(handle);
    }

    /** The number that stands for the act: that of its first numbered document. */
    Optional<String> first() {
        return free.values().stream().findFirst().map(Free::text);
    }

    Optional<String> of(DocumentKind kind) {
        return Optional.ofNullable(free.get(kind)).map(Free::text);
    }

    void take() {
        free.values()
                .forEach(one -> CasePaperRecords.take(handle, one.authority(), one.word(), one.year(), one.number()));
    }
}
