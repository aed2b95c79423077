package io.stackwatch.core.measurement;

import io.stackwatch.core.measurement.Validity.Invalid;
import io.stackwatch.core.measurement.Validity.Proof;
import io.stackwatch.core.measurement.Validity.Reason;
import io.stackwatch.core.measurement.Validity.Valid;
import io.stackwatch.core.registry.MinuteEvidence;
import java.util.Optional;

/**
 * The 45-minute rule (HJ 75-2017, HJ 76-2017): an hour counts with at least so many valid minutes.
 *
 * <p>HJ 212-2017 C.17 lets the logger mark an hour {@code N} only then, so its flag is a statement about the minutes; see
 * decision record 0015. Immutable.
 */
public final class HourValidity {

    private static final int MINUTES_OF_AN_HOUR = 60;

    private final FlagTable flags;
    private final int minimumMinutes;

    /** @param minimumMinutes how many valid minutes an hour needs, 1 to 60 */
    public HourValidity(FlagTable flags, int minimumMinutes) {
        if (minimumMinutes < 1 || minimumMinutes > MINUTES_OF_AN_HOUR) {
            throw new IllegalArgumentException("an hour needs 1 to 60 valid minutes: " + minimumMinutes);
        }
        this.flags = flags;
        this.minimumMinutes = minimumMinutes;
    }

    /** Whether the hour's datum counts, and by what. */
    public Validity of(Optional<DataFlag> flag, MinuteTally minutes, MinuteEvidence evidence) {
        if (flag.isPresent() && !flags.usable(flag.get())) {
            return new Invalid(Reason.FLAGGED, flag.get().letters());
        }
        if (minutes.knownInvalid() > MINUTES_OF_AN_HOUR - minimumMinutes) {
            return new Invalid(Reason.TOO_FEW_VALID_MINUTES, minutes.knownInvalid() + " minutes known invalid");
        }
        if (minutes.knownValid() >= minimumMinutes) {
            return new Valid(
                    flag.isPresent() && evidence == MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED
                            ? Proof.LOGGER_FLAG
                            : Proof.COUNTED_MINUTES);
        }
        if (evidence == MinuteEvidence.COUNTED) {
            return new Invalid(Reason.TOO_FEW_VALID_MINUTES, minutes.knownValid() + " minutes known valid");
        }
        return flag.isPresent()
                ? new Valid(Proof.LOGGER_FLAG)
                : new Invalid(Reason.VALIDITY_UNKNOWN, minutes.knownValid() + " minutes known valid, no hour flag");
    }
}
