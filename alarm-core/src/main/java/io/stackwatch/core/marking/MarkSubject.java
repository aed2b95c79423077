package io.stackwatch.core.marking;

/** What a mark speaks of (公告2022年第21号: one rule for equipment, rules of industries for working conditions). */
public enum MarkSubject {
    /** The monitoring equipment (自动监测设备标记); may name factors. */
    EQUIPMENT,
    /** The process (工况标记); always of the whole outlet. */
    WORKING_CONDITION
}
