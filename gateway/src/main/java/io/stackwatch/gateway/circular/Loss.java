package io.stackwatch.gateway.circular;

import io.stackwatch.core.transmission.Standing;
import java.util.Optional;

/** Why a due hour does not count, as the tables name it. The order is that of their columns. */
enum Loss {
    MISSING("缺失"),
    LATE("截止后到达"),
    FLAGGED("标记不可用"),
    TOO_FEW_VALID_MINUTES("有效分钟不足"),
    VALIDITY_UNKNOWN("有效性不明"),
    MARKED_INVALID("设备标记无效"),
    OUT_OF_CONTROL("失控"),
    VALUE_MISSING("无数值"),
    OUT_OF_RANGE("超出量程");

    private final String chinese;

    Loss(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }

    /** The loss that an hour is; empty if it counts or was not due. */
    static Optional<Loss> of(Standing standing) {
        return standing.match(
                notDue -> Optional.empty(),
                missing -> Optional.of(missing.late() ? LATE : MISSING),
                notValid -> Optional.of(of(notValid.reason())),
                valid -> Optional.empty());
    }

    private static Loss of(Standing.Reason reason) {
        return switch (reason) {
            case FLAGGED -> FLAGGED;
            case TOO_FEW_VALID_MINUTES -> TOO_FEW_VALID_MINUTES;
            case VALIDITY_UNKNOWN -> VALIDITY_UNKNOWN;
            case MARKED_INVALID -> MARKED_INVALID;
            case OUT_OF_CONTROL -> OUT_OF_CONTROL;
            case VALUE_MISSING -> VALUE_MISSING;
            case OUT_OF_RANGE -> OUT_OF_RANGE;
        };
    }
}
