package io.stackwatch.gateway.examination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.evidence.ActsOfCase;
import io.stackwatch.gateway.evidence.EvidencePackage;
import io.stackwatch.gateway.evidence.ExceedingCity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package that was changed in any byte is found, and the file is named. */
final class ExaminationTest {

    private static EvidencePackage made;

    @BeforeAll
    static void make(@TempDir Path folder) {
        try (ExceedingCity city = new ExceedingCity(folder)) {
            made = city.made(candidate -> Optional.of(course()));
        }
    }

    private static ActsOfCase.Course course() {
        String none = "0".repeat(64);
        ActsOfCase.TrailLine first = line(7, none);
        return new ActsOfCase.Course(
                List.of(new ActsOfCase.Act(
                        "PENALTY-1",
                        "FILED",
                        LocalDate.parse("2026-11-26"),
                        Instant.parse("2026-11-26T01:30:00Z"),
                        "赵局/HEAD",
                        "",
                        "聊环立案〔2026〕31号",
                        "",
                        "事实清楚, \"证据\" 确凿")),
                List.of(first, line(8, first.sha256())));
    }

    private static ActsOfCase.TrailLine line(long number, String previous) {
        Instant at = Instant.parse("2026-11-26T01:30:00Z");
        String content = "1".repeat(64);
        StringBuilder text = new StringBuilder();
        for (String column : List.of(
                String.valueOf(number),
                String.valueOf(at.toEpochMilli()),
                "赵局",
                "HEAD",
                "FILED",
                "case:1",
                "reason",
                content,
                previous)) {
            text.append(column.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(column);
        }
        return new ActsOfCase.TrailLine(
                number,
                at,
                "赵局",
                "HEAD",
                "FILED",
                "case:1",
                "reason",
                content,
                previous,
                Digest.sha256(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aPackageAsItWasMadeIsIntactAndItsRecordsAreReckonedAgain() {
        Examination.Report report = Examination.of(made.bytes());
        assertEquals(List.of(), report.findings());
        assertEquals(24, report.files());
        assertEquals(6, report.records());
        assertEquals(0, report.unproved());
        assertEquals(Optional.of(made.manifestSha256()), report.manifestSha256());
    }

    /** Which part of which file a byte of the zip belongs to, found here by a walk of its own. */
    private static Map<Integer, String> owners(byte[] zip) {
        Map<Integer, String> owners = new TreeMap<>();
        int at = 0;
        while (zip[at] == 'P' && zip[at + 2] == 3) {
            int name = zip[at + 26] & 0xff;
            int size = 0;
            for (int i = 3; i >= 0; i--) {
                size = (size << 8) | (zip[at + 18 + i] & 0xff);
            }
            owners.put(at, new String(zip, at + 30, name, StandardCharsets.UTF_8));
            at += 30 + name + size;
        }
        owners.put(at, "");
        return owners;
    }

    /** Within a header a byte may be the name itself, or what tells where the next file begins: there it must be found. */
    @Test
    void whicheverByteIsChangedItIsFoundAndTheFileIsNamed() {
        byte[] zip = made.bytes();
        NavigableMap<Integer, String> owners = new TreeMap<>(owners(zip));
        int directory = owners.lastKey();
        List<String> silent = new ArrayList<>();
        for (int at = 0; at < zip.length; at += step(zip, at, owners)) {
            byte[] changed = zip.clone();
            changed[at] = (byte) (changed[at] ^ (1 << (at % 8)));
            Examination.Report report = Examination.of(changed);
            String owner = owners.floorEntry(at).getValue();
            boolean header = at < owners.floorKey(at) + 30 + owner.length();
            boolean named = at >= directory
                    || header
                    || report.findings().stream()
                            .anyMatch(finding -> finding.file().equals(owner));
            if (report.isIntact() || !named) {
                silent.add(at + " of " + owner + ": " + report.findings());
            }
        }
        assertEquals(List.of(), silent);
    }

    /** Every byte of headers, directory, manifest and small files; of the larger ones every 97th. */
    private static int step(byte[] zip, int at, NavigableMap<Integer, String> owners) {
        Map.Entry<Integer, String> owner = owners.floorEntry(at);
        Integer next = owners.higherKey(at);
        if (next == null || owner.getValue().equals("manifest.txt") || next - owner.getKey() < 600) {
            return 1;
        }
        int content = owner.getKey() + 30 + owner.getValue().length();
        boolean inside = at >= content && at + 97 < next && at + 97 < zip.length;
        return inside ? 97 : 1;
    }

    @Test
    void bytesThatAreAddedOrMissingAreFound() {
        byte[] zip = made.bytes();
        for (int length : new int[] {0, 1, 29, 30, zip.length / 2, zip.length - 23, zip.length - 1, zip.length + 1}) {
            assertFalse(Examination.of(Arrays.copyOf(zip, length)).isIntact(), "length " + length);
        }
    }

    @Test
    void aFrameThatWasChangedTogetherWithItsDigestsDoesNotFitItsChain() {
        List<String> findings = new ArrayList<>();
        String header =
                "sequence,arrived_at,disposition,connector,peer,station,detail,previous_sha256,sha256,payload_hex\n";
        String row = "1,2026-11-24T00:00:20Z,ACCEPTED,hj212,127.0.0.1:5000,M1,crc=HJ212," + "0".repeat(64) + ","
                + "a".repeat(64) + ",2323\n";
        ChainCheck chain = new ChainCheck(findings::add);
        chain.check((header + row).getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("record 1 has another hash than its content and its predecessor give"), findings);
    }

    @Test
    void rowsOfTheTrailThatDoNotFollowEachOtherAreNamed() {
        List<String> findings = new ArrayList<>();
        ActsOfCase.TrailLine first = line(7, "0".repeat(64));
        ActsOfCase.TrailLine other = line(8, "1".repeat(64));
        StringBuilder sheet = new StringBuilder("number\n");
        for (ActsOfCase.TrailLine one : List.of(first, other)) {
            sheet.append(String.join(
                            ",",
                            String.valueOf(one.number()),
                            String.valueOf(one.at().toEpochMilli()),
                            one.actor(),
                            one.role(),
                            one.act(),
                            one.subject(),
                            one.reason(),
                            one.content(),
                            one.previous(),
                            one.sha256()))
                    .append('\n');
        }
        new TrailCheck(findings::add).check(sheet.toString().getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("row 8 does not follow row 7"), findings);
    }

    @Test
    void aListThatIsNotThereOrDoesNotEndWithItsDigestIsNamed() {
        List<String> findings = new ArrayList<>();
        ListedFiles.read(null, (file, text) -> findings.add(file + " " + text));
        ListedFiles.read("file x\n".getBytes(StandardCharsets.UTF_8), (file, text) -> findings.add(file + " " + text));
        assertEquals(List.of("manifest.txt is not there", "manifest.txt does not end with its own digest"), findings);
        assertTrue(ListedFiles.read(new byte[0], (file, text) -> findings.add(text))
                .sha256()
                .isEmpty());
    }
}
