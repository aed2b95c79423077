/**
 * The custom robot of DingTalk (钉钉自定义机器人) as a notice channel: markdown over HTTP with a signature in the address, 20
 * messages a minute.
 */
@NullMarked
package io.stackwatch.gateway.notice.dingtalk;

import org.jspecify.annotations.NullMarked;
