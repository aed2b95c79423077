package io.stackwatch.simulator.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ways of treating the host's requests wrongly, and of encrypting wrongly, by the name that scenarios and commands use. */
public enum LapseKind {
    /** Begins to answer only after a while. */
    SLOW_ANSWER("slow-answer"),
    /** Answers 9011 in time and the result only after a while. */
    SLOW_RESULT("slow-result"),
    /** Refuses with a QnRtn and does nothing. */
    REFUSE("refuse"),
    /** Says that it is ready, does nothing, and ends with an ExeRtn. */
    FAIL("fail"),
    /** Answers with another request number (as HJ 212-2017 C.43 misprints). */
    WRONG_QN("wrong-qn"),
    /** Hangs up after its first packet of data, or after 9011 if there is none. */
    DIE_HALFWAY("die-halfway"),
    /** Hangs up after 9011. */
    DIE_AFTER_9011("die-after-9011"),
    /** Says everything twice. */
    ANSWER_TWICE("answer-twice"),
    /** Does nothing and says nothing. */
    SILENT_TO_REQUESTS("silent-to-requests"),
    /** Answers with a wrong checksum; records and uploads stay right. */
    WRONG_CRC_ANSWER("wrong-crc-answer"),
    /** Sends in clear what it has to encrypt. */
    PLAINTEXT("plaintext"),
    /** Encrypts with the key before. */
    OLD_KEY("old-key");

    private final String lapseName;

    LapseKind(String lapseName) {
        this.lapseName = lapseName;
    }

    /** The name in scenarios and commands. */
    public String lapseName() {
        return lapseName;
    }

    /** Whether it spoils encryption, of uploads too, and not the answering of requests. */
    boolean isOfCipher() {
        return this == PLAINTEXT || this == OLD_KEY;
    }

    /** The kind of that name; empty if there is none. */
    public static Optional<LapseKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.lapseName.equals(name))
                .findFirst();
    }

    /** All names, in order. */
    public static List<String> names() {
        return Arrays.stream(values()).map(LapseKind::lapseName).toList();
    }
}
