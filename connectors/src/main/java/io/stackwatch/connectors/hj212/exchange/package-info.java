/**
 * Requests from our side (反控) as pure functions: the states of an exchange, which frame answers which request, what is
 * sent next, and what the return codes say.
 *
 * <p>Belongs here: the table of steps, matching, packets, words. Does not belong here: sockets, clocks, tables of a
 * database, and who may order what.
 */
@NullMarked
package io.stackwatch.connectors.hj212.exchange;

import org.jspecify.annotations.NullMarked;
