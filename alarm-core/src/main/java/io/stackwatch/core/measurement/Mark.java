package io.stackwatch.core.measurement;

/**
 * A mark (标记) that an enterprise filed for a stretch of time under the marking rules (announcement 2022 no. 21): data
 * under it may be no basis for an exceedance. Not the logger's {@link DataFlag}.
 *
 * @param id identity of the mark
 * @param kind what it says
 * @param window for which time
 */
public record Mark(String id, Kind kind, Window window) {

    public Mark {
        if (id.isBlank()) {
            throw new IllegalArgumentException("blank mark id");
        }
    }

    /** What a mark says. */
    public enum Kind {
        /** Equipment mark (自动监测设备标记): the datum is invalid. */
        EQUIPMENT,
        /** Working-condition mark (工况标记) inside the duration that the industry's rule allows. */
        WORKING_CONDITION_ALLOWED,
        /** Working-condition mark beyond the allowed duration: the datum is judged. */
        WORKING_CONDITION_BEYOND
    }
}
