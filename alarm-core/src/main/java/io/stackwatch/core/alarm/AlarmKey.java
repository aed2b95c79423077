package io.stackwatch.core.alarm;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.Optional;

/**
 * What makes an alarm one and the same: everything that is reported again under an equal key is the same alarm.
 *
 * @param subject about what
 * @param factor of what; {@link FactorCode#ALL} if it is about no single one
 * @param type which kind
 * @param firstHour start of the hour that raised it; stays when the episode grows backwards
 */
public record AlarmKey(AlarmSubject subject, FactorCode factor, AlarmType type, Instant firstHour) {

    /** The key of an alarm about an outlet. */
    public AlarmKey(OutletId outlet, FactorCode factor, AlarmType type, Instant firstHour) {
        this(new AlarmSubject.OfOutlet(outlet), factor, type, firstHour);
    }

    /** The outlet that it is about; empty if it is about something larger. */
    public Optional<OutletId> outlet() {
        return subject.outlet();
    }
}
