package io.stackwatch.core.enforcement;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/** Identity of a case: 32 hexadecimal digits that follow from outlet, factor and legal day of violation. */
public record CaseId(String value) implements Comparable<CaseId> {

    private static final int BYTES = 16;

    public CaseId {
        if (value.length() != 2 * BYTES) {
            throw new IllegalArgumentException("a case id has 32 hexadecimal digits: '" + value + "'");
        }
    }

    /** The identity of the case of an outlet, a factor and a day. */
    public static CaseId of(OutletId outlet, FactorCode factor, LocalDate day) {
        String text = "case:" + outlet.value().length() + ":" + outlet + ":" + factor + ":" + day;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new CaseId(HexFormat.of().formatHex(hash, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int compareTo(CaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
