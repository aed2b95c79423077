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
    private static final Command[] NONE = {};
    private static final CommandTable STANDARD = load();

    private final List<Command> rows;
    /** By number, the meaning that {@link #find(int)} gives first; read for every frame. */
    private final Command[][] byNumber = new Command[NUMBERS][];

    private CommandTable(List<Command> rows) {
        this.rows = List.copyOf(rows);
        Arrays.fill(byNumber, NONE);
        Map<Integer, List<Command>> grouped = new HashMap<>();
        rows.forEach(row -> grouped.computeIfAbsent(row.number(), number -> new ArrayList<>())
                .add(row));
        grouped.forEach((number, meanings) -> {
            meanings.sort(Comparator.comparingInt(CommandTable::rank).reversed());
            byNumber[number] = meanings.toArray(NONE);
        });
    }

    /** The table that comes with the program. */
    public static CommandTable standard() {
        return STANDARD;
    }

    /** What a number means in an edition (2005, 2017, 2025) when this side sends it; empty if nothing. */
    public Optional<Command> find(int number, int edition, Command.Direction side) {
        for (Command row : of(number)) {
            if (row.isFrom(side) && row.editions().contains(edition)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /**
     * What a number means: what field devices send before what hosts send, and the newest edition's meaning first. Empty for
     * a number that no edition has.
     */
    public Optional<Command> find(int number) {
        Command[] meanings = of(number);
        return meanings.length == 0 ? Optional.empty() : Optional.of(meanings[0]);
    }

    /** All rows, in the order of the file. */
    public Collection<Command> all() {
        return rows;
    }

    private Command[] of(int number) {
        return number < 0 || number >= NUMBERS ? NONE : byNumber[number];
    }

    private static int rank(Command row) {
        return (row.isFrom(Command.Direction.FROM_FIELD) ? NUMBERS : 0) + row.newestEdition();
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
}
