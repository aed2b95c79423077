package io.stackwatch.gateway.relay.target;

import java.util.regex.Pattern;

/** What a target is called in files, cursors, rows and paths: a lower-case letter, then letters, digits and hyphens. */
public record TargetName(String value) implements Comparable<TargetName> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public TargetName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a target's name is " + FORM + ", not '" + value + "'");
        }
    }

    @Override
    public int compareTo(TargetName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
