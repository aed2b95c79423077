package io.stackwatch.gateway.evidence;

import java.nio.charset.StandardCharsets;

/** A file of a package. */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes are written once
record EvidenceFile(String name, byte[] bytes) {

    static EvidenceFile of(String name, CsvSheet sheet) {
        return new EvidenceFile(name, sheet.text().getBytes(StandardCharsets.UTF_8));
    }
}
