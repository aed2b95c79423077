package io.stackwatch.connectors.hj212.codec;

import java.util.List;
import java.util.Set;

/**
 * One row of the table of commands (命令编码): what a number means in some editions when one side sends it.
 *
 * @param number the command, 1000 to 9999
 * @param nameZh the standard's name
 * @param nameEn the same in English
 * @param direction who sends it
 * @param editions in which editions it has this meaning: 2005, 2017, 2025
 * @param pattern what follows it
 * @param answer how we answer it if it comes and an answer is wanted
 * @param control whether it changes something at the station, so that one person orders it and another releases it
 * @param encrypted whether 2025 says that it shall be encrypted
 * @param requestFields the content that the host sends
 * @param responseFields the content that the field device sends: as upload, or as data for the host's request
 * @param mark where the row comes from and how sure it is, in the marks of the protocol notes
 */
public record Command(
        int number,
        String nameZh,
        String nameEn,
        Direction direction,
        Set<Integer> editions,
        Pattern pattern,
        Answer answer,
        boolean control,
        boolean encrypted,
        List<CommandField> requestFields,
        List<CommandField> responseFields,
        String mark) {

    public Command {
        editions = Set.copyOf(editions);
        requestFields = List.copyOf(requestFields);
        responseFields = List.copyOf(responseFields);
    }

    /** The newest edition that has it. */
    public int newestEdition() {
        return editions.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /** Whether this side may send it. */
    public boolean isFrom(Direction side) {
        return direction == side || direction == Direction.BOTH;
    }

    /** Who sends it. */
    public enum Direction {
        /** The host (上位机) asks, orders or answers. */
        FROM_HOST,
        /** The logger (现场机) reports or answers. */
        FROM_FIELD,
        /** Both: an answer. */
        BOTH
    }

    /** What follows it (HJ 212-2017 6.2). */
    public enum Pattern {
        /** A request: 9011, data under the same number, 9012. */
        REQUEST_DATA,
        /** A request: 9011, 9012. */
        REQUEST_RESULT,
        /** An upload: 9014 if it asks. */
        UPLOAD,
        /** A notice: 9013. */
        NOTICE,
        /** Nothing: it is an answer itself. */
        ANSWER
    }

    /** The answer that we give to it. */
    public enum Answer {
        /** 9014, data answer (数据应答). */
        DATA,
        /** 9013, notice answer (通知应答). */
        NOTICE,
        /** It is an answer itself. */
        NONE
    }
}
