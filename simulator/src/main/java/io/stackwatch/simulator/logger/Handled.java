package io.stackwatch.simulator.logger;

import java.util.List;
import java.util.Optional;

/**
 * What came of a frame of the host.
 *
 * @param reason why these answers
 * @param state the logger afterwards
 * @param answers what it does now, in this order
 * @param writer for whoever wants it to answer something else; empty if the frame is answered with silence
 */
public record Handled(Reason reason, LoggerState state, List<Answer> answers, Optional<AnswerWriter> writer) {

    public Handled {
        answers = List.copyOf(answers);
    }

    /** Why a frame is answered as it is. */
    public enum Reason {
        /** Carried out, or tried: the result code says how it went. */
        CARRIED_OUT,
        /** Repeats a request that changed something, or whose answer is on its way: answered again, not carried out again. */
        REPEATED,
        /** A notice; answered 9013. */
        NOTICED,
        /** Refused with a code of HJ 212-2017 Table 7. */
        REFUSED,
        /** Neither the plain reading nor one with a key has the declared checksum: silence (HJ 212-2017 6.3). */
        CHECKSUM,
        /** No request: an answer that nobody waits for, or no command at all; silence. */
        NO_REQUEST
    }
}
