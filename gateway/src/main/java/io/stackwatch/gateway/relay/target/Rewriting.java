package io.stackwatch.gateway.relay.target;

import io.stackwatch.connectors.hj212.session.StationProfile.Edition;
import io.stackwatch.core.registry.Mn;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is changed on the way to a platform; everything that is not named here stays as the logger sent it.
 *
 * @param identities the stations as the platform knows them; where any is named, the others are not forwarded
 * @param edition whose version bits and rules for {@code RF} the frames get; empty leaves both
 * @param codes factor codes of the logger and those of the platform
 * @param setAnswerBit whether an answer is asked for where the logger did not ask for one
 * @param maxSegment the longest data segment in bytes before a frame is split; the standard says 1024
 */
public record Rewriting(
        Map<Mn, NewIdentity> identities,
        Optional<Edition> edition,
        Map<String, String> codes,
        boolean setAnswerBit,
        int maxSegment) {

    /** HJ 212-2017 Table 1: the longest data segment. */
    public static final int STANDARD_SEGMENT = 1024;

    public Rewriting {
        identities = Map.copyOf(identities);
        codes = Map.copyOf(codes);
        if (maxSegment < 256 || maxSegment > 9999) {
            throw new IllegalArgumentException("a segment is split at 256 to 9999 bytes, not at " + maxSegment);
        }
        inverse(codes);
    }

    /** The station that the platform knows by this MN; where nothing is renamed, the same. Empty for a stranger. */
    public Optional<Mn> stationOf(String platformMn) {
        if (identities.isEmpty()) {
            return platformMn.isEmpty() || platformMn.length() > Mn.MAX_LENGTH
                    ? Optional.empty()
                    : Optional.of(new Mn(platformMn));
        }
        return identities.entrySet().stream()
                .filter(entry -> entry.getValue().mn().equals(platformMn))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Factor codes of the platform and those of the logger. */
    public Map<String, String> codesBack() {
        return inverse(codes);
    }

    private static Map<String, String> inverse(Map<String, String> codes) {
        Map<String, String> back = new HashMap<>();
        codes.forEach((ours, theirs) -> {
            String other = back.put(theirs, ours);
            if (other != null) {
                throw new IllegalArgumentException("both " + other + " and " + ours + " become " + theirs);
            }
        });
        return back;
    }
}
