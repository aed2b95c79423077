package io.stackwatch.core.transmission;

import io.stackwatch.core.measurement.FactorHour;
import java.time.Instant;

/**
 * An hour that is due and does not count, and until when that can be changed.
 *
 * @param hour which hour
 * @param standing how it stands
 * @param marksUntil first instant at which a mark for it is late
 * @param vouchersUntil first instant at which a voucher (凭证) or back-filled data no longer count: the month is frozen
 */
public record LostHour(FactorHour hour, Standing standing, Instant marksUntil, Instant vouchersUntil) {

    /** The hour with the instants that the terms set. */
    public static LostHour of(FactorHour hour, Standing standing, CountTerms terms) {
        return new LostHour(hour, standing, terms.marksCloseAt(hour.start()), terms.freezeOf(hour.start()));
    }
}
