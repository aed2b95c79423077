package io.stackwatch.core.marking;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as people read them: legal time, to the minute. */
final class Words {

    private Words() {}

    static String at(Instant instant) {
        return instant.atZone(LegalTime.ZONE)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ');
    }

    static String span(Window span) {
        return at(span.start()) + " to " + at(span.end());
    }

    static String length(Duration length) {
        return length.toMinutesPart() == 0
                ? length.toHours() + " h"
                : length.toHours() + " h " + length.toMinutesPart() + " min";
    }
}
