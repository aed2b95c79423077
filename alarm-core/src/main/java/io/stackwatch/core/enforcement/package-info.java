/**
 * From exceedance to case: when a candidate case is opened, on which hours and which law.
 *
 * <p>Belongs here: the machine's proposal with its legal basis by date. Does not belong here: what only a named officer may decide.
 */
@NullMarked
package io.stackwatch.core.enforcement;

import org.jspecify.annotations.NullMarked;
