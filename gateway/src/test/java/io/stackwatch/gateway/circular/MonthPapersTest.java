package io.stackwatch.gateway.circular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.supervision.NationalRate;
import io.stackwatch.core.supervision.Reconciled;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.Rate;
import io.stackwatch.gateway.circular.bytes.SealedFile;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonthPapersTest {

    private static final String STEM = "2026-11-final-v2";

    private final MadeMonth month = MadeMonth.ofEverything();
    private final CityMonth city = month.city();

    @TempDir
    static Path folder;

    private List<Paper> papers = List.of();

    @BeforeAll
    void write() throws IOException {
        papers = new MonthPapers(PaperOptions.defaults()).write(city, MadeMonth.header(), month, folder);
    }

    @Test
    void everyFileIsNamedWithItsSizeAndItsDigest() throws IOException {
        assertEquals(10, papers.size());
        for (Paper paper : papers) {
            byte[] bytes = Files.readAllBytes(folder.resolve(paper.name()));
            assertEquals(bytes.length, paper.size());
            assertEquals(sha256(bytes), paper.sha256(), paper.name());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(papers.size(), files.count(), "nothing else is left behind");
        }
    }

    /** What the papers tell a reader to do. */
    @Test
    void theDigestOfTheFiguresIsThatOfTheFiveTablesOneBehindTheOther() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String level : List.of("city", "counties", "enterprises", "outlets", "factors")) {
            all.append(text(STEM + "-" + level + ".csv"));
        }
        assertEquals(sha256(all.toString().getBytes(StandardCharsets.UTF_8)), MonthPapers.digest(city));
        assertTrue(sheet(10).contains(MonthPapers.digest(city)));
    }

    @Test
    void theSheetOfHoursHasARowForEveryHourThatWasDueAndDoesNotCount() throws IOException {
        long lost = city.line().counts().due() - city.line().counts().valid();
        assertEquals(lost + 4, count(sheet(6), "<row "));
    }

    /** The first factor that lost hours says in which rows they stand; they are its own. */
    @Test
    void aFactorLeadsToItsOwnHours() throws IOException {
        String factors = sheet(5);
        String hours = sheet(6);
        Matcher links = Pattern.compile("ref=\"F(\\d+):F\\d+\" location=\"&apos;小时&apos;!A(\\d+):A(\\d+)\"")
                .matcher(unescaped(factors));
        int followed = 0;
        while (links.find()) {
            String outlet = cell(factors, "C" + links.group(1));
            String factor = cell(factors, "D" + links.group(1));
            for (String row : List.of(links.group(2), links.group(3))) {
                assertEquals(outlet, cell(hours, "C" + row));
                assertEquals(factor, cell(hours, "D" + row));
            }
            followed++;
        }
        long losing = city.counties().stream()
                .flatMap(county -> county.enterprises().stream())
                .flatMap(enterprise -> enterprise.outlets().stream())
                .flatMap(outlet -> outlet.factors().stream())
                .filter(factor -> FigureSheets.lost(factor.line()) > 0)
                .count();
        assertEquals(losing, followed);
    }

    @Test
    void aCountyThatFailsNarrowlyIsNotShownAsPassing() throws IOException {
        assertTrue(sheet(2).contains("<v>89.996</v>"));
        assertFalse(sheet(2).contains("<v>90.00</v>"));
        assertTrue(pdfText().contains("阳谷县（89.996%）"));
    }

    @Test
    void aStoppedCountyIsCalledStoppedAndHasNoPlace() throws IOException {
        String counties = sheet(2);
        int row = counties.lastIndexOf("<row ");
        assertTrue(counties.substring(row).contains("s="), "the last row is a county");
        assertEquals("冠县", cell(counties, "C12"));
        assertEquals("—", cell(counties, "A12"));
        assertEquals("停运", cell(counties, "T12"));
    }

    @Test
    void anAcceptedStopIsOneLineAndNotSixHundredHours() throws IOException {
        String excluded = sheet(7);
        assertEquals("2026-11-01 00:00", cell(excluded, "F5"));
        assertEquals("2026-11-06 00:00", cell(excluded, "G5"));
        assertTrue(excluded.contains("<c r=\"J5\""));
        assertEquals("600", number(excluded, "J5"));
    }

    @Test
    void allHoursAreInTheTableForMachines() throws IOException {
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(folder.resolve(STEM + "-hours.csv.gz")))) {
            String text = new String(packed.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(27 * 5 * 720 + 1, text.lines().count());
        }
    }

    @Test
    void theCircularNamesWhatFailsAndLeavesOpenWhatAnOfficerDecides() throws IOException {
        String text = pdfText();
        for (String expected : List.of(
                "未经签发不具效力",
                "发文字号：［待填",
                "［待填：成文日期］",
                "茌平区（63.96%）",
                "茌平己热电有限公司",
                "冠县子铸造有限公司",
                "本系统设定，非法定",
                MonthPapers.digest(city),
                "第 1 页 共 3 页")) {
            assertTrue(text.contains(expected), () -> expected + " is missing in\n" + text);
        }
    }

    @Test
    void nothingIsPrintedWhenAnOutletIsNotTheSumOfItsHours(@TempDir Path other) {
        HourSource oneShort = (outlet, reader) -> month.hoursOf(outlet, line -> {
            if (!line.hour().start().equals(Instant.parse("2026-11-14T16:00:00Z"))) {
                reader.accept(line);
            }
        });
        FiguresDisagree refused = assertThrows(FiguresDisagree.class, () -> new MonthPapers(PaperOptions.defaults())
                .write(city, MadeMonth.header(), oneShort, other));
        assertTrue(refused.getMessage().contains("C1-1-DA001"), refused.getMessage());
        assertFalse(Files.exists(other.resolve(STEM + ".xlsx")));
        assertFalse(Files.exists(other.resolve(STEM + ".xlsx.part")));
    }

    @Test
    void nothingIsPrintedWhenACountyIsNotTheSumOfItsEnterprises(@TempDir Path other) {
        MonthLine once = city.line();
        CityMonth doubled = new CityMonth(
                city.month(),
                city.variant(),
                city.cutoff(),
                city.required(),
                city.farBelow(),
                once.plus(once),
                city.counties());
        assertThrows(FiguresDisagree.class, () -> new MonthPapers(PaperOptions.defaults())
                .write(doubled, MadeMonth.header(), month, other));
    }

    @Test
    void anHourThatIsGivenTwiceIsRefused(@TempDir Path other) {
        HourSource twice = (outlet, reader) -> {
            month.hoursOf(outlet, reader);
            month.hoursOf(outlet, reader);
        };
        assertThrows(FiguresDisagree.class, () -> new MonthPapers(PaperOptions.defaults())
                .write(city, MadeMonth.header(), twice, other));
    }

    /** A city with more lost hours than one workbook bears, on sheets that are soon full. */
    @Test
    void moreHoursThanAWorkbookBearsGoIntoAWorkbookForEachCounty(@TempDir Path other) throws IOException {
        List<Paper> apart =
                new MonthPapers(new PaperOptions(100, 400, false)).write(city, MadeMonth.header(), month, other);
        assertEquals(
                8,
                apart.stream()
                        .filter(paper -> paper.kind() == Paper.Kind.HOUR_WORKBOOK)
                        .count());
        Path county = other.resolve(STEM + "-hours-371521.xlsx");
        long rows = 0;
        for (int sheet = 1; sheet <= 7; sheet++) {
            rows += count(sheet(county, sheet), "<row ") - 4;
        }
        assertEquals(2521, rows);
        assertTrue(unescaped(sheet(other.resolve(STEM + ".xlsx"), 5)).contains(STEM + "-hours-371521.xlsx 小时"));
    }

    @Test
    void theNationalCentresRatesStandBesideOursOnASheetOfTheirOwn(@TempDir Path other) throws IOException {
        CityMonth.OutletMonth first =
                city.counties().get(0).enterprises().get(0).outlets().get(0);
        NationalComparison national = new NationalComparison(
                List.of(
                        national(first.id(), "12.5", first.line().counts().effective()),
                        national(new OutletId("GONE"), "91", Optional.empty())),
                new BigDecimal("0.5"));
        new MonthPapers(PaperOptions.defaults()).write(city, MadeMonth.header(), month, national, other);
        String sheet = unescaped(sheet(other.resolve(STEM + ".xlsx"), 9));
        String words = unescaped(entry(other.resolve(STEM + ".xlsx"), "xl/sharedStrings.xml"));
        assertEquals(2 + 4, count(sheet, "<row "));
        assertTrue(sheet.contains("12.5"), "as the centre wrote it");
        assertTrue(sheet.contains("国家平台月报"), sheet);
        for (String word : List.of("相差超过 0.5 个百分点，应查明原因", "本平台无传输有效率")) {
            assertTrue(words.contains(word), word);
        }
        assertFalse(unescaped(entry(folder.resolve(STEM + ".xlsx"), "xl/workbook.xml"))
                .contains("国家平台对照"));
    }

    private static NationalComparison.Row national(OutletId outlet, String percent, Optional<Rate> local) {
        NationalRate rate = new NationalRate(MadeMonth.MONTH, outlet, new BigDecimal(percent));
        return new NationalComparison.Row(Reconciled.of(rate, local, new BigDecimal("0.5")), "国家平台月报");
    }

    @Test
    void theOrderInWhichHoursAreHandedOverDoesNotMatter(@TempDir Path other) throws IOException {
        HourSource backwards = (outlet, reader) -> {
            ArrayDeque<HourLine> lines = new ArrayDeque<>();
            month.hoursOf(outlet, lines::addFirst);
            lines.forEach(reader);
        };
        assertEquals(
                papers, new MonthPapers(PaperOptions.defaults()).write(city, MadeMonth.header(), backwards, other));
    }

    private static String pdfText() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(folder.resolve(STEM + "-circular.pdf").toFile())) {
            return new PDFTextStripper().getText(document).replace("\n", "").replace("\r", "");
        }
    }

    private static String text(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }

    private static String sheet(int number) throws IOException {
        return sheet(folder.resolve(STEM + ".xlsx"), number);
    }

    private static String sheet(Path book, int number) throws IOException {
        return entry(book, "xl/worksheets/sheet" + number + ".xml");
    }

    private static String entry(Path book, String name) throws IOException {
        try (ZipFile zip = new ZipFile(book.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The words of a cell, from the list of words of the workbook. */
    private static String cell(String sheet, String place) throws IOException {
        String strings = entry(folder.resolve(STEM + ".xlsx"), "xl/sharedStrings.xml");
        String word = strings.split("<si>", -1)[Integer.parseInt(number(sheet, place)) + 1];
        return unescaped(word.replaceAll("<[^>]*>", ""));
    }

    private static String number(String sheet, String place) {
        Matcher cell =
                Pattern.compile("<c r=\"" + place + "\"[^>]*><v>([^<]*)</v>").matcher(sheet);
        assertTrue(cell.find(), () -> place + " is not there");
        return cell.group(1);
    }

    private static String unescaped(String xml) {
        return Pattern.compile("&#x([0-9a-f]+);")
                .matcher(xml)
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    }

    private static long count(String text, String part) {
        return ((long) text.length() - text.replace(part, "").length()) / part.length();
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(SealedFile.sha256().digest(bytes));
    }
}
