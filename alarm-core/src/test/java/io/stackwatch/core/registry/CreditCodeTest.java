package io.stackwatch.core.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A credit code is checked by its own last character (GB 32100-2015). */
final class CreditCodeTest {

    /** The first is the example that GB 32100-2015 is usually shown with; the others end in letters. */
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91371500MA3C0DE00W", "11100000MB0344006X"})
    void aCodeWithItsCheckCharacterIsTaken(String code) {
        assertEquals(code, new CreditCode(code).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y44,the check character of '91350100M000100Y44' would be 3",
        "91350100M000100Y4,a credit code has 18 characters: '91350100M000100Y4'",
        "91350100M000l00Y43,'l' is in no credit code: '91350100M000l00Y43'",
        "91350100M000O00Y43,'O' is in no credit code: '91350100M000O00Y43'",
        "9135A100M000100Y43,characters 3 to 8 of a credit code are a division: '9135A100M000100Y43'"
    })
    void aCodeThatIsWrongSaysWhy(String code, String why) {
        assertEquals(
                why,
                assertThrows(IllegalArgumentException.class, () -> new CreditCode(code))
                        .getMessage());
    }

    /** A single wrong character and two neighbours that changed places are always found. */
    @Test
    void everyMistypedCharacterIsFound() {
        String code = "91350100M000100Y43";
        String characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (int i = 0; i < code.length(); i++) {
            for (int j = 0; j < characters.length(); j++) {
                String mistyped = code.substring(0, i) + characters.charAt(j) + code.substring(i + 1);
                assertTrue(mistyped.equals(code) || refused(mistyped), mistyped);
            }
        }
        for (int i = 0; i < code.length() - 1; i++) {
            String turned = code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2);
            assertTrue(turned.equals(code) || refused(turned), turned);
        }
    }

    @Test
    void particularsThatSayNothingAreNone() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Particulars(
                        new EnterpriseId("E1"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Effective.ALWAYS));
    }

    private static boolean refused(String code) {
        try {
            new CreditCode(code);
            return false;
        } catch (IllegalArgumentException wrong) {
            return true;
        }
    }
}
