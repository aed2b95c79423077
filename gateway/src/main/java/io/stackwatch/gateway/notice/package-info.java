/**
 * Getting notices to people: which goes when, over which channel, and what became of it.
 *
 * <p>Belongs here: the dispatcher, its allowances, digests and fallbacks, the ports to the outbox and to the log of
 * deliveries; each kind of channel in a package of its own below. Does not belong here: who is told what, which is
 * decided before a notice is queued.
 */
@NullMarked
package io.stackwatch.gateway.notice;

import org.jspecify.annotations.NullMarked;
