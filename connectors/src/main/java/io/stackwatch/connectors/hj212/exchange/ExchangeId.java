package io.stackwatch.connectors.hj212.exchange;

/** The number of an exchange, from 1, in order of ordering. */
public record ExchangeId(long value) {

    public ExchangeId {
        if (value < 1) {
            throw new IllegalArgumentException("exchanges are numbered from 1: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
