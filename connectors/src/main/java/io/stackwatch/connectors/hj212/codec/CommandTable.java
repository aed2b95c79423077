package io.stackwatch.connectors.hj212.codec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The commands of all editions, from {@code commands.csv}. Immutable. */
public final class CommandTable {

    private static final CommandTable STANDARD = load();

    private final Map<Integer, Command> commands;

    private CommandTable(Map<Integer, Command> commands) {
        this.commands = commands;
    }

    /** The table that comes with the program. */
    public static CommandTable standard() {
        return STANDARD;
    }

    /** The row of a number; empty for a number that no edition has. */
    public Optional<Command> find(int number) {
        return Optional.ofNullable(commands.get(number));
    }

    /** All rows. */
    public Collection<Command> all() {
        return commands.values();
    }

    private static CommandTable load() {
        Map<Integer, Command> commands = new LinkedHashMap<>();
        try (InputStream resource = CommandTable.class.getResourceAsStream("commands.csv")) {
            if (resource == null) {
                throw new IllegalStateException("commands.csv is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Command command = row(line);
                commands.put(command.number(), command);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new CommandTable(Collections.unmodifiableMap(commands));
    }

    private static Command row(String line) {
        String[] cells = line.split(",", -1);
        return new Command(
                Integer.parseInt(cells[0]),
                cells[1],
                cells[2],
                Command.Direction.valueOf(cells[3]),
                Arrays.stream(cells[4].split(" ", -1)).map(Integer::valueOf).collect(Collectors.toSet()),
                Command.Treatment.valueOf(cells[5]),
                Command.Answer.valueOf(cells[6]));
    }
}
