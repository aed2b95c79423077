/**
 * What a data logger (数采仪) makes of a stack: minute, hour and day statistics, and the data segments that carry them.
 *
 * <p>Belongs here: the arithmetic of HJ 212-2017 Appendix D and the dialects of the three editions. Does not belong here:
 * sockets, schedules, and checksums (the codec has them).
 */
@NullMarked
package io.stackwatch.simulator.report;

import org.jspecify.annotations.NullMarked;
