package io.stackwatch.gateway.circular;

import io.stackwatch.core.registry.Verification;
import java.util.List;
import java.util.Optional;

/**
 * What is said of the figures of a month beside the figures: how final they are, who made them, on what they rest. Nothing of
 * it is looked up here, so that the same header and the same figures give the same papers.
 *
 * @param state how final the figures are
 * @param version which version of the month, from 1
 * @param reason why it was counted again, by the officer's words; empty for a first version
 * @param by who closed or recomputed it: an officer, or the machine by its calendar
 * @param program version of the program that counted
 * @param registeredDigest SHA-256 that the register of versions holds for these figures; empty if it holds none
 * @param basis the sentence on which a circular rests, such as a clause of the action plan, with its date of validity
 * @param thresholds what the figures are compared with, in the order in which they are to be printed
 */
public record MonthHeader(
        State state,
        int version,
        Optional<String> reason,
        String by,
        String program,
        Optional<String> registeredDigest,
        String basis,
        List<Threshold> thresholds) {

    public MonthHeader {
        if (version < 1) {
            throw new IllegalArgumentException("versions of a month are counted from 1: " + version);
        }
        thresholds = List.copyOf(thresholds);
    }

    /** How final the figures are. */
    public enum State {
        /** Counted while vouchers may still come. */
        PROVISIONAL("初步统计", false),
        /** Counted for the report of the fifth. */
        PRELIMINARY("快报", false),
        /** No voucher is accepted any more, the month is not frozen yet. */
        VOUCHERS_CLOSED("补报截止", false),
        /** The figure that counts. */
        FROZEN("冻结", true),
        /** A later version that an officer ordered. */
        RECOMPUTED("重新计算", true);

        private final String chinese;
        private final boolean binding;

        State(String chinese, boolean binding) {
            this.chinese = chinese;
            this.binding = binding;
        }

        String chinese() {
            return chinese;
        }

        /** Whether counties are assessed by it. */
        boolean isBinding() {
            return binding;
        }
    }

    /**
     * A row of rules that the figures go by.
     *
     * @param name what it is, in Chinese
     * @param value its value with unit
     * @param source where it comes from
     * @param mark how far that has been checked
     */
    public record Threshold(String name, String value, String source, Verification mark) {}
}
