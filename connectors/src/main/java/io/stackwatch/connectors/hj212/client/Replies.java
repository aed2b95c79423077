package io.stackwatch.connectors.hj212.client;

import io.stackwatch.connectors.hj212.codec.CodecLimits;
import io.stackwatch.connectors.hj212.codec.Decoded;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.FrameDecoder;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The incoming side of a connection: bytes in, answers and requests out. One per connection. */
final class Replies {

    /** 9014 answers data, 9013 a notice; anything else is no answer to an upload. */
    private static final Pattern ANSWER = Pattern.compile("(?:^|;)CN=901[34](?:;|$)");

    /** In front (2017, 2025) or within CP (2005). */
    private static final Pattern NUMBER = Pattern.compile("(?:^|[;&])QN=(\\d{1,20})");

    private final FrameDecoder decoder;

    Replies(int longest) {
        this.decoder = new FrameDecoder(CodecLimits.defaults().withMaxSegment(longest));
    }

    /** Hands over each whole frame among these and earlier bytes; returns how often something was no frame. */
    long read(Buffer bytes, Consumer<Frame> whole) {
        byte[] chunk = bytes.getBytes();
        long garbled = 0;
        int from = 0;
        while (from < chunk.length) {
            from += decoder.feed(chunk, from, chunk.length - from);
            boolean more = true;
            while (more) {
                Decoded decoded = decoder.next();
                more = decoded.match(() -> false, found -> true, fault -> true);
                garbled += decoded.match(
                        () -> 0,
                        found -> {
                            whole.accept(found.frame());
                            return 0;
                        },
                        fault -> 1);
            }
        }
        return garbled;
    }

    /** Whether the frame answers an upload or a notice; anything else is a request. Only its header is looked at. */
    static boolean isAnswer(Frame frame) {
        String segment = segment(frame);
        int content = segment.indexOf("CP=");
        return ANSWER.matcher(content < 0 ? segment : segment.substring(0, content))
                .find();
    }

    /** The request number that an answer answers; empty if it has none. */
    static Optional<String> answeredNumber(Frame answer) {
        Matcher number = NUMBER.matcher(segment(answer));
        return number.find() ? Optional.of(number.group(1)) : Optional.empty();
    }

    private static String segment(Frame frame) {
        return new String(frame.bytes(), frame.segmentFrom(), frame.segmentLength(), StandardCharsets.ISO_8859_1);
    }
}
