package io.stackwatch.gateway.examination;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Examines the bytes of a package. Pure. */
public final class Examination {

    private static final String RECORDS = "journal/records.csv";
    private static final String TRAIL = "case/trail.csv";

    private final List<Finding> findings = new ArrayList<>();

    private Examination() {}

    /**
     * Something that is not in order.
     *
     * @param file the file in the package, or {@code (zip)} for what stands between files
     * @param text what
     */
    public record Finding(String file, String text) {}

    /**
     * What an examination came to.
     *
     * @param files how many files were checked
     * @param records how many journal records were reckoned again
     * @param unproved how many of them have no predecessor's hash any more, so that their own cannot be reckoned
     * @param manifestSha256 the digest of the list of files, if it could be read
     * @param findings what is not in order; empty if all is
     */
    public record Report(
            int files, int records, int unproved, Optional<String> manifestSha256, List<Finding> findings) {

        public Report {
            findings = List.copyOf(findings);
        }

        /** Whether nothing was found. */
        public boolean isIntact() {
            return findings.isEmpty();
        }
    }

    /** Examines a package. */
    public static Report of(byte[] bytes) {
        return new Examination().examine(bytes);
    }

    private Report examine(byte[] bytes) {
        Map<String, byte[]> files = new ZipReading(bytes, this::found).files();
        ListedFiles listed = ListedFiles.read(files.get(ListedFiles.NAME), this::found);
        compare(files, listed);
        ChainCheck chain = new ChainCheck(text -> found(RECORDS, text));
        if (files.containsKey(RECORDS)) {
            chain.check(files.get(RECORDS));
        }
        if (files.containsKey(TRAIL)) {
            new TrailCheck(text -> found(TRAIL, text)).check(files.get(TRAIL));
        }
        return new Report(files.size(), chain.records(), chain.unproved(), listed.sha256(), findings);
    }

    private void compare(Map<String, byte[]> files, ListedFiles listed) {
        Set<String> seen = new HashSet<>(Set.of(ListedFiles.NAME));
        for (ListedFiles.Listed expected : listed.files()) {
            byte[] content = files.get(expected.name());
            seen.add(expected.name());
            if (content == null) {
                found(expected.name(), "is listed and not there");
            } else if (content.length != expected.bytes()) {
                found(expected.name(), "has " + content.length + " bytes instead of " + expected.bytes());
            } else if (!Digest.sha256(content).equals(expected.sha256())) {
                found(expected.name(), "has another SHA-256 than listed: its content was changed");
            }
        }
        files.keySet().stream().filter(name -> !seen.contains(name)).forEach(name -> found(name, "is not listed"));
    }

    private void found(String file, String text) {
        findings.add(new Finding(file, text));
    }
}
