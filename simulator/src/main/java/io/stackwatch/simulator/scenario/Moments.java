package io.stackwatch.simulator.scenario;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the times of a scenario: absolute, or from its start, or by the day of its start. */
final class Moments {

    static final String EXPECTED =
            "an instant such as 2026-11-23T08:00:00+08:00, start+1h30m, start-20m, today 08:00 or yesterday 08:00";

    private final Instant start;
    private final ZoneId zone;

    Moments(Instant start, ZoneId zone) {
        this.start = start;
        this.zone = zone;
    }

    Window window(Section section) throws ScenarioRefused {
        Instant from = moment(section, "from", "start");
        Instant to = moment(section, "to", "start+8760h");
        if (!from.isBefore(to)) {
            throw section.refused("to", "something later than 'from'", section.text("to", "(nothing)"));
        }
        return new Window(from, to);
    }

    List<Window> windows(Section section, String key) throws ScenarioRefused {
        List<Window> windows = new ArrayList<>();
        for (Section item : section.sections(key, Set.of("from", "to"))) {
            windows.add(window(item));
        }
        return windows;
    }

    Instant moment(Section section, String key, String otherwise) throws ScenarioRefused {
        String text = section.text(key, otherwise);
        try {
            return parse(text);
        } catch (DateTimeException e) {
            throw section.refused(key, EXPECTED, "'" + text + "'");
        }
    }

    Instant parse(String text) {
        LocalDate today = start.atZone(zone).toLocalDate();
        if (text.startsWith("start")) {
            return start.plus(offset(text.substring("start".length()).trim()));
        }
        if (text.startsWith("today ")) {
            return at(today, text.substring("today ".length()));
        }
        if (text.startsWith("yesterday ")) {
            return at(today.minusDays(1), text.substring("yesterday ".length()));
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    private Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time.trim())).atZone(zone).toInstant();
    }

    private static Duration offset(String text) {
        if (text.isEmpty()) {
            return Duration.ZERO;
        }
        Duration length = Duration.parse("PT" + text.substring(1).toUpperCase(Locale.ROOT));
        return switch (text.charAt(0)) {
            case '+' -> length;
            case '-' -> length.negated();
            default -> throw new DateTimeException("neither + nor -: " + text);
        };
    }
}
