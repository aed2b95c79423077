package io.stackwatch.core.enforcement;

import io.stackwatch.core.registry.RegionCode;
import java.time.YearMonth;

/** Identity of a case file: that of the candidate case it grew from, of a county and month, or of a part of another file. */
public record CaseFileId(String value) implements Comparable<CaseFileId> {

    public CaseFileId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank CaseFileId");
        }
    }

    /** The file that grows from a candidate case. */
    public static CaseFileId of(CaseId candidate) {
        return new CaseFileId(candidate.value());
    }

    /** The file of a county that is proposed for listing because of a month. */
    public static CaseFileId of(RegionCode county, YearMonth month) {
        return new CaseFileId("listing:" + county + ":" + month);
    }

    /** A file that was split off another one, by its number among those. */
    public static CaseFileId part(CaseFileId origin, int number) {
        return new CaseFileId(origin + "." + number);
    }

    @Override
    public int compareTo(CaseFileId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
