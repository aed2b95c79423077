package io.stackwatch.core.enforcement;

import io.stackwatch.core.deadline.PeriodId;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.deadline.Tolling;
import io.stackwatch.core.enforcement.ProcessRow.PeriodStart;
import io.stackwatch.core.registry.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code case-process.csv} into one row for each procedure and state; an error names table, line and column. */
final class ProcessRows {

    private static final String BEGINNING = "-";
    private static final String SAME = "=";
    private static final char ELSEWHERE = '/';

    private ProcessRows() {}

    static List<ProcessRow> read(DataTable table) {
        List<ProcessRow> rows = new ArrayList<>();
        for (DataTable.Row row : table.rows()) {
            for (Procedure procedure : list(row, "procedure", Procedure::valueOf)) {
                for (String from : list(row, "from", text -> text)) {
                    ProcessRow read = row(row, procedure, from);
                    check(row, read, rows);
                    rows.add(read);
                }
            }
        }
        return List.copyOf(rows);
    }

    private static void check(DataTable.Row row, ProcessRow read, List<ProcessRow> before) {
        if (read.from().filter(Stage::end).isPresent()) {
            throw row.fault("from", "nothing follows " + read.from().get());
        }
        for (ProcessRow other : before) {
            boolean sameEvent = other.procedure() == read.procedure()
                    && other.from().equals(read.from())
                    && other.event() == read.event();
            if (sameEvent && (other.choices().isEmpty() || read.choices().isEmpty())) {
                throw row.fault("choice", read + " cannot be told from " + other);
            }
        }
    }

    private static ProcessRow row(DataTable.Row row, Procedure procedure, String from) {
        Optional<Stage> before =
                from.equals(BEGINNING) ? Optional.empty() : Optional.of(name(row, "from", from, Stage::valueOf));
        String to = row.text("to");
        if (to.equals(SAME) && before.isEmpty()) {
            throw row.fault("to", "the beginning has no state to stay in");
        }
        return new ProcessRow(
                procedure,
                before,
                row.constant("event", ActKind.class),
                list(row, "choice", Choice::valueOf),
                to.equals(SAME) ? before.get() : row.constant("to", Stage.class),
                list(row, "guards", GuardUse::parse),
                list(row, "starts", ProcessRows::start),
                list(row, "ends", text -> text).stream()
                        .filter(text -> text.indexOf(ELSEWHERE) < 0)
                        .map(PeriodId::new)
                        .toList(),
                list(row, "ends", text -> text).stream()
                        .filter(text -> text.indexOf(ELSEWHERE) > 0)
                        .map(ProcessRows::elsewhere)
                        .toList(),
                Set.copyOf(list(row, "halts", Tolling.Cause::valueOf)),
                Set.copyOf(list(row, "resumes", Tolling.Cause::valueOf)),
                list(row, "documents", DocumentKind::valueOf),
                Set.copyOf(list(row, "who", Role::valueOf)),
                row.text("source"));
    }

    private static ProcessRow.Elsewhere elsewhere(String text) {
        int slash = text.indexOf(ELSEWHERE);
        return new ProcessRow.Elsewhere(
                Procedure.valueOf(text.substring(0, slash)), new PeriodId(text.substring(slash + 1)));
    }

    private static PeriodStart start(String text) {
        int behind = text.indexOf('<');
        return behind < 0
                ? new PeriodStart(new PeriodId(text), Optional.empty())
                : new PeriodStart(
                        new PeriodId(text.substring(0, behind)), Optional.of(new PeriodId(text.substring(behind + 1))));
    }

    static <T> List<T> list(DataTable.Row row, String column, Function<String, T> parse) {
        List<T> found = new ArrayList<>();
        for (String word : row.cell(column).strip().split(" ", -1)) {
            if (!word.isEmpty()) {
                found.add(name(row, column, word, parse));
            }
        }
        return found;
    }

    private static <T> T name(DataTable.Row row, String column, String word, Function<String, T> parse) {
        try {
            return parse.apply(word);
        } catch (IllegalArgumentException e) {
            throw row.fault(column, "'" + word + "' is not known: " + e.getMessage());
        }
    }
}
