package io.stackwatch.core.penalty;

import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One circumstance of a formula with its levels: a row of {@code discretion-factors.csv}.
 *
 * @param id its name
 * @param chinese its name in documents
 * @param kind how it is given
 * @param unit of a number, may be empty text
 * @param weight how much it counts
 * @param levels its levels, numbers in rising order
 * @param source where it comes from
 * @param mark how far it has been checked
 */
record Circumstance(
        CircumstanceId id,
        String chinese,
        Kind kind,
        String unit,
        int weight,
        List<Level> levels,
        String source,
        Verification mark) {

    /** How it is given. */
    enum Kind {
        NUMBER,
        CHOICE
    }

    /** One level: from a number on, or a choice by name. */
    record Level(Optional<BigDecimal> atLeast, String choice, int points, String source, Verification mark) {}

    Circumstance {
        levels = List.copyOf(levels);
    }

    /** The level of what was found; empty if there is none. */
    Optional<Level> level(String found) {
        if (kind == Kind.CHOICE) {
            return levels.stream().filter(level -> level.choice().equals(found)).findFirst();
        }
        Optional<BigDecimal> number = number(found);
        return number.flatMap(value -> levels.stream()
                .filter(level -> level.atLeast()
                        .filter(from -> from.compareTo(value) <= 0)
                        .isPresent())
                .reduce((lower, higher) -> higher));
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
