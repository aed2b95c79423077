/**
 * A collector of logs as a notice channel: RFC 5424 over TCP or TLS, octets counted (RFC 6587, RFC 5425).
 *
 * <p>The interface has no answers: what has left counts as sent and never as accepted.
 */
@NullMarked
package io.stackwatch.gateway.notice.syslog;

import org.jspecify.annotations.NullMarked;
