package io.stackwatch.connectors.hj212.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Drives a decoder over a whole stream in given pieces and keeps the books. */
final class Decoding {

    final List<byte[]> frames = new ArrayList<>();
    final List<Decoded.Garbled> garbled = new ArrayList<>();
    private final FrameDecoder decoder;
    private long fed;

    Decoding(CodecLimits limits) {
        this.decoder = new FrameDecoder(limits);
    }

    static Decoding of(byte[] stream, int piece) {
        Decoding decoding = new Decoding(CodecLimits.defaults());
        for (int from = 0; from < stream.length; from += piece) {
            decoding.feed(stream, from, Math.min(piece, stream.length - from));
        }
        return decoding;
    }

    Decoding feed(byte[] bytes) {
        return feed(bytes, 0, bytes.length);
    }

    private Decoding feed(byte[] bytes, int from, int length) {
        int at = from;
        while (at < from + length) {
            int taken = decoder.feed(bytes, at, from + length - at);
            if (taken == 0) {
                throw new AssertionError("a decoder that needs more must take more; holds " + decoder.buffered());
            }
            at += taken;
            fed += taken;
            drain();
        }
        return this;
    }

    Decoding endOfQuiet() {
        Decoded decoded = decoder.endOfQuiet();
        while (decoded != Decoded.NeedMore.NEED_MORE) {
            keep(decoded);
            decoded = decoder.endOfQuiet();
        }
        return this;
    }

    Decoding endOfPatience() {
        int before = decoder.buffered();
        while (decoder.buffered() > 0) {
            keep(decoder.endOfPatience());
            if (decoder.buffered() == before) {
                throw new AssertionError("the end of patience must deal with something");
            }
            before = decoder.buffered();
        }
        return this;
    }

    /** Every byte is in exactly one frame, skipped stretch, line end, or still held. */
    void balance() {
        long out = decoder.terminators() + decoder.buffered();
        for (byte[] frame : frames) {
            out += frame.length;
        }
        for (Decoded.Garbled piece : garbled) {
            out += piece.skipped().length;
        }
        if (out != fed) {
            throw new AssertionError(fed + " bytes in, " + out + " accounted for");
        }
    }

    boolean sameFrames(Decoding other) {
        if (frames.size() != other.frames.size()) {
            return false;
        }
        for (int i = 0; i < frames.size(); i++) {
            if (!Arrays.equals(frames.get(i), other.frames.get(i))) {
                return false;
            }
        }
        return true;
    }

    int held() {
        return decoder.buffered();
    }

    private void drain() {
        for (Decoded decoded = decoder.next(); decoded != Decoded.NeedMore.NEED_MORE; decoded = decoder.next()) {
            keep(decoded);
        }
    }

    private void keep(Decoded decoded) {
        decoded.match(() -> true, whole -> frames.add(whole.frame().bytes()), piece -> {
            if (piece.resumesAt() != decoder.consumed()) {
                throw new AssertionError("resumes at " + piece.resumesAt() + ", stands at " + decoder.consumed());
            }
            return garbled.add(piece);
        });
    }
}
