/**
 * One HTTP request and what came back, as the channels over HTTP need it: bounded in time and length, a fault as a
 * value, and the table of what the codes of the interfaces mean.
 *
 * <p>Does not belong here: what a channel says.
 */
@NullMarked
package io.stackwatch.gateway.notice.post;

import org.jspecify.annotations.NullMarked;
