/**
 * Who is forwarded to: the upper platforms of the file that {@code relay.targets} names, checked as a whole at start.
 *
 * <p>Belongs here: what a platform wants, under which identities, how patiently it is sent to. Does not belong here: what is
 * on its way to it, and bytes.
 */
@NullMarked
package io.stackwatch.gateway.relay.target;

import org.jspecify.annotations.NullMarked;
