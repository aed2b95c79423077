/**
 * Months that are closed: counted when the calendar says, counted again when an officer says, kept version by version, and told.
 *
 * <p>Belongs here: what moves a month on, and the desk at which one asks about months, coverage and proposals. Does not belong here:
 * how hours are counted (behind {@link MonthSource}), how papers look (behind {@link Papers}), and any rule.
 */
@NullMarked
package io.stackwatch.gateway.audit;

import org.jspecify.annotations.NullMarked;
