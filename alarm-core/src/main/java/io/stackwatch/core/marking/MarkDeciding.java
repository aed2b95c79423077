package io.stackwatch.core.marking;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Answer to an officer's wish to let a version of a mark count, or not. */
public sealed interface MarkDeciding {

    /** Calls the function of the variant. */
    <T> T match(Function<Done, T> done, Function<NotDone, T> notDone);

    /**
     * Decides; a name and a reason are needed, and who filed a mark does not decide about it.
     *
     * @param approve whether it shall count
     * @param by the officer
     * @param why the reason
     */
    static MarkDeciding decide(FiledVersion version, boolean approve, String by, String why, Instant now) {
        if (by.isBlank()) {
            return new NotDone(Reason.NAME_MISSING, "");
        }
        if (why.isBlank()) {
            return new NotDone(Reason.REASON_MISSING, "");
        }
        if (by.strip().equals(version.version().filedBy())) {
            return new NotDone(Reason.OWN_MARK, by.strip());
        }
        MarkEvent event = approve ? MarkEvent.APPROVED : MarkEvent.REFUSED;
        return MarkProcess.after(Optional.of(version.state()), event).isEmpty()
                ? new NotDone(Reason.NOT_IN_THIS_STATE, version.state().name())
                : new Done(new MarkAct(
                        version.version().mark(), version.version().version(), event, now, by.strip(), why.strip()));
    }

    /** It is decided. */
    record Done(MarkAct act) implements MarkDeciding {
        @Override
        public <T> T match(Function<Done, T> done, Function<NotDone, T> notDone) {
            return done.apply(this);
        }
    }

    /**
     * It is not.
     *
     * @param reason why not
     * @param found what was found instead; may be empty text
     */
    record NotDone(Reason reason, String found) implements MarkDeciding {
        @Override
        public <T> T match(Function<Done, T> done, Function<NotDone, T> notDone) {
            return notDone.apply(this);
        }
    }

    /** Why not. */
    enum Reason {
        NAME_MISSING,
        REASON_MISSING,
        /** Whoever filed it does not decide about it. */
        OWN_MARK,
        /** It stands where this cannot be decided. */
        NOT_IN_THIS_STATE
    }
}
