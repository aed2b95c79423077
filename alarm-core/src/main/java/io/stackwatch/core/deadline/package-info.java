/**
 * What must be looked at, and when: deadlines as rows, and the windows of the marking rules.
 *
 * <p>Belongs here: identity and due time of a deadline. Does not belong here: waking up (the timetable at the edge), and what is decided when it is due.
 */
@NullMarked
package io.stackwatch.core.deadline;

import org.jspecify.annotations.NullMarked;
