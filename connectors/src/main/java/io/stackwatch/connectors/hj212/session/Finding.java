package io.stackwatch.connectors.hj212.session;

/** A deviation from the standard that is reported and tolerated. The names are kept with the frame. */
public enum Finding {
    /** The declared length is not the segment's. */
    LENGTH_MISMATCH,
    /** The length field has not four digits. */
    LENGTH_DIGITS,
    /** The segment is longer than the standard's 1024 bytes. */
    SEGMENT_OVER_1024,
    /** The checksum has lower-case digits. */
    CRC_LOWER_CASE,
    /** The checksum has fewer than four digits. */
    CRC_SHORT,
    /** The checksum fits CRC-16/MODBUS only. */
    CRC_MODBUS,
    /** The checksum fits CRC-16/MODBUS with exchanged bytes only. */
    CRC_MODBUS_SWAPPED,
    /** The checksum fits nothing; the station's profile lets it pass. */
    CRC_UNVERIFIED,
    /** No request number, or an empty one: nothing to answer with. */
    NO_QN,
    /** No flag: taken as 2005, no answer wanted. */
    NO_FLAG,
    /** A flag that is not 0 to 255. */
    FLAG_UNREADABLE,
    /** The packet bit is set without PNUM and PNO. */
    PACKET_BIT_WITHOUT_PNUM,
    /** PNUM or PNO without the packet bit. */
    PNUM_WITHOUT_PACKET_BIT,
    /** A password that is not the agreed one; the station's profile lets it pass. */
    PASSWORD_DIFFERS,
    /** An MN that has not the edition's length (14 in 2005, 24 later). */
    MN_LENGTH,
    /** No system code. */
    ST_MISSING,
    /** A system code that is not two characters. */
    ST_MALFORMED,
    /** An answer (901x) whose system code is not 91. */
    ST_NOT_91,
    /** The flag's version is not the one of the station's profile. */
    EDITION_DIFFERS,
    /** The flag's version is not the one that the station sent before on this connection. */
    EDITION_CHANGED,
    /** A command that no edition has; kept raw. */
    NOT_YET_UNDERSTOOD,
    /** An upload of data without any content. */
    EMPTY_CONTENT,
    /** Separators, case, blanks or brackets that the grammar does not allow. */
    GRAMMAR,
    /** A command that only later or earlier editions have than the one of the station's profile. */
    NOT_IN_EDITION,
    /** A command that only hosts send. */
    HOSTS_COMMAND,
    /** PNUM or PNO is missing, no number, or PNO is not 1 to PNUM. */
    PACKET_NUMBER,
    /** Content in clear that should have been encrypted; the station's profile lets it pass. */
    PLAINTEXT,
    /** An older key than the newest fitted. */
    OLD_KEY,
    /** The ciphertext had the form (raw, printed) that was not agreed. */
    CIPHER_FORM,
    /** Encrypted, in an edition that knows no encryption. */
    ENCRYPTED
}
