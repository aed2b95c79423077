package io.stackwatch.gateway.circular.book;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.gateway.circular.bytes.StableZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

class RepackedZipTest {

    private static final int DIRECTORY = 0x02014b50;
    private static final int SIZE = 24;

    @Test
    void aSheetOfTwoGigabytesInTheDirectoryIsNotTakenForTheLengthOfAName() throws IOException {
        byte[] small = workbook();
        byte[] large = small.clone();
        ByteBuffer bytes = ByteBuffer.wrap(large).order(ByteOrder.LITTLE_ENDIAN);
        int entries = 0;
        for (int at = 0; at <= large.length - 4; at++) {
            if (bytes.getInt(at) == DIRECTORY) {
                bytes.putInt(at + SIZE, entries % 2 == 0 ? 0x7FFF_FFFF : 0xFFFF_FFFE);
                entries++;
            }
        }
        assertEquals(9, entries);
        assertArrayEquals(repacked(small, small.length), repacked(large, large.length));
    }

    @Test
    void bytesThatComeOneByOneMakeTheSameFile() throws IOException {
        byte[] bytes = workbook();
        assertArrayEquals(repacked(bytes, bytes.length), repacked(bytes, 1));
    }

    @Test
    void aFileThatEndsBeforeItsDirectoryIsRefused() throws IOException {
        byte[] bytes = Arrays.copyOf(workbook(), 200);
        IOException refused = assertThrows(IOException.class, () -> repacked(bytes, bytes.length));
        assertEquals("the workbook ends within xl/worksheets/sheet1.xml", refused.getMessage());
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "stackwatch", null)) {
            book.setCompressionLevel(0);
            book.newWorksheet("小时").value(0, 0, "一");
        }
        return out.toByteArray();
    }

    private static byte[] repacked(byte[] bytes, int atOnce) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (StableZip zip = new StableZip(out)) {
            RepackedZip repacked = new RepackedZip(zip, "2026-12-10T16:00:00Z");
            for (int at = 0; at < bytes.length; at += atOnce) {
                repacked.write(bytes, at, Math.min(atOnce, bytes.length - at));
            }
            repacked.requireWhole();
        }
        return out.toByteArray();
    }
}
