/**
 * Any machine over HTTP as a notice channel: JSON with a signature over number, time and body, so that the other
 * side can tell what is ours and what is a repetition.
 */
@NullMarked
package io.stackwatch.gateway.notice.webhook;

import org.jspecify.annotations.NullMarked;
