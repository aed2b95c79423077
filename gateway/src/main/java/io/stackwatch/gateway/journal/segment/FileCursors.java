package io.stackwatch.gateway.journal.segment;

import io.stackwatch.gateway.journal.Journal.CursorPosition;
import io.stackwatch.gateway.journal.Journal.StartAt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All cursors of a journal, also those that nobody has opened since the start. Safe for several threads. */
final class FileCursors {

    private final Path directory;
    private final Catalogue catalogue;
    private final DurableHead head;
    private final Map<String, FileCursor> cursors = new TreeMap<>();
    private final List<String> damage = new ArrayList<>();

    FileCursors(Path directory, Catalogue catalogue, DurableHead head) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.catalogue = catalogue;
        this.head = head;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().endsWith(CursorFile.SUFFIX)) {
                    load(file);
                } else {
                    Files.delete(file);
                }
            }
        }
    }

    /** What was wrong with cursor files at start. */
    List<String> damage() {
        return List.copyOf(damage);
    }

    synchronized FileCursor cursor(String name, StartAt startAt) {
        FileCursor known = cursors.get(CursorFile.checkedName(name));
        if (known != null) {
            return known;
        }
        long position = startAt == StartAt.HEAD ? head.get() : catalogue.tail() - 1;
        FileCursor made = new FileCursor(name, file(name), position, catalogue, head);
        try {
            CursorFile.write(file(name), name, position);
        } catch (IOException e) {
            throw new UncheckedIOException("making cursor " + name, e);
        }
        cursors.put(name, made);
        return made;
    }

    synchronized boolean forget(String name) throws IOException {
        cursors.remove(CursorFile.checkedName(name));
        boolean existed = Files.deleteIfExists(file(name));
        DurableFiles.syncDirectory(directory);
        return existed;
    }

    synchronized List<CursorPosition> positions() {
        return cursors.values().stream()
                .map(c -> new CursorPosition(c.name(), c.position()))
                .toList();
    }

    synchronized long lost() {
        return cursors.values().stream().mapToLong(FileCursor::lost).sum();
    }

    private Path file(String name) {
        return directory.resolve(name + CursorFile.SUFFIX);
    }

    private void load(Path file) {
        String fileName = file.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - CursorFile.SUFFIX.length());
        long position;
        try {
            position = CursorFile.read(file);
        } catch (IOException e) {
            // reading again is harmless, skipping is not
            position = catalogue.tail() - 1;
            damage.add("cursor " + name + " starts again at the tail: " + e.getMessage());
        }
        if (position > head.get()) {
            damage.add("cursor " + name + " stood at " + position + ", but the journal ends at " + head.get());
            position = head.get();
        }
        cursors.put(name, new FileCursor(name, file, position, catalogue, head));
    }
}
