package io.stackwatch.gateway.records;

import java.util.List;
import java.util.Optional;

/**
 * Some rows of a longer list.
 *
 * @param rows the rows
 * @param next where the next page begins; empty at the end
 */
public record Page<T>(List<T> rows, Optional<PagePlace> next) {

    public Page {
        rows = List.copyOf(rows);
    }
}
