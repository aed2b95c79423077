package io.stackwatch.gateway.intake;

/**
 * Digests of the last so many accepted frames and where each stands in the journal. Not safe for several threads.
 *
 * <p>An open-addressed table with linear probing over two arrays, and a ring that says which digest is the oldest: no
 * allocation after construction.
 */
final class RecentFrames {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long[] ringDigests;
    private final long[] ringSequences;
    private final long[] digests;
    private final long[] sequences;
    private final int shift;
    private final int mask;
    private int oldest;
    private int size;

    RecentFrames(int capacity) {
        ringDigests = new long[capacity];
        ringSequences = new long[capacity];
        int bits = Math.max(2, 33 - Integer.numberOfLeadingZeros(capacity));
        digests = new long[1 << bits];
        sequences = new long[1 << bits];
        shift = 64 - bits;
        mask = (1 << bits) - 1;
    }

    /** The sequence number of the newest frame with this digest; 0 if there is none. */
    long sequenceOf(long digest) {
        // an empty slot has the sequence 0, so this also answers for a slot that is not taken
        return sequences[slotOf(digest)];
    }

    /** Remembers a frame and forgets the oldest one if there is no room. */
    void add(long digest, long sequence) {
        if (size == ringDigests.length) {
            forgetOldest();
        }
        int at = (oldest + size) % ringDigests.length;
        ringDigests[at] = digest;
        ringSequences[at] = sequence;
        size++;
        int slot = slotOf(digest);
        digests[slot] = digest;
        sequences[slot] = sequence;
    }

    int size() {
        return size;
    }

    private void forgetOldest() {
        long digest = ringDigests[oldest];
        long sequence = ringSequences[oldest];
        oldest = (oldest + 1) % ringDigests.length;
        size--;
        int slot = slotOf(digest);
        if (sequences[slot] == sequence) {
            clear(slot);
        }
    }

    /** The slot that holds this digest, or the empty one where it would go. */
    private int slotOf(long digest) {
        int slot = home(digest);
        while (sequences[slot] != 0 && digests[slot] != digest) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Empties a slot and moves back what had to evade it, so that no search ends too early. */
    private void clear(int emptied) {
        int hole = emptied;
        int slot = hole;
        while (true) {
            slot = (slot + 1) & mask;
            if (sequences[slot] == 0) {
                sequences[hole] = 0;
                return;
            }
            int home = home(digests[slot]);
            // an entry may stay where it is if its home lies behind the hole, going round
            boolean homeBehindHole = ((home - hole - 1) & mask) < ((slot - hole) & mask);
            if (!homeBehindHole) {
                digests[hole] = digests[slot];
                sequences[hole] = sequences[slot];
                hole = slot;
            }
        }
    }

    private int home(long digest) {
        return (int) ((digest * GOLDEN) >>> shift);
    }
}
