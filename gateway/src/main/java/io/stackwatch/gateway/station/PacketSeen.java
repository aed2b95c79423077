package io.stackwatch.gateway.station;

import io.stackwatch.connectors.hj212.mapping.Packet;
import java.time.Instant;

/**
 * One packet of an upload that was split.
 *
 * @param systemCode ST
 * @param command CN
 * @param dataTime of when its figures are: with both it names the upload (HJ 212-2017 C.49)
 * @param packet which of how many
 */
record PacketSeen(String systemCode, int command, Instant dataTime, Packet packet) {}
