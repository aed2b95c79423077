package io.stackwatch.gateway.casework;

import io.stackwatch.gateway.document.DocumentAnswer;
import java.util.function.Function;

/** Answer to somebody who wants a document of a case. */
public sealed interface PaperAnswer {

    /** Calls the function of the variant. */
    <T> T match(Function<Made, T> made, Function<NotMade, T> notMade, Function<Faulty, T> faulty);

    /**
     * Here it is.
     *
     * @param title such as 行政处罚决定书-聊环罚〔2026〕1号, for the name of a file
     * @param written what it says
     */
    record Made(String title, DocumentAnswer.Written written) implements PaperAnswer {
        @Override
        public <T> T match(Function<Made, T> made, Function<NotMade, T> notMade, Function<Faulty, T> faulty) {
            return made.apply(this);
        }
    }

    /** It did not come to be written. */
    record NotMade(Reason reason, String detail) implements PaperAnswer {
        @Override
        public <T> T match(Function<Made, T> made, Function<NotMade, T> notMade, Function<Faulty, T> faulty) {
            return notMade.apply(this);
        }
    }

    /**
     * Something is missing in it, or rests on an article that nobody has confirmed.
     *
     * @param title of the document
     * @param refused all that is against it
     */
    record Faulty(String title, DocumentAnswer.Refused refused) implements PaperAnswer {
        @Override
        public <T> T match(Function<Made, T> made, Function<NotMade, T> notMade, Function<Faulty, T> faulty) {
            return faulty.apply(this);
        }
    }

    /** Why a document did not come to be written. Names are shown and never change. */
    enum Reason {
        /** There is no such file or document. */
        UNKNOWN,
        /** Nobody of that name is registered in that role today. */
        NOT_REGISTERED,
        /** His role or county does not let him. */
        NOT_HIS,
        /** Somebody has written its words before. */
        DONE_BEFORE,
        /** Something that is given is no field that an officer writes, or an act lacks what it must carry. */
        INCOMPLETE,
        /** No act that is next in the case issues it. */
        NOT_NEXT,
        /** The bureau has not given the head of the authority's documents. */
        NO_LETTERHEAD
    }
}
