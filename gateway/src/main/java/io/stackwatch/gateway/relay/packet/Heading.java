package io.stackwatch.gateway.relay.packet;

import io.stackwatch.connectors.hj212.codec.Command;
import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.codec.Flag;
import java.util.Optional;

/**
 * The fields of a frame by which it is routed and answered.
 *
 * @param command CN; 0 where it cannot be read
 * @param mn MN; empty where there is none
 * @param qn QN, for answers of 2005 the one in their content; empty where there is none
 * @param flag Flag; empty where there is none or it is no number from 0 to 255
 * @param backFilled whether it carries {@code RF=1} (HJ 212-2025 Table 3)
 */
public record Heading(int command, String mn, String qn, Optional<Flag> flag, boolean backFilled) {

    private static final int LEAST_ANSWER = 9011;
    private static final int NOTICE_ANSWER = 9013;
    private static final int DATA_ANSWER = 9014;
    private static final int HEARTBEAT = 9015;
    private static final int LOGIN = 9021;

    /** Whether it is one of 9011 to 9014. */
    public boolean isAnswer() {
        return command >= LEAST_ANSWER && command <= DATA_ANSWER;
    }

    /** Whether it keeps a connection alive: 9015, or the 9021 of the surface-water profile. */
    public boolean isHeartbeat() {
        return command == HEARTBEAT || command == LOGIN;
    }

    /** The receipt that it asks for; empty where it asks for none or cannot get one. */
    public Optional<ReceiptKey> receipt() {
        boolean asks = flag.map(Flag::answerWanted).orElse(false);
        if (!asks || qn.isEmpty() || mn.isEmpty()) {
            return Optional.empty();
        }
        return switch (answer()) {
            case DATA -> Optional.of(new ReceiptKey(mn, qn, false));
            case NOTICE -> Optional.of(new ReceiptKey(mn, qn, true));
            case NONE -> Optional.empty();
        };
    }

    /** What it is a receipt for, if it is one. */
    public Optional<ReceiptKey> receiptFor() {
        return command == NOTICE_ANSWER || command == DATA_ANSWER
                ? Optional.of(new ReceiptKey(mn, qn, command == NOTICE_ANSWER))
                : Optional.empty();
    }

    private Command.Answer answer() {
        Command.Answer unknown = command < 9_000 ? Command.Answer.DATA : Command.Answer.NONE;
        return CommandTable.standard().find(command).map(Command::answer).orElse(unknown);
    }
}
