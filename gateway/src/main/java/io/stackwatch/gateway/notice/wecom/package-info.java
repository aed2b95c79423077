/**
 * The group robot of WeCom (企业微信群机器人) as a notice channel: text or markdown over HTTP, 20 messages a minute.
 */
@NullMarked
package io.stackwatch.gateway.notice.wecom;

import org.jspecify.annotations.NullMarked;
