/**
 * Short messages over HTTP as a notice channel: a template with slots, sent to a plain JSON interface or to that of
 * Aliyun in one of its two ways of signing.
 *
 * <p>Does not belong here: who has which telephone number.
 */
@NullMarked
package io.stackwatch.gateway.notice.sms;

import org.jspecify.annotations.NullMarked;
