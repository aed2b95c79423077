package io.stackwatch.core.measurement;

import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the letters of the data marks mean, as data: editions and devices use different alphabets, so a letter can have
 * several meanings ({@code B} is a broken line in HJ 212-2017 and a banked fire in HJ 75-2017). Immutable.
 */
public final class FlagTable {

    private final Map<String, List<FlagMeaning>> byLetters;

    private FlagTable(Map<String, List<FlagMeaning>> byLetters) {
        this.byLetters = byLetters;
    }

    /** The table that comes with the program. */
    public static FlagTable load() {
        return of(DataTable.resource(FlagTable.class, "flags.csv"));
    }

    static FlagTable of(DataTable table) {
        Map<String, List<FlagMeaning>> byLetters = new TreeMap<>();
        for (DataTable.Row row : table.rows()) {
            FlagMeaning meaning = new FlagMeaning(
                    row.text("alphabet"),
                    new DataFlag(row.text("flag")),
                    row.text("chinese"),
                    row.text("english"),
                    usable(row),
                    row.constant("mark", Verification.class));
            byLetters
                    .computeIfAbsent(meaning.flag().letters(), k -> new ArrayList<>(2))
                    .add(meaning);
        }
        byLetters.replaceAll((letters, meanings) -> List.copyOf(meanings));
        return new FlagTable(byLetters);
    }

    private static boolean usable(DataTable.Row row) {
        return switch (row.text("usable")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw row.fault("usable", "expected yes or no");
        };
    }

    /** Every meaning of a flag; empty for letters that no alphabet knows. */
    public List<FlagMeaning> meanings(DataFlag flag) {
        return byLetters.getOrDefault(flag.letters(), List.of());
    }

    /** Whether a datum so marked may be used: known letters, and usable in every alphabet that has them. */
    public boolean usable(DataFlag flag) {
        List<FlagMeaning> meanings = meanings(flag);
        return !meanings.isEmpty() && meanings.stream().allMatch(FlagMeaning::usable);
    }

    /**
     * The tally with a minute datum added as its flag says; without a flag nothing is known, and the tally stays.
     *
     * @param minute minute of the hour at which the datum starts, 0 to 59
     * @param interval how many minutes it speaks of, 1 to 60
     */
    public MinuteTally add(MinuteTally tally, int minute, int interval, Optional<DataFlag> flag) {
        return flag.map(letters -> tally.with(minute, interval, usable(letters)))
                .orElse(tally);
    }
}
