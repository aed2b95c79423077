package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.DocumentKind;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Verification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How documents are numbered: the word of the authority and that of the kind of document. Immutable. */
public final class DocumentWords {

    /** Who gets a document. */
    enum Addressee {
        ENTERPRISE,
        COUNTY,
        /** Nobody: it stays in the file. */
        FILE
    }

    /** In whose name a document is issued. */
    record Authority(Optional<RegionCode> region, String name, String word, Effective effective) {}

    private final Map<DocumentKind, String> words;
    private final Map<DocumentKind, Addressee> addressees;
    private final List<Authority> authorities;

    private DocumentWords(
            Map<DocumentKind, String> words, Map<DocumentKind, Addressee> addressees, List<Authority> authorities) {
        this.words = words;
        this.addressees = addressees;
        this.authorities = List.copyOf(authorities);
    }

    static DocumentWords load() {
        Map<DocumentKind, String> words = new EnumMap<>(DocumentKind.class);
        Map<DocumentKind, Addressee> addressees = new EnumMap<>(DocumentKind.class);
        for (DataTable.Row row :
                DataTable.resource(DocumentWords.class, "document-words.csv").rows()) {
            row.constant("mark", Verification.class);
            DocumentKind kind = row.constant("kind", DocumentKind.class);
            row.optional("word").ifPresent(word -> words.put(kind, word));
            if (addressees.put(kind, row.constant("addressee", Addressee.class)) != null) {
                throw row.fault("kind", "two rows for one kind");
            }
        }
        List<Authority> authorities = new ArrayList<>();
        for (DataTable.Row row :
                DataTable.resource(DocumentWords.class, "authorities.csv").rows()) {
            row.constant("mark", Verification.class);
            authorities.add(new Authority(
                    row.optional("region").map(RegionCode::new),
                    row.text("chinese"),
                    row.text("word"),
                    row.effective(LegalTime.ZONE)));
        }
        return new DocumentWords(words, addressees, authorities);
    }

    /** The word of a kind of document; empty if such a document has no number. */
    Optional<String> word(DocumentKind kind) {
        return Optional.ofNullable(words.get(kind));
    }

    /** Who gets a kind of document. */
    Addressee addressee(DocumentKind kind) {
        return addressees.getOrDefault(kind, Addressee.FILE);
    }

    /** In whose name documents about a county are issued on a day. */
    Authority authority(RegionCode county, LocalDate day) {
        List<Authority> then = authorities.stream()
                .filter(row -> row.effective()
                        .contains(day.atStartOfDay(LegalTime.ZONE).toInstant()))
                .toList();
        return then.stream()
                .filter(row -> row.region().equals(Optional.of(county)))
                .findFirst()
                .or(() -> then.stream().filter(row -> row.region().isEmpty()).findFirst())
                .orElseThrow(() -> new IllegalStateException("no authority for " + county + " on " + day));
    }
}
