package io.stackwatch.gateway.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A zip file (PKWARE APPNOTE 6.3) whose entries are stored and not packed: packed bits leave slack that can be changed without changing
 * the content. Every entry is of 1980-01-01, the first day that zip knows; nothing stands between entries. Not thread-safe.
 */
final class StoredZip {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final short VERSION = 20;
    private static final short UTF8 = 0x0800;
    private static final short STORED = 0;
    private static final int FIRST_DAY = 0x0021 << 16;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<byte[]> directory = new ArrayList<>();

    void add(EvidenceFile file) {
        byte[] name = file.name().getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(file.bytes());
        int offset = out.size();
        put(header(30, LOCAL)
                .putShort(VERSION)
                .putShort(UTF8)
                .putShort(STORED)
                .putInt(FIRST_DAY)
                .putInt((int) crc.getValue())
                .putInt(file.bytes().length)
                .putInt(file.bytes().length)
                .putShort((short) name.length)
                .putShort((short) 0));
        out.writeBytes(name);
        out.writeBytes(file.bytes());
        ByteBuffer central = header(46, CENTRAL)
                .putShort(VERSION)
                .putShort(VERSION)
                .putShort(UTF8)
                .putShort(STORED)
                .putInt(FIRST_DAY)
                .putInt((int) crc.getValue())
                .putInt(file.bytes().length)
                .putInt(file.bytes().length)
                .putShort((short) name.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(offset);
        directory.add(written(central));
        directory.add(name);
    }

    /** The file; whoever asks twice made a mistake. */
    byte[] bytes() {
        int at = out.size();
        directory.forEach(out::writeBytes);
        int length = out.size() - at;
        short entries = (short) (directory.size() / 2);
        put(header(22, END)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(entries)
                .putShort(entries)
                .putInt(length)
                .putInt(at)
                .putShort((short) 0));
        return out.toByteArray();
    }

    private static ByteBuffer header(int length, int signature) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN).putInt(signature);
    }

    private void put(ByteBuffer header) {
        out.writeBytes(written(header));
    }

    private static byte[] written(ByteBuffer header) {
        byte[] bytes = new byte[header.flip().remaining()];
        header.get(bytes);
        return bytes;
    }
}
