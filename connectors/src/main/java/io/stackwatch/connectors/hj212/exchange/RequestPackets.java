package io.stackwatch.connectors.hj212.exchange;

import io.stackwatch.connectors.hj212.session.StationProfile;
import java.util.Optional;

/** How orders become packets. Safe for use by several threads. */
public interface RequestPackets {

    /** What is wrong with an order for this station; empty if it can be encoded. */
    Optional<Complaint> check(StationProfile profile, ExchangeOrder order);

    /** The packet of an order that was checked. */
    byte[] encode(StationProfile profile, ExchangeOrder order, String qn);

    /**
     * Why an order cannot become a packet.
     *
     * @param field which part of the order
     * @param found what stands there; no secrets
     * @param expected what would have been right
     */
    record Complaint(String field, String found, String expected) {}
}
