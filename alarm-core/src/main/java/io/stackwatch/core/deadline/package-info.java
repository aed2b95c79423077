/**
 * What must be looked at, and when: deadlines as rows, the windows of the marking rules, and the periods of the law with the
 * calendar by which they are counted.
 *
 * <p>Belongs here: identity and due time of a deadline, working days, how a period is counted and why it ends on a day. Does not
 * belong here: waking up (the timetable at the edge), which step begins a period, and what is decided when it is due.
 */
@NullMarked
package io.stackwatch.core.deadline;

import org.jspecify.annotations.NullMarked;
