package io.stackwatch.connectors.hj212.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text of the wire: ASCII, else strict UTF-8 (HJ 212-2017 6.3), else GB18030, which older loggers speak. */
final class WireText {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private WireText() {}

    static String decode(byte[] bytes, int from, int to) {
        int seen = 0;
        for (int i = from; i < to; i++) {
            seen |= bytes[i];
        }
        if (seen >= 0) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, from, to - from, GB18030);
        }
    }
}
