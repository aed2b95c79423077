package io.stackwatch.gateway.forecast;

import io.stackwatch.core.registry.OutletId;
import java.util.List;

/** Says what can still become of the hour that an outlet is in. May block; safe for several threads. */
@FunctionalInterface
public interface RunningHours {

    /** By factor, those that have a limit and of which a minute of the hour is known; empty for an unknown outlet. */
    List<RunningHour> of(OutletId outlet);
}
