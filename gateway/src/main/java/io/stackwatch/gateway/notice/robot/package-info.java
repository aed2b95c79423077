/**
 * What the robots of chat groups have in common: their markdown.
 *
 * <p>Does not belong here: the interface of one of them.
 */
@NullMarked
package io.stackwatch.gateway.notice.robot;

import org.jspecify.annotations.NullMarked;
