package io.stackwatch.connectors.hj212.codec;

import java.util.Set;

/**
 * One row of the table of commands (命令编码): what a number means and what we do with it.
 *
 * @param number the command, 1000 to 9999
 * @param nameZh the standard's name
 * @param nameEn the same in English
 * @param direction who may send it
 * @param editions in which editions it exists: 2005, 2017, 2025
 * @param treatment what we do with it by now
 * @param answer how it is answered if an answer is wanted
 */
public record Command(
        int number,
        String nameZh,
        String nameEn,
        Direction direction,
        Set<Integer> editions,
        Treatment treatment,
        Answer answer) {

    public Command {
        editions = Set.copyOf(editions);
    }

    /** Who sends it. */
    public enum Direction {
        /** The host (上位机) asks or orders. */
        FROM_HOST,
        /** The logger (现场机) reports. */
        FROM_FIELD,
        /** Both, as request and as response or upload. */
        BOTH
    }

    /** How far we understand it. */
    public enum Treatment {
        /** Its content is decoded. */
        DECODED,
        /** It belongs to the dialogue and carries no data. */
        DIALOGUE,
        /** Kept raw and reported as not yet understood. */
        NOT_YET_UNDERSTOOD
    }

    /** The answer that the standard gives to it. */
    public enum Answer {
        /** 9014, data answer (数据应答). */
        DATA,
        /** 9013, notice answer (通知应答). */
        NOTICE,
        /** It is an answer itself. */
        NONE
    }
}
