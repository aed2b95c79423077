package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.registry.Outlet;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads what one rule needs of an outlet, and says what the rule sees. */
@FunctionalInterface
interface StateLook {

    /** @param active the outlet's active alarms */
    List<Seen> of(Handle handle, Outlet outlet, List<Alarm> active, Instant now);

    /** Those of a kind. */
    static List<Alarm> of(List<Alarm> active, AlarmType type) {
        return active.stream().filter(alarm -> alarm.key().type().equals(type)).toList();
    }
}
