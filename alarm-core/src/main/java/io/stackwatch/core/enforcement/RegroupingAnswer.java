package io.stackwatch.core.enforcement;

import java.util.function.Function;

/** Answer to: may hours go from one case file to another. */
public sealed interface RegroupingAnswer {

    /** Calls the function of the variant. */
    <T> T match(Function<Fits, T> fits, Function<FitsNot, T> fitsNot);

    /**
     * They may, as far as the files go; whether whoever asks may do it is decided by {@link StepRule} for each of the two acts.
     *
     * @param stays what the act carries in the file that goes on: it takes hours over, or gives them away
     * @param other what the act carries in the other file: it ends, or begins as a part
     */
    record Fits(Regrouping stays, Regrouping other) implements RegroupingAnswer {
        @Override
        public <T> T match(Function<Fits, T> fits, Function<FitsNot, T> fitsNot) {
            return fits.apply(this);
        }
    }

    /** They may not. */
    record FitsNot(Reason reason, String detail) implements RegroupingAnswer {
        @Override
        public <T> T match(Function<Fits, T> fits, Function<FitsNot, T> fitsNot) {
            return fitsNot.apply(this);
        }
    }

    /** What does not fit. Names are shown and never change. */
    enum Reason {
        /** It is the same file twice. */
        SAME_FILE,
        /** A file is not about a violation, but about a county. */
        OTHER_SUBJECT,
        /** The files are about different outlets. */
        OTHER_OUTLET,
        /** The files are about different parties. */
        OTHER_ENTERPRISE,
        /** The files are about different matters of law. */
        OTHER_MATTER,
        /** Livelihood or harm was found in one file and not in the other. */
        OTHER_CIRCUMSTANCES,
        /** A file has ended. */
        ENDED,
        /** A file was decided. */
        DECIDED,
        /** The prior notice was issued. */
        NOTICE_GIVEN,
        /** The files do not stand at the same step. */
        OTHER_STAGE,
        /** Another procedure was begun in the file that would end or be split: it rests on all its hours. */
        OTHER_PROCEDURE,
        /** The time of the file that would end passes before that of the file that would go on: nobody gains time by merging. */
        TIME_GAINED,
        /** The hours do not make one continuous period. */
        NOT_CONTINUOUS,
        /** No hour would go. */
        NOTHING_GOES,
        /** No hour would stay. */
        NOTHING_STAYS
    }
}
