package io.stackwatch.core.alarm;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person wants to be done with an alarm.
 *
 * @param event what shall happen
 * @param by who wants it
 * @param why in their words
 * @param until when it ends by itself; needed for a shelf, may be said for an absence from service
 * @param to whom it is assigned; only of an assignment
 */
public record AlarmOrder(AlarmEventKind event, String by, String why, Optional<Instant> until, Optional<String> to) {

    /** An order that needs neither an end nor anybody else. */
    public static AlarmOrder plain(AlarmEventKind event, String by, String why) {
        return new AlarmOrder(event, by, why, Optional.empty(), Optional.empty());
    }
}
