package io.stackwatch.gateway.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Registered facts of one kind with the rows of a sheet laid over them, each row remembering where it came from. */
final class MergedRows<T> {

    private final String sheet;
    private final Function<T, Object> key;
    private final List<T> facts = new ArrayList<>();
    private final List<@Nullable SheetRow> origins = new ArrayList<>();
    private final Map<Object, Integer> places = new HashMap<>();
    private final Set<Object> handedIn = new HashSet<>();

    MergedRows(String sheet, Function<T, Object> key, List<T> registered) {
        this.sheet = sheet;
        this.key = key;
        for (T fact : registered) {
            put(fact, null);
        }
    }

    private void put(T fact, @Nullable SheetRow origin) {
        Integer place = places.get(key.apply(fact));
        if (place == null) {
            places.put(key.apply(fact), facts.size());
            facts.add(fact);
            origins.add(origin);
        } else {
            facts.set(place, fact);
            origins.set(place, origin);
        }
    }

    /** Lays rows over; a row that states what an earlier row of the same sheet states is an error. */
    void lay(List<SheetRow> rows, Function<SheetRow, Optional<T>> maker, String keyColumn) {
        for (SheetRow row : rows) {
            maker.apply(row).ifPresent(fact -> {
                if (handedIn.add(key.apply(fact))) {
                    put(fact, row);
                } else {
                    row.wrong(keyColumn, "each key once in a sheet");
                }
            });
        }
    }

    String sheet() {
        return sheet;
    }

    /** How many rows of the sheet can be used. */
    int handedIn() {
        return handedIn.size();
    }

    List<T> facts() {
        return facts;
    }

    /** The line of the sheet behind the fact at a place; 0 for one that was registered before. */
    long line(int place) {
        SheetRow origin = origins.get(place);
        return origin == null ? 0 : origin.number();
    }
}
