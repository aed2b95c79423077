package io.stackwatch.gateway.examination;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.CRC32;

/**
 * Reads a zip file strictly from the front: stored entries one behind the other, a directory that says the same, an end, and not one byte
 * that is not accounted for. Every field has one allowed value. A tolerant reader would pass over what a forger leaves in headers.
 */
final class ZipReading {

    private static final String ZIP = "(zip)";
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;

    private final ByteBuffer zip;
    private final BiConsumer<String, String> findings;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(int crc, int size, int offset) {}

    ZipReading(byte[] bytes, BiConsumer<String, String> findings) {
        this.zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.findings = findings;
    }

    /** The files that could be read, in order; where reading had to stop is among the findings. */
    Map<String, byte[]> files() {
        while (zip.remaining() >= LOCAL_BYTES && zip.getInt(zip.position()) == LOCAL) {
            if (!local()) {
                return files;
            }
        }
        int directory = zip.position();
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            if (!central(entry.getKey(), entry.getValue())) {
                return files;
            }
        }
        end(directory);
        return files;
    }

    private boolean local() {
        int offset = zip.position();
        int nameLength = zip.getShort(offset + 26) & 0xffff;
        if (zip.remaining() < LOCAL_BYTES + nameLength) {
            return stop(ZIP, "ends within the header at byte " + offset);
        }
        String name = new String(zip.array(), offset + LOCAL_BYTES, nameLength, StandardCharsets.UTF_8);
        boolean fixed = zip.getShort(offset + 4) == 20
                && zip.getShort(offset + 6) == 0x0800
                && zip.getShort(offset + 8) == 0
                && zip.getInt(offset + 10) == 0x00210000
                && zip.getShort(offset + 28) == 0;
        int crc = zip.getInt(offset + 14);
        int size = zip.getInt(offset + 18);
        if (!fixed || size != zip.getInt(offset + 22)) {
            findings.accept(name, "has a header that no writer of packages makes, at byte " + offset);
        }
        if (size < 0 || size > zip.remaining() - LOCAL_BYTES - nameLength) {
            return stop(name, "says that it has " + size + " bytes, which are not there");
        }
        byte[] content = new byte[size];
        zip.position(offset + LOCAL_BYTES + nameLength);
        zip.get(content);
        CRC32 sum = new CRC32();
        sum.update(content);
        if ((int) sum.getValue() != crc) {
            findings.accept(name, "has another check sum than its header says");
        }
        if (files.put(name, content) != null) {
            findings.accept(name, "is there twice");
        }
        entries.put(name, new Entry(crc, size, offset));
        return true;
    }

    private boolean central(String name, Entry entry) {
        int at = zip.position();
        byte[] expected = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer wanted = ByteBuffer.allocate(CENTRAL_BYTES + expected.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(CENTRAL)
                .putShort((short) 20)
                .putShort((short) 20)
                .putShort((short) 0x0800)
                .putShort((short) 0)
                .putInt(0x00210000)
                .putInt(entry.crc())
                .putInt(entry.size())
                .putInt(entry.size())
                .putShort((short) expected.length)
                .put(new byte[12])
                .putInt(entry.offset())
                .put(expected);
        if (zip.remaining() < wanted.capacity()) {
            return stop(name, "is missing in the directory: the file ends at byte " + zip.capacity());
        }
        byte[] there = new byte[wanted.capacity()];
        zip.get(there);
        int different = Arrays.mismatch(there, wanted.array());
        if (different >= 0) {
            return stop(name, "has another entry in the directory than its header says, at byte " + (at + different));
        }
        return true;
    }

    private void end(int directory) {
        int at = zip.position();
        ByteBuffer wanted = ByteBuffer.allocate(END_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(END)
                .putInt(0)
                .putShort((short) entries.size())
                .putShort((short) entries.size())
                .putInt(at - directory)
                .putInt(directory)
                .putShort((short) 0);
        byte[] there = new byte[zip.remaining()];
        zip.get(there);
        int different = Arrays.mismatch(there, wanted.array());
        if (different >= 0) {
            findings.accept(ZIP, "the end of the file is not as it was written, at byte " + (at + different));
        }
    }

    private boolean stop(String file, String text) {
        findings.accept(file, text);
        return false;
    }
}
