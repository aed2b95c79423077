/**
 * What is allowed: limits of permits and standards, with the stretch of time in which each is in force.
 *
 * <p>Belongs here: which limit holds for an outlet, a factor and an instant, and which were passed over. Does not belong here: the comparison ({@code exceedance}).
 */
@NullMarked
package io.stackwatch.core.limit;

import org.jspecify.annotations.NullMarked;
