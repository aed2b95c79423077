package io.stackwatch.gateway.circular;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A month of a city of so many outlets with 12 factors, from made hours to finished papers, beside the least that any writer of
 * workbooks must do: packing the same bytes with the runtime's own zip.
 *
 * <p>{@code mvn -B -Pbench-audit -pl gateway -am -DskipTests process-test-classes}, {@code -Dbench.outlets=10000}.
 */
public final class PapersBenchmark {

    private static final int FACTORS = 12;

    private PapersBenchmark() {}

    /** Arguments: number of outlets, folder, whether the table of all hours is written as well. */
    public static void main(String[] arguments) throws Exception {
        int outlets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        Path folder = arguments.length > 1
                ? Files.createTempDirectory(Path.of(arguments[1]), "papers")
                : Files.createTempDirectory("papers");
        boolean allHours = arguments.length > 2 && Boolean.parseBoolean(arguments[2]);
        MadeMonth month = MadeMonth.ofSize(outlets, FACTORS);
        double making = seconds(() -> month.city().counties().forEach(county -> county.enterprises()
                .forEach(
                        enterprise -> enterprise.outlets().forEach(outlet -> month.hoursOf(outlet.id(), line -> {})))));
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        PaperOptions defaults = PaperOptions.defaults();
        PaperOptions options = new PaperOptions(defaults.hoursInWorkbook(), defaults.rowsPerSheet(), allHours);
        List<Paper> papers = new ArrayList<>();
        double writing = seconds(
                () -> papers.addAll(new MonthPapers(options).write(month.city(), MadeMonth.header(), month, folder)));
        long peak = heapPools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        long hours = 720L * FACTORS * outlets;
        print(
                "%d outlets x %d factors, %d hours, %d of them not valid",
                outlets, FACTORS, hours, FigureSheets.lost(month.city().line()));
        print("hours made and thrown away: %.1f s", making);
        print("papers: %.1f s (%.0f hours/s), peak of the heap %d MB", writing, hours / writing, peak >> 20);
        for (Paper paper : papers) {
            print("  %-45s %,15d bytes", paper.name(), paper.size());
        }
        double packing = seconds(() -> yardstick(papers, folder));
        print(
                "yardstick: content of the workbooks packed by the runtime's zip: %.1f s; papers / yardstick %.1f",
                packing, writing / packing);
    }

    private static void yardstick(List<Paper> papers, Path folder) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (Paper paper : papers) {
            if (!paper.name().endsWith(".xlsx")) {
                continue;
            }
            try (ZipFile from = new ZipFile(folder.resolve(paper.name()).toFile());
                    OutputStream file =
                            new BufferedOutputStream(Files.newOutputStream(folder.resolve(paper.name() + ".zip")));
                    ZipOutputStream to = new ZipOutputStream(file)) {
                Enumeration<? extends ZipEntry> entries = from.entries();
                while (entries.hasMoreElements()) {
                    ZipEntry entry = entries.nextElement();
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream content = from.getInputStream(entry)) {
                        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                            to.write(buffer, 0, n);
                        }
                    }
                    to.closeEntry();
                }
            }
        }
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private interface Work {

        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void print(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
