package io.stackwatch.simulator.conform;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code ${...}} stands for in a script.
 *
 * <p>{@code mn}, {@code pw}, {@code mn2}, {@code pw2}, {@code unknown}: the stations. {@code qn}: in a packet that is sent a
 * new number, elsewhere the last one; {@code qn1} to {@code qn9}: numbers that stay. {@code now}: this
 * moment, {@code minute}, {@code hour}, {@code day}: their start as the case began, with an offset such as {@code
 * ${hour-1h}}: 14 digits in Beijing time. Other names were captured from a
 * packet.
 */
final class Variables {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z][a-z0-9]*)(?:([+-])(\\d{1,5})([smhd]))?}");
    private static final Pattern NUMBERED = Pattern.compile("qn[1-9]");
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    private final Map<String, String> values = new HashMap<>();
    private final QnSource numbers;
    private final LocalDateTime began;

    Variables(Casting casting, QnSource numbers) {
        this.numbers = numbers;
        this.began = beijing();
        values.put("mn", casting.main().mn());
        values.put("pw", casting.main().password());
        values.put("unknown", casting.unknownMn());
        casting.second().ifPresent(second -> {
            values.put("mn2", second.mn());
            values.put("pw2", second.password());
        });
    }

    /** Remembers a value under a name. */
    void put(String name, String value) {
        values.put(name, value);
    }

    /** Takes a new number for {@code ${qn}}. */
    void renewQn() {
        values.put("qn", numbers.next());
    }

    /** The text with every variable filled in; a name that nobody knows is the script's fault. */
    String fill(String template) {
        Matcher place = PLACE.matcher(template);
        StringBuilder text = new StringBuilder();
        while (place.find()) {
            place.appendReplacement(text, Matcher.quoteReplacement(value(place)));
        }
        return place.appendTail(text).toString();
    }

    /** The first place in the text that is no variable of this form; empty if all are. */
    static String malformed(String template) {
        String rest = PLACE.matcher(template).replaceAll("");
        int at = rest.indexOf("${");
        return at < 0 ? "" : rest.substring(at, Math.min(rest.length(), at + 20));
    }

    private String value(Matcher place) {
        String name = place.group(1);
        if (NUMBERED.matcher(name).matches()) {
            return values.computeIfAbsent(name, ignored -> numbers.next());
        }
        LocalDateTime moment =
                switch (name) {
                    case "now" -> beijing();
                    case "minute" -> began.truncatedTo(ChronoUnit.MINUTES);
                    case "hour" -> began.truncatedTo(ChronoUnit.HOURS);
                    case "day" -> began.truncatedTo(ChronoUnit.DAYS);
                    default -> null;
                };
        if (moment != null) {
            return FORMAT.format(moment.plus(offset(place)));
        }
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the script uses ${" + name + "} before it has a value");
        }
        return value;
    }

    private LocalDateTime beijing() {
        return LocalDateTime.ofInstant(numbers.clock().instant(), QnSource.ZONE);
    }

    private static Duration offset(Matcher place) {
        if (place.group(2) == null) {
            return Duration.ZERO;
        }
        long count = Long.parseLong(place.group(3)) * (place.group(2).equals("-") ? -1 : 1);
        return switch (place.group(4)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
