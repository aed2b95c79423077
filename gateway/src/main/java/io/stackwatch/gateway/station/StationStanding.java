package io.stackwatch.gateway.station;

import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.gateway.records.BehaviourRow;
import io.stackwatch.gateway.records.DeviationRow;
import io.stackwatch.gateway.records.HeardRow;
import io.stackwatch.gateway.records.StationSettings;
import java.util.Optional;

/** How what is heard of a station stands to what is registered and to the standard. Pure functions. */
public final class StationStanding {

    private StationStanding() {}

    /**
     * One respect in which a station was heard.
     *
     * @param behaviour how it speaks, and since when
     * @param registered how it should by its registration; empty for a station that is not registered
     * @param standard how it should by the standard; empty where the standard leaves it open
     * @param asRegistered whether it speaks as registered
     * @param asStandard whether it speaks as the standard says
     */
    public record Compared(
            BehaviourRow behaviour,
            Optional<String> registered,
            Optional<String> standard,
            boolean asRegistered,
            boolean asStandard) {}

    /** Compares one respect. */
    public static Compared compare(BehaviourRow behaviour, Optional<StationSettings> settings) {
        Aspect aspect = Aspect.valueOf(behaviour.aspect());
        Optional<String> registered = settings.map(known -> registered(aspect, known));
        Optional<String> standard = settings.flatMap(known -> standard(aspect, known.profile()));
        boolean anything = registered.equals(Optional.of(StationProfile.CrcMode.LENIENT.name()));
        return new Compared(
                behaviour,
                registered,
                standard,
                anything || registered.map(behaviour.value()::equals).orElse(true),
                standard.map(behaviour.value()::equals).orElse(true));
    }

    private static String registered(Aspect aspect, StationSettings settings) {
        StationProfile profile = settings.profile();
        return switch (aspect) {
            case EDITION -> year(profile.edition());
            case CHECKSUM -> profile.crcMode().name();
            case MINUTE_INTERVAL -> String.valueOf(profile.minuteInterval().toMinutes());
            case HOUR_LABEL -> profile.labelAtEnd() ? "END" : "START";
            case ENCRYPTION -> settings.cipher().isPresent() ? "ENCRYPTED" : "PLAIN";
        };
    }

    /**
     * Edition and interval are left open (2017: 1 to 30 minutes; 2025: unknown). 2025 asks for encryption on the internet and
     * recommends it elsewhere; the editions before know none.
     */
    private static Optional<String> standard(Aspect aspect, StationProfile profile) {
        return switch (aspect) {
            case EDITION, MINUTE_INTERVAL -> Optional.empty();
            case CHECKSUM -> Optional.of("HJ212");
            case HOUR_LABEL -> Optional.of("START");
            case ENCRYPTION ->
                Optional.of(profile.edition() == StationProfile.Edition.HJ212_2025 ? "ENCRYPTED" : "PLAIN");
        };
    }

    /** The year by which people name an edition. */
    public static String year(StationProfile.Edition edition) {
        return switch (edition) {
            case HJT212_2005 -> "2005";
            case HJ212_2017 -> "2017";
            case HJ212_2025 -> "2025";
        };
    }

    /** Whether a deviation goes on: it was seen in the last day in which the station spoke. */
    public static boolean goesOn(DeviationRow deviation, Optional<HeardRow> heard) {
        return heard.map(row -> !deviation.lastAt().isBefore(row.lastAt().minus(StationTrail.QUIET)))
                .orElse(true);
    }
}
