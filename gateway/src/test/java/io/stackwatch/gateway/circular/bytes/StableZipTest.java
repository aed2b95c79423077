package io.stackwatch.gateway.circular.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written here is read by the runtime's own readers, which share no code with it. */
class StableZipTest {

    @Test
    void otherReadersFindTheEntriesAndNoTime() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] large = content(300_000);
        try (StableZip zip = new StableZip(file)) {
            zip.begin("empty.txt");
            zip.end();
            zip.begin("part/large.bin");
            zip.write(large, 0, 100_000);
            zip.write(large, 100_000, 200_000);
            zip.end();
        }
        try (ZipInputStream read = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
            assertEquals("empty.txt", read.getNextEntry().getName());
            assertEquals(0, read.readAllBytes().length);
            ZipEntry second = read.getNextEntry();
            assertEquals("part/large.bin", second.getName());
            assertEquals(LocalDateTime.of(1980, 1, 1, 0, 0), second.getTimeLocal());
            assertArrayEquals(large, read.readAllBytes());
        }
    }

    @Test
    void aFileCannotBeClosedWithinAnEntry() throws IOException {
        StableZip zip = new StableZip(new ByteArrayOutputStream());
        zip.begin("half.txt");
        assertThrows(IOException.class, zip::close);
    }

    @Test
    void otherReadersUnpackGzipAndZlib() throws IOException {
        byte[] content = content(200_000);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (StableGzip gzip = new StableGzip(file)) {
            gzip.write(content);
        }
        assertArrayEquals(content, new GZIPInputStream(new ByteArrayInputStream(file.toByteArray())).readAllBytes());
        assertArrayEquals(
                content, new InflaterInputStream(new ByteArrayInputStream(StableDeflate.zlib(content))).readAllBytes());
    }

    @Test
    void aFileHasItsNameOnlyWhenItIsWhole(@TempDir Path folder) throws IOException {
        try (SealedFile given = new SealedFile(folder, "given-up.csv")) {
            given.write(1);
        }
        try (var files = Files.list(folder)) {
            assertFalse(files.findAny().isPresent());
        }
        try (SealedFile sealed = new SealedFile(folder, "whole.csv")) {
            sealed.write("abc".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertEquals(
                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                    sealed.seal().sha256());
        }
        assertEquals("abc", Files.readString(folder.resolve("whole.csv")));
    }

    private static byte[] content(int length) {
        Random random = new Random(7);
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = (byte) ('a' + random.nextInt(i % 1000 < 500 ? 3 : 26));
        }
        return content;
    }
}
