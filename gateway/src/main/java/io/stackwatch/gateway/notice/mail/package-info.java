/**
 * Mail over SMTP as a notice channel.
 */
@NullMarked
package io.stackwatch.gateway.notice.mail;

import org.jspecify.annotations.NullMarked;
