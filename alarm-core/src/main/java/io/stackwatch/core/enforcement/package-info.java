/**
 * From exceedance to case, and the case along the ladder: when a candidate is opened and on which law, which acts the six procedures
 * know, who may do them when, and what a file owes.
 *
 * <p>Belongs here: the machine's proposals with their legal basis by date, the tables of the procedures, and the refusals. Does not
 * belong here: what only a named officer may decide, how days and amounts are counted (deadline, penalty), and how documents look.
 */
@NullMarked
package io.stackwatch.core.enforcement;

import org.jspecify.annotations.NullMarked;
