package io.stackwatch.gateway.circular.book;

import io.stackwatch.gateway.circular.bytes.StableZip;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook whose bytes depend on its content alone. Sheets stand in the order in which they are made; one is written at a
 * time, {@link BureauTable#finish} ends it. Closing it finishes the file; the target stays open. Not thread-safe.
 */
public final class WorkbookFile implements Closeable {

    private static final int NOT_PACKED = 0;

    private final StableZip zip;
    private final RepackedZip repacked;
    private final Workbook workbook;
    private boolean closed;

    /**
     * A workbook without sheets.
     *
     * @param target where its bytes go
     * @param title its title in the properties
     * @param madeAt what stands in the properties as the time of making: that of its content, not that of a clock
     */
    public WorkbookFile(OutputStream target, String title, Instant madeAt) {
        this.zip = new StableZip(target);
        this.repacked = new RepackedZip(zip, madeAt.toString());
        this.workbook = new Workbook(repacked, "stackwatch", null);
        workbook.setCompressionLevel(NOT_PACKED);
        workbook.properties().setTitle(title);
    }

    /** A further sheet. */
    public Worksheet sheet(String name) {
        Worksheet sheet = workbook.newWorksheet(name);
        if (!sheet.getName().equals(name)) {
            throw new IllegalArgumentException("a workbook has no two sheets named " + name);
        }
        return sheet;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        workbook.finish();
        repacked.requireWhole();
        zip.close();
    }
}
