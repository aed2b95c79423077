package io.stackwatch.gateway.circular;

import io.stackwatch.gateway.circular.bytes.SealedFile;

/**
 * A file that was made, in the folder that was named.
 *
 * @param kind what it is
 * @param name its name
 * @param size in bytes
 * @param sha256 of its bytes, as hexadecimal digits in lower case
 */
public record Paper(Kind kind, String name, long size, String sha256) {

    /** What a file is. */
    public enum Kind {
        /** One level of the figures, for machines. */
        FIGURES,
        /** How many hours of which factor count as what. */
        EXPLANATIONS,
        /** Every hour, for machines. */
        HOURS,
        /** The figures as an officer reads them. */
        WORKBOOK,
        /** The hours of one county that are not valid. */
        HOUR_WORKBOOK,
        /** The draft of the circular (通报). */
        CIRCULAR,
        /** The digests of all others, as {@code sha256sum -c} reads them. */
        DIGESTS
    }

    static Paper of(Kind kind, SealedFile.Seal seal) {
        return new Paper(kind, seal.name(), seal.size(), seal.sha256());
    }
}
