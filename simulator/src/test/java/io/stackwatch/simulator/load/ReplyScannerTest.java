package io.stackwatch.simulator.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyScannerTest {

    private static final String ANSWER =
            "##0087QN=20160801085000001;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&C241\r\n";
    private static final String REQUEST =
            "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80\r\n";

    @Test
    void answersAreFoundInPiecesOfEverySize() {
        byte[] bytes = (ANSWER + REQUEST + ANSWER).getBytes(StandardCharsets.US_ASCII);
        for (int size = 1; size <= bytes.length; size++) {
            ReplyScanner scanner = new ReplyScanner();
            List<Long> numbers = new ArrayList<>();
            for (int from = 0; from < bytes.length; from += size) {
                int length = Math.min(size, bytes.length - from);
                byte[] piece = new byte[length];
                System.arraycopy(bytes, from, piece, 0, length);
                scanner.scan(piece, length, numbers::add);
            }
            assertEquals(List.of(20160801085000001L, 20160801085000001L), numbers, "pieces of " + size);
            assertEquals(1, scanner.strange());
        }
    }

    @Test
    void anEndlessLineIsDroppedAndCounted() {
        ReplyScanner scanner = new ReplyScanner();
        byte[] chunk = "7".repeat(5_000).getBytes(StandardCharsets.US_ASCII);

        scanner.scan(chunk, chunk.length, number -> {});

        assertEquals(1, scanner.strange());
    }
}
