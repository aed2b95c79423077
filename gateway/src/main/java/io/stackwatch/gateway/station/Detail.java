package io.stackwatch.gateway.station;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a connector wrote beside a record: {@code key=value} joined by semicolons. Pure. */
final class Detail {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    private Detail() {}

    /** The value of a key. */
    static Optional<String> value(String detail, String key) {
        int at = detail.startsWith(key + "=") ? 0 : detail.indexOf(";" + key + "=") + 1;
        if (at == 0 && !detail.startsWith(key + "=")) {
            return Optional.empty();
        }
        int from = at + key.length() + 1;
        int end = detail.indexOf(';', from);
        return Optional.of(detail.substring(from, end < 0 ? detail.length() : end));
    }

    /** Names of findings; what is only counted because it did not fit is left out. */
    static Set<String> findings(String detail) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : value(detail, "findings").orElse("").split(",", -1)) {
            if (NAME.matcher(name).matches()) {
                names.add(name);
            }
        }
        return names;
    }
}
