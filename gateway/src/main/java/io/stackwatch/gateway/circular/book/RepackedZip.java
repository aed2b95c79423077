package io.stackwatch.gateway.circular.book;

import io.stackwatch.gateway.circular.bytes.StableZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Takes the zip file that fastexcel writes, entry by entry as it comes, and packs it again into a {@link StableZip}. fastexcel
 * deflates with the runtime's zlib, puts the time of writing into {@code docProps/core.xml} and merged cells into a chance order;
 * behind this none of it is left.
 * Nothing is kept but the entry's end that is still being read. Not thread-safe.
 */
final class RepackedZip extends OutputStream {

    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int DESCRIPTOR_LENGTH = 24;
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String SHEETS = "xl/worksheets/sheet";
    private static final String CREATED = "<dcterms:created xsi:type=\"dcterms:W3CDTF\">";

    private final StableZip target;
    private final SortedMerges sheet;
    private final String created;
    private final Inflater inflater = new Inflater(true);
    private final byte[] content = new byte[64 * 1024];
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private final CRC32 read = new CRC32();
    private @Nullable ByteArrayOutputStream properties;
    private State state = State.HEADER;
    private String name = "";

    private enum State {
        HEADER,
        CONTENT,
        DESCRIPTOR,
        DIRECTORY
    }

    /**
     * Reads from nowhere, writes to a zip file that stays open.
     *
     * @param created what stands in the properties as the time of making, such as {@code 2026-12-10T16:00:00Z}
     */
    RepackedZip(StableZip target, String created) {
        this.target = target;
        this.sheet = new SortedMerges(target::write);
        this.created = created;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int end = offset + length;
        while (at < end && state != State.DIRECTORY) {
            at = state == State.CONTENT ? inflate(bytes, at, end) : collect(bytes, at, end);
        }
    }

    /** Says whether every entry that began has come to its end; call it when nothing more comes. */
    void requireWhole() throws IOException {
        inflater.end();
        if (state != State.DIRECTORY) {
            throw new IOException("the workbook ends within " + (name.isEmpty() ? "its first entry" : name));
        }
    }

    private int collect(byte[] bytes, int at, int end) throws IOException {
        int missing = wanted() - header.size();
        int taken = Math.min(missing, end - at);
        header.write(bytes, at, taken);
        if (header.size() == wanted()) {
            endOfHeader();
        }
        return at + taken;
    }

    private int wanted() {
        if (state == State.DESCRIPTOR) {
            return DESCRIPTOR_LENGTH;
        }
        if (header.size() < LOCAL_LENGTH) {
            return LOCAL_LENGTH;
        }
        ByteBuffer local = littleEndian();
        if (local.getInt(0) != LOCAL) {
            // the directory: these bytes mean something else there
            return LOCAL_LENGTH;
        }
        return LOCAL_LENGTH + nameLength(local) + Short.toUnsignedInt(local.getShort(28));
    }

    private static int nameLength(ByteBuffer local) {
        return Short.toUnsignedInt(local.getShort(26));
    }

    private void endOfHeader() throws IOException {
        if (state == State.DESCRIPTOR) {
            endEntry(littleEndian().getInt(4) & 0xFFFFFFFFL);
            return;
        }
        ByteBuffer local = littleEndian();
        if (local.getInt(0) != LOCAL) {
            state = State.DIRECTORY;
            return;
        }
        if (header.size() < wanted()) {
            return;
        }
        name = new String(header.toByteArray(), LOCAL_LENGTH, nameLength(local), StandardCharsets.US_ASCII);
        header.reset();
        inflater.reset();
        target.begin(name);
        properties = name.equals(PROPERTIES) ? new ByteArrayOutputStream() : null;
        state = State.CONTENT;
    }

    private int inflate(byte[] bytes, int at, int end) throws IOException {
        inflater.setInput(bytes, at, end - at);
        try {
            int length = inflater.inflate(content);
            while (length > 0) {
                put(length);
                length = inflater.inflate(content);
            }
        } catch (DataFormatException broken) {
            throw new IOException("the workbook's entry " + name + " cannot be read", broken);
        }
        if (inflater.finished()) {
            state = State.DESCRIPTOR;
        }
        return end - inflater.getRemaining();
    }

    private void put(int length) throws IOException {
        read.update(content, 0, length);
        if (properties != null) {
            properties.write(content, 0, length);
        } else if (name.startsWith(SHEETS)) {
            sheet.write(content, 0, length);
        } else {
            target.write(content, 0, length);
        }
    }

    private void endEntry(long crc) throws IOException {
        header.reset();
        state = State.HEADER;
        if (read.getValue() != crc) {
            throw new IOException("the workbook's entry " + name + " has another check sum than its content");
        }
        read.reset();
        if (properties != null) {
            byte[] dated = dated(properties.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            target.write(dated, 0, dated.length);
        }
        target.end();
    }

    private String dated(String xml) throws IOException {
        int from = xml.indexOf(CREATED);
        int until = xml.indexOf("</dcterms:created>");
        if (from < 0 || until < from) {
            throw new IOException(PROPERTIES + " does not say when it was made where it is expected");
        }
        return xml.substring(0, from + CREATED.length()) + created + xml.substring(until);
    }

    private ByteBuffer littleEndian() {
        return ByteBuffer.wrap(header.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    }
}
