package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.DocumentKind;
import io.stackwatch.core.enforcement.Strand;
import java.util.Map;
import java.util.Optional;

/**
 * Where the documents of case files are made. Every method may block on the store and is called from worker threads only; several at a time.
 */
public interface DocumentDesk {

    /** A document that an act has brought, as of that act: the same file and the same tables give the same text. */
    PaperAnswer document(CaseFileId file, long number);

    /** The document that an act would bring if it were done now, marked as a draft and without number; nothing is kept. */
    PaperAnswer draft(DraftOrder order);

    /**
     * Writes what only an officer can say into a document that an act has brought: once, all of it, and only if the document is whole with it.
     *
     * @throws IllegalArgumentException if the reason is empty
     */
    PaperAnswer write(WordsOrder order);

    /**
     * What a draft is to be made of.
     *
     * @param kind which document
     * @param strand the procedure in which it would be issued
     * @param act the act that would issue it; if it is not given, the one that the tables have next
     * @param by who asks for it
     * @param carries what the act would carry
     * @param words what officers would write, by the Chinese names of the fields
     */
    record DraftOrder(
            CaseFileId file,
            DocumentKind kind,
            Strand strand,
            Optional<ActKind> act,
            Who by,
            ActOrder.Carries carries,
            Map<String, String> words) {

        public DraftOrder {
            words = Map.copyOf(words);
        }
    }

    /**
     * What an officer writes into a document.
     *
     * @param number of the document
     * @param by who
     * @param reason why, or what it rests on
     * @param words by the Chinese names of the fields
     */
    record WordsOrder(CaseFileId file, long number, Who by, String reason, Map<String, String> words) {

        public WordsOrder {
            words = Map.copyOf(words);
        }
    }
}
