package io.stackwatch.connectors.hj212.client;

import io.vertx.core.buffer.Buffer;

/**
 * One whole frame on its way to an upper platform, as bytes from {@code ##} to CR LF.
 *
 * @param qn the request number (QN) that its answer will carry; empty if it has none
 * @param frame the bytes; not changed by the client
 * @param answerWanted whether the Flag asks for an answer; without it the frame counts as delivered once it is written
 */
public record Upload(String qn, Buffer frame, boolean answerWanted) {

    public Upload {
        if (answerWanted && qn.isEmpty()) {
            throw new IllegalArgumentException("a frame without QN cannot be answered");
        }
        if (frame.length() == 0) {
            throw new IllegalArgumentException("empty frame");
        }
    }
}
