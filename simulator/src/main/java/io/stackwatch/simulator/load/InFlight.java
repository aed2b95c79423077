package io.stackwatch.simulator.load;

import java.util.Arrays;

/** The frames of one connection that await their answer: a few slots, searched one by one. */
final class InFlight {

    private static final long FREE = -1;

    private final long[] sequence;
    private final long[] number;
    private final long[] due;
    private final long[] written;
    private final int[] resends;
    private int used;

    InFlight(int slots) {
        sequence = new long[slots];
        number = new long[slots];
        due = new long[slots];
        written = new long[slots];
        resends = new int[slots];
        Arrays.fill(number, FREE);
    }

    boolean isFull() {
        return used == number.length;
    }

    boolean isEmpty() {
        return used == 0;
    }

    int size() {
        return used;
    }

    int slots() {
        return number.length;
    }

    void add(long itsSequence, long itsNumber, long dueAt, long writtenAt) {
        int slot = slotOf(FREE);
        sequence[slot] = itsSequence;
        number[slot] = itsNumber;
        due[slot] = dueAt;
        written[slot] = writtenAt;
        resends[slot] = 0;
        used++;
    }

    /** The slot of a number, or -1. */
    int slotOf(long wanted) {
        for (int slot = 0; slot < number.length; slot++) {
            if (number[slot] == wanted) {
                return slot;
            }
        }
        return -1;
    }

    boolean isUsed(int slot) {
        return number[slot] != FREE;
    }

    void free(int slot) {
        number[slot] = FREE;
        used--;
    }

    long due(int slot) {
        return due[slot];
    }

    long written(int slot) {
        return written[slot];
    }

    long sequence(int slot) {
        return sequence[slot];
    }

    int resends(int slot) {
        return resends[slot];
    }

    void resent(int slot, long at) {
        resends[slot]++;
        written[slot] = at;
    }
}
