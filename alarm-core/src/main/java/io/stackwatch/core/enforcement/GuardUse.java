package io.stackwatch.core.enforcement;

import java.util.Optional;

/**
 * A guard as a row uses it, such as {@code PAST:statement}.
 *
 * @param guard which guard
 * @param about the period, matter or sanction that it looks at, if it looks at one
 */
record GuardUse(Guard guard, Optional<String> about) {

    static GuardUse parse(String text) {
        int colon = text.indexOf(':');
        Guard guard = Guard.valueOf(colon < 0 ? text : text.substring(0, colon));
        Optional<String> about = colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
        guard.check(about);
        return new GuardUse(guard, about);
    }

    /** What does not hold; empty if all is well. */
    Optional<String> failure(Situation situation) {
        return guard.failure(situation, about.orElse(""));
    }

    @Override
    public String toString() {
        return about.map(name -> guard + ":" + name).orElse(guard.name());
    }
}
