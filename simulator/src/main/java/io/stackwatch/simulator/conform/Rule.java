package io.stackwatch.simulator.conform;

import java.util.Locale;
import java.util.Optional;

/**
 * What one case examines, in words.
 *
 * @param english one sentence
 * @param chinese the same sentence
 * @param clause where it stands: edition and clause, table or appendix
 * @param evidence how surely it stands there
 */
public record Rule(String english, String chinese, String clause, Evidence evidence) {

    /** How far the clause was checked. */
    public enum Evidence {
        /** Read in the text of the standard. */
        VERIFIED("原文核对"),
        /** Quoted by others; the text was not read. */
        SECONDARY("二手资料"),
        /** Seen in frames from the field. */
        FIELD("现场实例"),
        /** A conclusion; no text says it. */
        INFERENCE("推断");

        private final String chinese;

        Evidence(String chinese) {
            this.chinese = chinese;
        }

        /** The word that a script uses. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The same for a Chinese reader. */
        public String chinese() {
            return chinese;
        }

        static Optional<Evidence> of(String word) {
            for (Evidence evidence : values()) {
                if (evidence.word().equals(word)) {
                    return Optional.of(evidence);
                }
            }
            return Optional.empty();
        }
    }

    /** What a departure from it is worth. */
    public enum Grade {
        /** A failure. */
        SHALL,
        /** A warning: the standard does not say so, or not to everybody. */
        SHOULD
    }
}
