package io.stackwatch.core.marking;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of marks, as data; immutable, safe to share. */
public final class MarkKinds {

    private final List<MarkKind> kinds;
    private final Map<DataFlag, MarkCode> automatic;

    private MarkKinds(List<MarkKind> kinds, Map<DataFlag, MarkCode> automatic) {
        this.kinds = List.copyOf(kinds);
        this.automatic = Map.copyOf(automatic);
    }

    /** The table that comes with the program. */
    public static MarkKinds load() {
        return of(DataTable.resource(MarkKinds.class, "mark-kinds.csv"));
    }

    static MarkKinds of(DataTable table) {
        List<MarkKind> kinds = new ArrayList<>();
        Map<DataFlag, MarkCode> automatic = new HashMap<>();
        for (DataTable.Row row : table.rows()) {
            MarkKind kind = new MarkKind(
                    new MarkCode(row.text("code")),
                    row.constant("subject", MarkSubject.class),
                    row.text("chinese"),
                    row.text("english"),
                    row.constant("effect", MarkEffect.class),
                    row.effective(LegalTime.ZONE),
                    row.text("source"),
                    row.constant("mark", Verification.class));
            if (kinds.stream()
                    .anyMatch(other -> other.code().equals(kind.code())
                            && other.effective().overlaps(kind.effective()))) {
                throw row.fault("from", "two rows of " + kind.code() + " hold at the same time");
            }
            kinds.add(kind);
            for (String letters :
                    row.optional("automatic").map(cell -> cell.split(" ")).orElse(new String[0])) {
                if (kind.effect() != MarkEffect.INVALIDATES
                        || automatic.putIfAbsent(new DataFlag(letters), kind.code()) != null) {
                    throw row.fault("automatic", letters + " becomes one kind of equipment mark");
                }
            }
        }
        return new MarkKinds(kinds, automatic);
    }

    /** Every row, in the order of the table. */
    public List<MarkKind> kinds() {
        return kinds;
    }

    /** The kind as it holds at an instant. */
    public Optional<MarkKind> at(MarkCode code, Instant instant) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code) && kind.effective().contains(instant))
                .findFirst();
    }

    /** Whether a kind of that code holds at any time. */
    public boolean known(MarkCode code) {
        return kinds.stream().anyMatch(kind -> kind.code().equals(code));
    }

    /** The kind that a lasting flag becomes by itself at an instant; empty if it becomes none. */
    public Optional<MarkKind> automatic(DataFlag flag, Instant instant) {
        return Optional.ofNullable(automatic.get(flag)).flatMap(code -> at(code, instant));
    }
}
