package io.stackwatch.core.alarm;

import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.List;

/**
 * All matters of one kind about the marks of an outlet since an instant, and the alarms about them.
 *
 * @param outlet whose marks
 * @param matters what there is now, in any order; empty if there is nothing
 * @param alarms every alarm of the kind about this outlet whose key is not before the instant
 * @param act what was done to marks just now, in words
 * @param knownAt when it was found
 */
public record MarkCase(OutletId outlet, List<MarkMatter> matters, List<Alarm> alarms, String act, Instant knownAt) {

    public MarkCase {
        matters = List.copyOf(matters);
        alarms = List.copyOf(alarms);
    }
}
