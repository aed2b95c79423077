package io.stackwatch.connectors.hj212.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PersonTest {

    @Test
    void anotherSpellingIsTheSamePerson() {
        for (String same : List.of("wang li", "WANG  LI", "Wang\u00A0Li", "\uFF37ang\u200BLi", "Wang\u00ADLi\uFEFF")) {
            assertEquals(Person.named("Wang Li"), Person.named(same), same);
        }
        assertEquals(Person.named("\u738B\u6D9B"), Person.named("\u738B \u6D9B"));
        assertNotEquals(Person.named("Wang Li"), Person.named("Wang Lin"));
    }

    @Test
    void whiteAndInvisibleCharactersAreNobody() {
        assertTrue(Person.named(" \u3000\u200B\t").isNobody());
        assertFalse(Person.named("Li").isNobody());
    }

    @Test
    void aNameWithInvisibleCharactersIsNotPlain() {
        for (String name : List.of("Wa\u200Bng", "Wang\n", "\u202EgnaW", "Wang\u0000")) {
            assertFalse(Person.isPlain(name));
        }
        assertTrue(Person.isPlain("Wang Li"));
        assertTrue(Person.isPlain("\u738B\u6D9B"));
    }
}
