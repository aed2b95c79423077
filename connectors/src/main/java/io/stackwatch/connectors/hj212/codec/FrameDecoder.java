package io.stackwatch.connectors.hj212.codec;

import java.util.Arrays;

/**
 * Cuts a stream of bytes into frames, however the network has split or glued them.
 *
 * <p>{@link #feed} bytes, then call {@link #next} until it needs more. The declared length is believed where an end of
 * frame stands at its end; otherwise the end is searched up to the next frame's beginning (docs/adr/0004). The same bytes
 * give the same frames in whatever pieces they come. Time is the caller's: {@link #endOfQuiet} and {@link #endOfPatience}
 * say that it has passed. Holds at most the limit's segment and one chunk; for one thread at a time.
 */
public final class FrameDecoder {

    private static final int CHUNK = 4096;
    private static final int FIRST_SIZE = 1024;
    private static final int MAX_CRC = 4;
    private static final int LONGEST_KEY = 4;
    private static final byte[] EMPTY = new byte[0];

    /** How a candidate for an end of frame looks. */
    private static final int NO = 0;

    private static final int YES = 1;
    private static final int UNDECIDED = 2;

    private final int maxSegment;
    private final int capacity;

    private byte[] buffer = EMPTY;
    private int head;
    private int tail;
    private long consumed;
    private long terminators;
    /** 2: a CR or LF may follow the last frame; 1: an LF may. */
    private int lineEnd;

    private boolean behindFrame;

    /** A decoder for one stream. */
    public FrameDecoder(CodecLimits limits) {
        this.maxSegment = limits.maxSegment();
        this.capacity = maxSegment + CHUNK;
    }

    /** Takes as many of these bytes as there is room for; says how many. After {@link #next} needs more it is at least 1. */
    public int feed(byte[] bytes, int from, int length) {
        int taken = Math.min(length, capacity - (tail - head));
        makeRoom(taken);
        System.arraycopy(bytes, from, buffer, tail, taken);
        tail += taken;
        return taken;
    }

    /** How many bytes wait for their frame to be whole. */
    public int buffered() {
        return tail - head;
    }

    /** How many bytes of the stream are dealt with: frames, line ends behind them, and what was skipped. */
    public long consumed() {
        return consumed;
    }

    /** How many of the consumed bytes were line ends behind frames. */
    public long terminators() {
        return terminators;
    }

    /** The next frame or fault among the bytes held. */
    public Decoded next() {
        return decode(Patience.WAITING);
    }

    /** As {@link #next}, after a short silence: the end of what is held may be the end of a frame. Gives nothing up. */
    public Decoded endOfQuiet() {
        return decode(Patience.QUIET);
    }

    /** As {@link #next}, when the rest will not come any more: what is held is a frame now or never. */
    public Decoded endOfPatience() {
        return decode(Patience.OVER);
    }

    private Decoded decode(Patience patience) {
        swallowLineEnd();
        if (head == tail) {
            return idle();
        }
        int start = find(head);
        if (start != head) {
            return skipTo(start, noiseBetween(head, start));
        }
        if (tail - head < 2) {
            return undecided(patience);
        }
        int at = head + 2;
        int declared = 0;
        while (at < tail && at < head + 6 && isDigit(buffer[at])) {
            declared = declared * 10 + buffer[at] - '0';
            at++;
        }
        int digits = at - head - 2;
        if (digits < 4) {
            if (at == tail) {
                return undecided(patience);
            }
            if (digits == 0 || !isLetter(buffer[at])) {
                return resync(head + 1, Fault.NOT_A_LENGTH);
            }
        }
        return declared > maxSegment ? resync(head + 1, Fault.LENGTH_OVER_LIMIT) : body(at, digits, declared, patience);
    }

    private Decoded body(int from, int digits, int declared, Patience patience) {
        int end = from + declared;
        if (tail - from >= declared + MAX_CRC) {
            if (declared >= 2 && buffer[end - 2] == '&' && buffer[end - 1] == '&' && allHex(end)) {
                return exact(digits, declared);
            }
        } else if (patience == Patience.WAITING) {
            return Decoded.NeedMore.NEED_MORE;
        }
        return searchTail(from, digits, declared, patience);
    }

    private Decoded exact(int digits, int declared) {
        Frame frame = new Frame(
                Arrays.copyOfRange(buffer, head, head + 2 + digits + declared + MAX_CRC), digits, declared, declared);
        if (!frame.crcMatches(CrcKind.HJ212) && frame.crcMatches().isEmpty()) {
            int inner = findHeader(head + 2, head + 2 + digits + declared);
            if (inner >= 0) {
                return skipTo(inner, Fault.EMBEDDED_FRAME);
            }
        }
        return whole(frame);
    }

    /** The length lies, or nothing more will come: the first end of frame before the next beginning of one. */
    private Decoded searchTail(int from, int digits, int declared, Patience patience) {
        int limit = from + maxSegment + 2;
        for (int i = from; i < tail; i++) {
            if (i + 2 > limit) {
                return resync(head + 1, Fault.NO_TAIL);
            }
            byte b = buffer[i];
            if (b == '#') {
                int header = headerAt(i);
                if (header == YES) {
                    return skipTo(i, Fault.NO_TAIL);
                }
                if (header == UNDECIDED && patience == Patience.WAITING) {
                    return Decoded.NeedMore.NEED_MORE;
                }
            } else if (b == '&' && i + 1 < tail && buffer[i + 1] == '&' && !opensContent(from, i)) {
                int crcEnd = crcEnd(i + 2);
                int ends = endsAt(crcEnd);
                if (ends == YES || (ends == UNDECIDED && patience != Patience.WAITING)) {
                    return whole(new Frame(Arrays.copyOfRange(buffer, head, crcEnd), digits, declared, i + 2 - from));
                }
                if (ends == UNDECIDED) {
                    return Decoded.NeedMore.NEED_MORE;
                }
            }
        }
        return patience == Patience.OVER ? resync(head + 1, Fault.HALF_FRAME) : Decoded.NeedMore.NEED_MORE;
    }

    private Decoded whole(Frame frame) {
        advance(frame.bytes().length);
        lineEnd = 2;
        behindFrame = true;
        return new Decoded.Whole(frame);
    }

    private Decoded undecided(Patience patience) {
        return patience == Patience.OVER ? skipTo(tail, Fault.HALF_FRAME) : Decoded.NeedMore.NEED_MORE;
    }

    private Decoded resync(int from, Fault fault) {
        return skipTo(find(from), fault);
    }

    private Decoded skipTo(int position, Fault fault) {
        byte[] skipped = Arrays.copyOfRange(buffer, head, position);
        advance(position - head);
        lineEnd = 0;
        behindFrame = behindFrame && fault == Fault.TRAILING_NOISE;
        return new Decoded.Garbled(skipped, fault, consumed);
    }

    private void advance(int bytes) {
        head += bytes;
        consumed += bytes;
    }

    private void swallowLineEnd() {
        while (lineEnd > 0 && head < tail) {
            byte b = buffer[head];
            if (b == '\r' && lineEnd == 2) {
                lineEnd = 1;
            } else if (b == '\n') {
                lineEnd = 0;
            } else {
                lineEnd = 0;
                return;
            }
            advance(1);
            terminators++;
        }
    }

    private Decoded idle() {
        head = 0;
        tail = 0;
        if (buffer.length > FIRST_SIZE) {
            buffer = EMPTY;
        }
        return Decoded.NeedMore.NEED_MORE;
    }

    private void makeRoom(int bytes) {
        if (tail + bytes <= buffer.length) {
            return;
        }
        int held = tail - head;
        byte[] target = buffer;
        if (held + bytes > buffer.length) {
            int size = Math.max(FIRST_SIZE, Integer.highestOneBit(Math.max(1, held + bytes - 1)) << 1);
            target = new byte[Math.min(capacity, size)];
        }
        System.arraycopy(buffer, head, target, 0, held);
        buffer = target;
        head = 0;
        tail = held;
    }

    /** The next {@code ##} at or behind {@code from}, or a last lone {@code #}, or the end of what is held. */
    private int find(int from) {
        for (int i = from; i < tail; i++) {
            if (buffer[i] == '#' && (i + 1 == tail || buffer[i + 1] == '#')) {
                return i;
            }
        }
        return tail;
    }

    /** A beginning of a frame inside another: with its first key, because ciphertext holds the lesser one by chance. */
    private int findHeader(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] == '#' && headerAt(i) == YES && keyFollows(i + 2, to)) {
                return i;
            }
        }
        return -1;
    }

    private boolean keyFollows(int digits, int to) {
        int from = digits;
        while (isDigit(buffer[from])) {
            from++;
        }
        int equals = from;
        while (equals < to && equals < from + LONGEST_KEY && buffer[equals] != '=') {
            equals++;
        }
        return equals < to && buffer[equals] == '=' && HeaderKey.of(buffer, from, equals) != null;
    }

    /** Whether a frame begins here: {@code ##}, one to four digits, a letter. */
    private int headerAt(int i) {
        if (i + 1 == tail) {
            return UNDECIDED;
        }
        if (buffer[i + 1] != '#') {
            return NO;
        }
        int at = i + 2;
        while (at < tail && at < i + 6 && isDigit(buffer[at])) {
            at++;
        }
        if (at == tail) {
            return UNDECIDED;
        }
        return at > i + 2 && isLetter(buffer[at]) ? YES : NO;
    }

    /** Whether the {@code &&} at this place is the one that opens the content. */
    private boolean opensContent(int from, int i) {
        return i - 3 >= from && buffer[i - 1] == '=' && (buffer[i - 2] | 0x20) == 'p' && (buffer[i - 3] | 0x20) == 'c';
    }

    private int crcEnd(int from) {
        int at = from;
        while (at < tail && at < from + MAX_CRC && mayStandInCrc(buffer[at])) {
            at++;
        }
        return at;
    }

    private int endsAt(int i) {
        if (i == tail) {
            return UNDECIDED;
        }
        if (buffer[i] == '\r' || buffer[i] == '\n') {
            return YES;
        }
        return buffer[i] == '#' ? headerAt(i) : NO;
    }

    private boolean allHex(int from) {
        for (int i = from; i < from + MAX_CRC; i++) {
            if (Character.digit(buffer[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private Fault noiseBetween(int from, int to) {
        if (!behindFrame) {
            return Fault.NOISE;
        }
        for (int i = from; i < to; i++) {
            if ("\r\n\0 *\\rn".indexOf(buffer[i]) < 0) {
                return Fault.NOISE;
            }
        }
        return Fault.TRAILING_NOISE;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isLetter(byte b) {
        int lower = b | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    private static boolean mayStandInCrc(byte b) {
        return b > ' ' && b < 0x7F && b != '#' && b != '&' && b != '=' && b != ';' && b != ',';
    }

    /** How long the caller has waited. */
    private enum Patience {
        WAITING,
        QUIET,
        OVER
    }
}
