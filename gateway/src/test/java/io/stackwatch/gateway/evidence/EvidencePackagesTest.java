package io.stackwatch.gateway.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.enforcement.CaseId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package holds the whole way of an exceedance, from the bytes to the verdict, in the versions that were known when. */
final class EvidencePackagesTest {

    @TempDir
    private Path folder;

    private ExceedingCity city;

    @BeforeEach
    void open() {
        city = new ExceedingCity(folder);
    }

    @AfterEach
    void close() {
        city.close();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        EvidencePackage made = city.made(ActsOfCase.none());
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(made.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private List<String> lines(String name) throws IOException {
        return files().get(name).lines().toList();
    }

    @Test
    void everyFileIsThereAndTheManifestIsTheLast() throws IOException {
        assertEquals(
                List.of(
                        "cover.pdf",
                        "guide.txt",
                        "case/candidate.csv",
                        "case/notices.csv",
                        "case/acts.csv",
                        "case/trail.csv",
                        "journal/records.csv",
                        "lineage/values.csv",
                        "lineage/minutes-of-hours.csv",
                        "lineage/hour-reports.csv",
                        "lineage/verdicts.csv",
                        "lineage/objections.csv",
                        "lineage/made-hours.csv",
                        "lineage/made-minutes.csv",
                        "lineage/oxygen-correction.csv",
                        "rules/limits.csv",
                        "rules/parameters.csv",
                        "rules/registration.csv",
                        "state/marks-of-hours.csv",
                        "state/marks.csv",
                        "state/exemptions-and-outages.csv",
                        "state/instrument-checks.csv",
                        "state/instrument-standing.csv",
                        "manifest.txt"),
                List.copyOf(files().keySet()));
    }

    @Test
    void rawFramesStandInHexWithArrivalPeerVerdictAndTheirPlaceInTheChain() throws IOException {
        List<String> lines = lines("journal/records.csv");
        assertEquals(
                7,
                lines.size(),
                "header, a refused frame, two minutes, two hours, the oldest version of one, its revision");
        assertTrue(lines.get(1).startsWith("1,2026-11-24T00:00:20Z,REFUSED,hj212,127.0.0.1:5000,M1,crc=WRONG,0000000"));
        String payload = HexFormat.of().formatHex(city.record(4).arrival().bytes());
        assertEquals(
                "4,2026-11-24T01:00:20Z,ACCEPTED,hj212,127.0.0.1:5000,M1,crc=HJ212,"
                        + city.record(3).sha256() + "," + city.record(4).sha256() + "," + payload,
                lines.get(4));
    }

    @Test
    void everyValueOfEveryMinuteStandsBesideTheRecordThatItCameIn() throws IOException {
        List<String> lines = lines("lineage/values.csv");
        assertTrue(lines.contains("2,2026-11-24T00:01:10Z,2051,20261124080000,a21026-Avg,44.1"), lines::toString);
        assertTrue(lines.contains("3,2026-11-24T00:02:10Z,2051,20261124080100,a21026-Flag,N"), lines::toString);
        assertTrue(lines.contains("4,2026-11-24T01:00:20Z,2061,20261124080000,a21026-ZsAvg,50.77"), lines::toString);
        assertTrue(lines.stream().noneMatch(line -> line.contains("123456")), "a password stands in no list of values");
    }

    @Test
    void theMinutesOfEachHourAreCountedBesideTheHour() throws IOException {
        List<String> lines = lines("lineage/minutes-of-hours.csv");
        assertTrue(lines.contains("2026-11-24T00:00:00Z,a21026,2,2,0,0,44.700000,2 3"), lines::toString);
        assertTrue(lines.contains("2026-11-24T01:00:00Z,a21026,0,0,0,0,,"), lines::toString);
        assertTrue(lines.contains("2026-11-24T00:00:00Z,a19001,2,2,0,0,8.000000,2 3"), lines::toString);
    }

    @Test
    void bothVersionsOfTheRevisedHourAreThereWithWhenTheyWereKnown() throws IOException {
        List<String> verdicts = lines("lineage/verdicts.csv");
        assertEquals(4, verdicts.size(), verdicts::toString);
        assertTrue(verdicts.get(2).startsWith("2026-11-24T01:00:00Z,a21026,1,EXCEEDS,"), verdicts::toString);
        assertTrue(verdicts.get(2).contains("2026-11-24T02:00:20Z"), verdicts::toString);
        assertTrue(verdicts.get(3).startsWith("2026-11-24T01:00:00Z,a21026,2,WITHIN,"), verdicts::toString);
        assertTrue(verdicts.get(3).contains("2026-11-26T01:00:00Z"), verdicts::toString);
        assertTrue(lines("case/candidate.csv").stream().anyMatch(line -> line.contains("HOUR_REVISED")));
    }

    @Test
    void theCorrectionToTheReferenceOxygenCanBeReckonedAgain() throws IOException {
        List<String> lines = lines("lineage/oxygen-correction.csv");
        assertTrue(
                lines.contains("2026-11-24T00:00:00Z,1,4,factor of conversion,(21 - 6) / (21 - 8),1.153846"),
                lines::toString);
        assertTrue(
                lines.contains("2026-11-24T00:00:00Z,1,5,converted here (本系统折算),44.0 x factor,50.769231"),
                lines::toString);
        assertTrue(lines.contains("2026-11-24T00:00:00Z,1,6,converted by the logger (数采仪折算),,50.77"), lines::toString);
        assertTrue(
                lines.contains(
                        "2026-11-24T00:00:00Z,1,9,times above the limit (超标倍数),(value - limit) / limit,0.450571"),
                lines::toString);
    }

    @Test
    void limitPermitParametersAndRegistrationCarryDatesAndMarks() throws IOException {
        assertTrue(lines("rules/limits.csv")
                .contains("P1,PERMIT,91371500示例001P,,a21026,35,6,HOUR,2025-12-31T16:00:00Z,,VERIFIED,compared"));
        assertTrue(lines("rules/parameters.csv").size() > 5);
        assertTrue(lines("rules/registration.csv").stream().anyMatch(line -> line.startsWith("cems duty,CITY_LIST")));
    }

    @Test
    void theGuideNamesEveryFile() throws IOException {
        String guide = files().get("guide.txt");
        files().keySet().stream()
                .filter(name -> !name.equals("guide.txt"))
                .forEach(name -> assertTrue(guide.contains(name), name));
    }

    @Test
    void theSameRecordsAtTheSameMomentGiveTheSameBytes() {
        assertArrayEquals(
                city.made(ActsOfCase.none()).bytes(),
                city.made(ActsOfCase.none()).bytes());
    }

    @Test
    void aCaseThatNobodyKnowsHasNoPackage() {
        assertEquals(
                Optional.empty(), city.packages(ActsOfCase.none()).of(new CaseId("0".repeat(32)), ExceedingCity.LATER));
    }

    @Test
    void theCoverSaysInChineseWhatItIsAboutAndListsTheFiles() throws IOException {
        EvidencePackage made = city.made(ActsOfCase.none());
        byte[] cover;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(made.bytes()))) {
            zip.getNextEntry();
            cover = zip.readAllBytes();
        }
        try (PDDocument pdf = Loader.loadPDF(cover)) {
            String text = new PDFTextStripper().getText(pdf);
            for (String words :
                    List.of("示例热电厂", "二氧化硫（a21026）", "尚未立案", "第2版：未超标", "journal/records.csv", "50.770", "0.45")) {
                assertTrue(text.contains(words), () -> words + " in " + text);
            }
        }
    }
}
