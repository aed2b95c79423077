/**
 * Who is watched: regions, enterprises, outlets, stations (MN), permits, the duty to have a CEMS, all with effective
 * dates.
 *
 * <p>Belongs here: identities and facts that an officer registers. Does not belong here: anything that was measured, and
 * how a logger speaks.
 */
@NullMarked
package io.stackwatch.core.registry;

import org.jspecify.annotations.NullMarked;
