package io.stackwatch.core.notice;

import java.util.List;
import java.util.Optional;

/**
 * A person or group that is told.
 *
 * @param id who
 * @param addresses where, in the order in which they are tried: the first is the usual way, those behind it are for
 *     when it fails or when it may not be waited for
 */
public record Recipient(RecipientId id, List<Address> addresses) {

    public Recipient {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("recipient " + id + " has no address");
        }
        if (addresses.stream().map(Address::channel).distinct().count() < addresses.size()) {
            throw new IllegalArgumentException("recipient " + id + " has two addresses on one channel");
        }
    }

    /** Where they are reached on a channel; empty if they are not on it. */
    public Optional<Address> on(ChannelName channel) {
        return addresses.stream().filter(a -> a.channel().equals(channel)).findFirst();
    }
}
