package io.stackwatch.gateway.api;

import java.util.List;
import java.util.Optional;

/**
 * Part of a list.
 *
 * @param items in the order of the list
 * @param next where the following page begins; empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }
}
