package io.stackwatch.connectors.hj212.mapping;

import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import java.util.Optional;

/**
 * Which of how many packets a frame is (HJ 212-2017 6.3: PNUM, PNO). Each has its own DataTime and whole items, so each is
 * understood by itself.
 *
 * @param pnum how many there are
 * @param pno which it is, from 1
 */
public record Packet(int pnum, int pno) {

    /** The most packets that four digits can number. */
    public static final int MOST = 9999;

    public Packet {
        if (pno < 1 || pno > pnum || pnum > MOST) {
            throw new IllegalArgumentException("packet " + pno + " of " + pnum);
        }
    }

    /** The packet that a header says; empty for a frame that is not split or whose numbers cannot be. */
    public static Optional<Packet> of(SegmentReader reader) {
        int pnum = reader.number(HeaderField.PNUM);
        int pno = reader.number(HeaderField.PNO);
        return pno < 1 || pno > pnum || pnum > MOST ? Optional.empty() : Optional.of(new Packet(pnum, pno));
    }
}
