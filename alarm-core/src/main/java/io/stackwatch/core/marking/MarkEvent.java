package io.stackwatch.core.marking;

/** What can happen to a version of a mark. Names are stored and never change. */
public enum MarkEvent {
    /** Filed inside the marking window, with nothing that speaks against it. */
    FILED_IN_TIME,
    /** A stop filed inside the marking window of hours that are not over. */
    FILED_AHEAD,
    /** Filed when the marking window had closed, with an explanation. */
    FILED_LATE,
    /** A stop that the figures of its hours contradict. */
    FILED_CONTRADICTED,
    /** A stop that cannot be checked against figures. */
    FILED_UNCHECKED,
    /** The hours are over, and their figures agree with the stop. */
    FOUND_CONSISTENT,
    /** The hours are over, and their figures contradict the stop. */
    FOUND_CONTRADICTED,
    /** The hours are over, and there is nothing to check the stop against. */
    FOUND_UNCHECKED,
    /** A later version was filed. */
    REPLACED,
    /** An officer lets it count. */
    APPROVED,
    /** An officer does not let it count. */
    REFUSED
}
