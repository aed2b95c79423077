package io.stackwatch.gateway.journal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** A cursor's place on disk: one line, {@code stackwatch-cursor 1 <name> <position> <crc32c of what is before>}. */
final class CursorFile {

    static final String SUFFIX = ".cursor";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern LINE =
            Pattern.compile("(stackwatch-cursor 1 ([a-z0-9-]+) (\\d{1,19})) ([0-9a-f]{8})\\n");

    private CursorFile() {}

    static String checkedName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a cursor's name has 1 to 64 lower-case letters, digits and hyphens: '" + name + "'");
        }
        return name;
    }

    static void write(Path file, String name, long position) throws IOException {
        String place = "stackwatch-cursor 1 " + name + " " + position;
        String line = place + " " + crc(place) + "\n";
        DurableFiles.replace(file, ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
    }

    static long read(Path file) throws IOException {
        Matcher matcher = LINE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!matcher.matches() || !crc(matcher.group(1)).equals(matcher.group(4))) {
            throw new DamagedFileException(file.getFileName() + " is not a cursor");
        }
        return Long.parseLong(matcher.group(3));
    }

    private static String crc(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
