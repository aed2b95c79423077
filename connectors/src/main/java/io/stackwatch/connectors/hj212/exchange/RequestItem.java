package io.stackwatch.connectors.hj212.exchange;

/** One {@code name=value} of a request's content. The value may be a secret: never to be logged. */
public record RequestItem(String name, String value) {

    @Override
    public String toString() {
        return name;
    }
}
