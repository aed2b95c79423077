package io.stackwatch.core.alarm;

import java.util.function.Function;

/** What a rule sees of a state that lasts: that it holds, that it is over, or why neither is said. */
public sealed interface Sight {

    /** Calls the function of the variant. */
    <T> T match(Function<Holds, T> holds, Function<Over, T> over, Function<Unsaid, T> unsaid);

    /**
     * The state holds.
     *
     * @param level how grave it is
     * @param why the kind of reason
     * @param words with the numbers
     */
    record Holds(AlarmLevel level, AlarmReason why, String words) implements Sight {
        @Override
        public <T> T match(Function<Holds, T> holds, Function<Over, T> over, Function<Unsaid, T> unsaid) {
            return holds.apply(this);
        }
    }

    /** It does not, or does not any more. */
    record Over(AlarmReason why, String words) implements Sight {
        @Override
        public <T> T match(Function<Holds, T> holds, Function<Over, T> over, Function<Unsaid, T> unsaid) {
            return over.apply(this);
        }
    }

    /** An alarm stays as it is, and none begins. */
    record Unsaid(Why why, String words) implements Sight {
        @Override
        public <T> T match(Function<Holds, T> holds, Function<Over, T> over, Function<Unsaid, T> unsaid) {
            return unsaid.apply(this);
        }
    }

    /** Why nothing is said. */
    enum Why {
        /** Not as bad as what begins an alarm, and not as good as what ends one. */
        IN_BETWEEN,
        /** Not for as long as it takes. */
        NOT_LONG_ENOUGH,
        /** It is looked at later. */
        TOO_EARLY,
        /** Too little is known, which is neither good nor bad. */
        TOO_LITTLE_KNOWN,
        /** Nothing is in force that it could be held against. */
        NO_LIMIT
    }
}
