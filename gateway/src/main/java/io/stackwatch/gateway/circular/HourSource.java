package io.stackwatch.gateway.circular;

import io.stackwatch.core.registry.OutletId;
import java.util.function.Consumer;

/**
 * The hours behind the figures of a month, one outlet at a time: of ten thousand outlets they fit into no memory, of one they
 * do. An implementation gives what was counted for these very figures, not what is known now.
 */
@FunctionalInterface
public interface HourSource {

    /**
     * Hands over every hour of an outlet in the month that is due or was taken out of the count, once, in any order. Hours
     * outside of the duty may be left out.
     */
    void hoursOf(OutletId outlet, Consumer<HourLine> reader);
}
