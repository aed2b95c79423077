package io.stackwatch.gateway.circular;

import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.CityMonth.County;
import io.stackwatch.core.transmission.CityMonth.EnterpriseMonth;
import io.stackwatch.core.transmission.CityMonth.OutletMonth;
import io.stackwatch.gateway.circular.FigureTables.Level;
import io.stackwatch.gateway.circular.book.WorkbookFile;
import io.stackwatch.gateway.circular.bytes.SealedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the papers of a month: figures, explanations and hours for machines, workbook, draft of the circular, digests. The
 * same figures, header and hours give the same bytes on every machine and in every year (decision record 0031).
 *
 * <p>Immutable; may be used by several threads, each with a folder of its own. Memory grows with the figures, not with the hours.
 */
public final class MonthPapers {

    private static final Comparator<HourLine> BY_FACTOR_AND_TIME = Comparator.comparing(
                    (HourLine line) -> line.hour().factor())
            .thenComparing(line -> line.hour().start());

    private final PaperOptions options;

    public MonthPapers(PaperOptions options) {
        this.options = options;
    }

    /**
     * SHA-256 of the figures: of the five tables for machines, one behind the other in the order city, counties,
     * enterprises, outlets, factors. As hexadecimal digits in lower case.
     */
    public static String digest(CityMonth city) {
        MessageDigest digest = SealedFile.sha256();
        FigureTables tables = new FigureTables(city);
        try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (Level level : Level.values()) {
                tables.write(level, sink);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("a digest cannot be written", impossible);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Makes them. A file of a name that is there already is replaced; the file of digests comes last, so a folder without it
     * is not whole.
     *
     * @param hours what the figures are made of
     * @param folder where they are put; it must be there
     * @return what was made, in the order in which it was made
     * @throws FiguresDisagree if the figures or their hours do not add up; then there is no workbook and no circular
     */
    public List<Paper> write(CityMonth city, MonthHeader header, HourSource hours, Path folder) throws IOException {
        return write(city, header, hours, NationalComparison.NONE, folder);
    }

    /**
     * The same, and in the workbook the national centre's rates beside ours.
     *
     * @throws FiguresDisagree if the figures or their hours do not add up; then there is no workbook and no circular
     */
    public List<Paper> write(
            CityMonth city, MonthHeader header, HourSource hours, NationalComparison national, Path folder)
            throws IOException {
        HourCheck.levels(city);
        String stem = stem(city, header);
        String digest = digest(city);
        List<Paper> papers = new ArrayList<>();
        FigureTables tables = new FigureTables(city);
        for (Level level : Level.values()) {
            try (SealedFile file = new SealedFile(folder, stem + "-" + level.fileName() + ".csv")) {
                tables.write(level, file);
                papers.add(Paper.of(Paper.Kind.FIGURES, file.seal()));
            }
        }
        Notes notes = new Notes(new NoteSheets(city, header, digest), national);
        LossSheet losses = writeBook(city, notes, header, hours, folder, papers);
        try (SealedFile file = new SealedFile(folder, stem + "-circular.pdf")) {
            file.write(new CircularDraft(city, header, digest, losses).pdf());
            papers.add(Paper.of(Paper.Kind.CIRCULAR, file.seal()));
        }
        try (SealedFile file = new SealedFile(folder, stem + "-sha256.txt")) {
            for (Paper paper : papers) {
                file.write((paper.sha256() + "  " + paper.name() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            papers.add(Paper.of(Paper.Kind.DIGESTS, file.seal()));
        }
        return List.copyOf(papers);
    }

    /** What the names of a month's papers begin with, such as {@code 2026-11-final-v1}. */
    static String stem(CityMonth city, MonthHeader header) {
        String variant = city.variant().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return city.month() + "-" + variant + "-v" + header.version();
    }

    /** What stands behind the figures in the workbook. */
    private record Notes(NoteSheets sheets, NationalComparison national) {}

    private LossSheet writeBook(
            CityMonth city, Notes notes, MonthHeader header, HourSource hours, Path folder, List<Paper> papers)
            throws IOException {
        String stem = stem(city, header);
        Heads heads = new Heads(city, header, digest(city));
        boolean apart = FigureSheets.lost(city.line()) > options.hoursInWorkbook();
        FigureSheets.HourFiles names = county -> stem + "-hours-" + county + ".xlsx";
        try (SealedFile file = new SealedFile(folder, stem + ".xlsx");
                CountyHourBooks countyBooks = new CountyHourBooks(city, heads, names, folder, options.rowsPerSheet());
                ExplanationTable explanations = new ExplanationTable(folder, stem + "-explanations.csv")) {
            WorkbookFile book = new WorkbookFile(file, Wording.month(city) + "数据传输有效率", city.cutoff());
            FigureSheets figures = new FigureSheets(city, heads, book);
            figures.city();
            figures.counties();
            figures.enterprises();
            figures.outlets();
            figures.factors(new HourPlaces(options.rowsPerSheet()), apart ? Optional.of(names) : Optional.empty());
            LossSheet losses = new LossSheet();
            ExcludedSpans excluded = new ExcludedSpans();
            List<OutletHours.Reader> readers = new ArrayList<>(List.of(losses, excluded, explanations));
            Optional<HourSheets> inside = apart
                    ? Optional.empty()
                    : Optional.of(new HourSheets(book, heads.of("未计有效的小时", "单位：见因子", 3), options.rowsPerSheet()));
            readers.add(inside.<OutletHours.Reader>map(sheets -> sheets).orElse(countyBooks));
            papers.addAll(readAll(city, hours, readers, folder, stem));
            papers.add(Paper.of(Paper.Kind.EXPLANATIONS, explanations.seal()));
            if (inside.isPresent()) {
                inside.get().finish();
            } else {
                countyBooks.finish();
                countyBooks.list(book);
                papers.addAll(countyBooks.papers());
            }
            excluded.write(book, heads, options.rowsPerSheet());
            losses.write(city, book, heads);
            NationalSheet.write(city, notes.national(), book, heads);
            notes.sheets().chain(book, heads);
            notes.sheets().notes(book, heads);
            book.close();
            papers.add(Paper.of(Paper.Kind.WORKBOOK, file.seal()));
            return losses;
        }
    }

    /** Hands the hours of every outlet to the readers, and to the table of all hours if it is wanted. */
    private List<Paper> readAll(
            CityMonth city, HourSource hours, List<OutletHours.Reader> readers, Path folder, String stem)
            throws IOException {
        if (!options.allHours()) {
            readAll(city, hours, readers);
            return List.of();
        }
        try (HourTable table = new HourTable(folder, stem + "-hours.csv.gz")) {
            List<OutletHours.Reader> all = new ArrayList<>(readers);
            all.add(table);
            readAll(city, hours, all);
            return List.of(Paper.of(Paper.Kind.HOURS, table.seal()));
        }
    }

    private static void readAll(CityMonth city, HourSource hours, List<OutletHours.Reader> readers) throws IOException {
        for (County county : city.counties()) {
            for (EnterpriseMonth enterprise : county.enterprises()) {
                for (OutletMonth outlet : enterprise.outlets()) {
                    List<HourLine> lines = new ArrayList<>();
                    hours.hoursOf(outlet.id(), lines::add);
                    lines.sort(BY_FACTOR_AND_TIME);
                    requireOnceEach(city, lines);
                    HourCheck.hours(outlet, lines);
                    OutletHours all = new OutletHours(county, enterprise, outlet, lines);
                    for (OutletHours.Reader reader : readers) {
                        reader.read(all);
                    }
                }
            }
        }
    }

    private static void requireOnceEach(CityMonth city, List<HourLine> sorted) {
        Instant from = city.month().atDay(1).atStartOfDay(LegalTime.ZONE).toInstant();
        Instant until =
                city.month().plusMonths(1).atDay(1).atStartOfDay(LegalTime.ZONE).toInstant();
        for (int i = 0; i < sorted.size(); i++) {
            FactorHour hour = sorted.get(i).hour();
            if (hour.start().isBefore(from) || !hour.start().isBefore(until)) {
                throw new FiguresDisagree(hour.toString(), "hours of " + city.month(), hour.start());
            }
            if (i > 0 && sorted.get(i - 1).hour().equals(hour)) {
                throw new FiguresDisagree(hour.toString(), "one hour", "two");
            }
        }
    }
}
