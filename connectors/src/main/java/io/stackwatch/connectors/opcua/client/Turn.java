package io.stackwatch.connectors.opcua.client;

/** Grows with every connection and every cut: what belongs to an older one comes too late. For one thread at a time. */
final class Turn {

    private int number;

    /** Another one begins; its number. */
    int next() {
        return ++number;
    }

    int now() {
        return number;
    }

    boolean is(int mine) {
        return mine == number;
    }
}
