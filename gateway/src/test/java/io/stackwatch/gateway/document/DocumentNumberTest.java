package io.stackwatch.gateway.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentNumberTest {

    @Test
    void aNumberIsReadAsItIsWritten() {
        DocumentNumber number = new DocumentNumber("聊环罚", Year.of(2026), 12);
        assertEquals("聊环罚〔2026〕12号", number.toString());
        assertEquals(number, DocumentNumber.parse(number.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "聊环罚[2026]12号", "聊环罚〔26〕12号", "聊环罚〔2026〕0号", "〔2026〕1号"})
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> DocumentNumber.parse(text));
    }

    @Test
    void numbersFollowEachOtherBySeriesYearAndCount() {
        assertTrue(DocumentNumber.parse("聊环罚〔2026〕9号").compareTo(DocumentNumber.parse("聊环罚〔2026〕10号")) < 0);
        assertTrue(DocumentNumber.parse("聊环罚〔2026〕10号").compareTo(DocumentNumber.parse("聊环罚〔2027〕1号")) < 0);
    }
}
