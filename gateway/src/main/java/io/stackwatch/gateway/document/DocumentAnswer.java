package io.stackwatch.gateway.document;

import io.stackwatch.core.enforcement.LawCitation;
import java.util.List;
import java.util.function.Function;

/** Answer to: can a document be written. */
public sealed interface DocumentAnswer {

    /** Calls the function of the variant. */
    <T> T match(Function<Written, T> written, Function<Refused, T> refused);

    /**
     * It can.
     *
     * @param order what it was written from
     * @param text what it says
     * @param citations the articles that it cites, each with the officer who confirmed it where it is not verified
     * @param remarks what an officer must know before he approves; stand on a draft alone
     */
    record Written(DocumentOrder order, DocumentText text, List<LawCitation> citations, List<String> remarks)
            implements DocumentAnswer {

        public Written {
            citations = List.copyOf(citations);
            remarks = List.copyOf(remarks);
        }

        @Override
        public <T> T match(Function<Written, T> written, Function<Refused, T> refused) {
            return written.apply(this);
        }
    }

    /** It cannot. */
    record Refused(List<Fault> faults) implements DocumentAnswer {

        public Refused {
            faults = List.copyOf(faults);
        }

        @Override
        public <T> T match(Function<Written, T> written, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }

    /**
     * A reason against it.
     *
     * @param reason which
     * @param about the field or the article
     */
    record Fault(Reason reason, String about) {}

    /** Why a document is refused. */
    enum Reason {
        /** The program has no template for it: somebody else writes it. */
        NO_TEMPLATE,
        /** A field is neither in the file nor given. */
        FIELD_MISSING,
        /** The article is not verified, or which one applies is not decided, and nobody has confirmed it. */
        LAW_NOT_CONFIRMED
    }
}
