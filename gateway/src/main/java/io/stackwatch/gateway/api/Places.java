package io.stackwatch.gateway.api;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.gateway.api.CityRecords.HourPlace;
import io.stackwatch.gateway.api.CityRecords.Place;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where pages end, as words that a client passes back unread.
 *
 * <p>A word names the last item of a page, so that a list to which something is added between two pages neither repeats nor
 * skips an item.
 */
final class Places {

    private Places() {}

    /** Cuts what was read with a limit of one more than the page holds. */
    static <T> Page<T> page(List<T> read, int limit, Function<T, String> place) {
        if (read.size() <= limit) {
            return new Page<>(read, Optional.empty());
        }
        List<T> items = read.subList(0, limit);
        return new Page<>(items, Optional.of(wrap(place.apply(items.get(limit - 1)))));
    }

    static String of(Instant at, String rest) {
        return at.toEpochMilli() + " " + rest;
    }

    static Optional<Place> place(Parameters parameters) {
        return read(parameters, word -> new Place(instant(word), rest(word)));
    }

    static Optional<HourPlace> hourPlace(Parameters parameters) {
        return read(parameters, word -> new HourPlace(instant(word), new FactorCode(rest(word))));
    }

    static <T> Optional<T> read(Parameters parameters, Function<String, T> reading) {
        return parameters.query(
                "cursor",
                "the 'next' of the page before, unchanged",
                word -> reading.apply(new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8)));
    }

    private static String wrap(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static Instant instant(String word) {
        return Instant.ofEpochMilli(Long.parseLong(word.substring(0, Math.max(0, word.indexOf(' ')))));
    }

    private static String rest(String word) {
        return word.substring(word.indexOf(' ') + 1);
    }
}
