package io.stackwatch.core.notice;

/** Name of one configured way to people, such as one robot or one mail server: it has one allowance of messages. */
public record ChannelName(String value) implements Comparable<ChannelName> {

    public ChannelName {
        if (!value.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(
                    "a channel's name is a letter and up to 39 of a-z, 0-9 and -: '" + value + "'");
        }
    }

    @Override
    public int compareTo(ChannelName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
