package io.stackwatch.simulator.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigitsTest {

    private static final DateTimeFormatter MILLISECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
    private static final long SEED = 212;

    @Test
    void theDigitsAreThoseOfTheCalendar() {
        Random random = new Random(SEED);
        byte[] bytes = new byte[17];
        for (int i = 0; i < 20_000; i++) {
            long millisecond = (long) (random.nextDouble() * 4_102_444_800_000L);
            String expected = MILLISECOND.format(LocalDateTime.ofEpochSecond(
                    millisecond / 1000, (int) (millisecond % 1000) * 1_000_000, ZoneOffset.UTC));

            long number = Digits.writeMillisecond(bytes, 0, millisecond);

            assertEquals(expected, new String(bytes, StandardCharsets.US_ASCII), "seed " + SEED);
            assertEquals(Long.parseLong(expected), number);
        }
    }

    @Test
    void aLeapDayIsADay() {
        byte[] bytes = new byte[14];
        long second = LocalDateTime.of(2028, 2, 29, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);

        assertEquals(20280229235959L, Digits.writeSecond(bytes, 0, second));
        assertEquals(20280301000000L, Digits.writeSecond(bytes, 0, second + 1));
    }
}
