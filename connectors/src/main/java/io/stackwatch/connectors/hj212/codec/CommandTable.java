package io.stackwatch.connectors.hj212.codec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The commands of all editions, from {@code commands.csv}: a row for every meaning that a number has in an edition and a
 * direction (docs/adr/0019). Immutable.
 */
public final class CommandTable {

    private static final int NUMBERS = 10_000;
    private static final Meanings NONE = new Meanings(List.of());
    private static final CommandTable STANDARD = load();

    private final List<Command> rows;
    /** Read for every frame. */
    private final Meanings[] byNumber = new Meanings[NUMBERS];

    private CommandTable(List<Command> rows) {
        this.rows = List.copyOf(rows);
        Arrays.fill(byNumber, NONE);
        rows.stream()
                .collect(Collectors.groupingBy(Command::number))
                .forEach((number, meanings) -> byNumber[number] = new Meanings(meanings));
    }

    /** The table that comes with the program. */
    public static CommandTable standard() {
        return STANDARD;
    }

    /** What a number means in an edition (2005, 2017, 2025) when this side sends it; empty if nothing. */
    public Optional<Command> find(int number, int edition, Command.Direction side) {
        return of(number).find(edition, side);
    }

    /**
     * What a number means: what field devices send before what hosts send, and the newest edition's meaning first. Empty for
     * a number that no edition has.
     */
    public Optional<Command> find(int number) {
        return of(number).first;
    }

    /** All rows, in the order of the file. */
    public Collection<Command> all() {
        return rows;
    }

    private Meanings of(int number) {
        return number < 0 || number >= NUMBERS ? NONE : byNumber[number];
    }

    private static CommandTable load() {
        List<Command> rows = new ArrayList<>();
        try (InputStream resource = CommandTable.class.getResourceAsStream("commands.csv")) {
            if (resource == null) {
                throw new IllegalStateException("commands.csv is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(row(line.split(",", -1)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new CommandTable(rows);
    }

    private static Command row(String[] cells) {
        return new Command(
                Integer.parseInt(cells[0]),
                cells[1],
                cells[2],
                Command.Direction.valueOf(cells[3]),
                Arrays.stream(cells[4].split(" ", -1)).map(Integer::valueOf).collect(Collectors.toSet()),
                Command.Pattern.valueOf(cells[5]),
                Command.Answer.valueOf(cells[6]),
                cells[7].equals("yes"),
                cells[8].equals("yes"),
                fields(cells[9]),
                fields(cells[10]),
                cells[11]);
    }

    private static List<CommandField> fields(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split(" ", -1)).map(CommandField::parse).toList();
    }

    /** The rows of one number, ready to be asked. */
    private static final class Meanings {

        private final Optional<Command> first;
        private final Map<Integer, Optional<Command>> fromHost = new HashMap<>();
        private final Map<Integer, Optional<Command>> fromField = new HashMap<>();

        Meanings(List<Command> rows) {
            this.first = rows.stream().max(Comparator.comparingInt(Meanings::rank));
            for (Command row : rows) {
                for (Integer edition : row.editions()) {
                    if (row.isFrom(Command.Direction.FROM_HOST)) {
                        fromHost.putIfAbsent(edition, Optional.of(row));
                    }
                    if (row.isFrom(Command.Direction.FROM_FIELD)) {
                        fromField.putIfAbsent(edition, Optional.of(row));
                    }
                }
            }
        }

        Optional<Command> find(int edition, Command.Direction side) {
            return (side == Command.Direction.FROM_HOST ? fromHost : fromField).getOrDefault(edition, Optional.empty());
        }

        private static int rank(Command row) {
            return (row.isFrom(Command.Direction.FROM_FIELD) ? NUMBERS : 0) + row.newestEdition();
        }
    }
}
