package io.stackwatch.core.notice;

/**
 * Where somebody is reached on a channel. It is personal data: {@link #toString} names the channel alone.
 *
 * @param channel the channel
 * @param at what the channel understands: a mail address, a telephone number, whom a robot calls by name; empty if
 *     the channel leads to one place only
 */
public record Address(ChannelName channel, String at) {

    public Address {
        if (at.length() > 320 || at.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("an address has at most 320 characters and no control characters");
        }
    }

    @Override
    public String toString() {
        return "Address[" + channel + "]";
    }
}
