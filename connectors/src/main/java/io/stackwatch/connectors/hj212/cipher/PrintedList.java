package io.stackwatch.connectors.hj212.cipher;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Ciphertext as HJ 212-2025 appendix A.2 prints it: {@code {0xE4,0x3E,...}} and the remainder in clear behind the brace.
 *
 * <p>The exact punctuation of the print was not seen: blanks behind commas are taken, and either case.
 */
final class PrintedList {

    private static final String HEX = "0123456789ABCDEF";

    /** Characters of one printed byte with its comma. */
    private static final int PRINTED = 5;

    private PrintedList() {}

    /** Whether these bytes begin as a list does. */
    static boolean begins(byte[] bytes, int from, int to) {
        return to - from > PRINTED && bytes[from] == '{' && bytes[from + 1] == '0' && (bytes[from + 2] | 0x20) == 'x';
    }

    /** The bytes of the list and of the remainder behind it; empty if it is no list of whole groups. */
    static Optional<byte[]> read(byte[] bytes, int from, int to) {
        ByteArrayOutputStream read = new ByteArrayOutputStream((to - from) / PRINTED + Sm4.GROUP);
        int at = from + 1;
        while (at + 4 <= to && bytes[at] == '0' && (bytes[at + 1] | 0x20) == 'x') {
            int high = Character.digit(bytes[at + 2], 16);
            int low = Character.digit(bytes[at + 3], 16);
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            read.write(high << 4 | low);
            at += 4;
            while (at < to && (bytes[at] == ',' || bytes[at] == ' ')) {
                at++;
            }
        }
        if (at == to || bytes[at] != '}' || read.size() % Sm4.GROUP != 0 || to - at > Sm4.GROUP) {
            return Optional.empty();
        }
        read.write(bytes, at + 1, to - at - 1);
        return Optional.of(read.toByteArray());
    }

    /** The list of these bytes' whole groups, and the remainder behind it. */
    static byte[] print(byte[] bytes) {
        int whole = bytes.length / Sm4.GROUP * Sm4.GROUP;
        byte[] printed = new byte[1 + whole * PRINTED + bytes.length - whole];
        int at = 0;
        printed[at++] = '{';
        for (int i = 0; i < whole; i++) {
            printed[at++] = '0';
            printed[at++] = 'x';
            printed[at++] = (byte) HEX.charAt(bytes[i] >> 4 & 0xF);
            printed[at++] = (byte) HEX.charAt(bytes[i] & 0xF);
            printed[at++] = (byte) (i + 1 == whole ? '}' : ',');
        }
        System.arraycopy(bytes, whole, printed, at, bytes.length - whole);
        return printed;
    }
}
