package io.stackwatch.connectors.hj212.session;

import io.stackwatch.connectors.hj212.codec.Frame;
import java.util.Optional;

/**
 * What one frame leads to. A repeated frame leads to the same as its first copy: it is acknowledged again.
 *
 * @param replyNow the packet to send at once: an answer that promises nothing
 * @param replyWhenDurable the packet to send when, and only if, the arrival is durable: the 9014
 * @param report what it was
 * @param frame the frame that was read: over plaintext if it came encrypted
 * @param next the state for the next frame
 */
public record Step(
        Optional<Reply> replyNow, Optional<Reply> replyWhenDurable, Report report, Frame frame, SessionState next) {}
