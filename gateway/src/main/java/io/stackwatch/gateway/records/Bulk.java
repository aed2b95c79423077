package io.stackwatch.gateway.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Loads what many keys ask for with few statements. The sizes are fixed, so that a handful of prepared texts serves every
 * number of keys.
 */
final class Bulk {

    private static final int[] SIZES = {200, 20, 1};

    private Bulk() {}

    /**
     * Runs a query for all keys, some at a time.
     *
     * @param text the query, with {@code %s} where the keys' rows of a VALUES list go
     * @param width how many values a key has
     * @param values the values of a key, in order
     */
    static <K> void query(
            Handle handle,
            String text,
            int width,
            Collection<K> keys,
            BiConsumer<K, List<Object>> values,
            BiConsumer<Query, List<K>> run) {
        List<K> rest = new ArrayList<>(keys);
        int at = 0;
        for (int size : SIZES) {
            String sql = text.formatted(rows(size, width));
            while (rest.size() - at >= size) {
                List<K> some = rest.subList(at, at + size);
                List<Object> parameters = new ArrayList<>(size * width);
                some.forEach(key -> values.accept(key, parameters));
                try (Query query = handle.createQuery(sql)) {
                    for (int i = 0; i < parameters.size(); i++) {
                        query.bind(i, parameters.get(i));
                    }
                    run.accept(query, some);
                }
                at += size;
            }
        }
    }

    private static String rows(int count, int width) {
        String row = "(" + "?, ".repeat(width - 1) + "?)";
        return (row + ", ").repeat(count - 1) + row;
    }
}
