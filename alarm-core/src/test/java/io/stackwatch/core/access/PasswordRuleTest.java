package io.stackwatch.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.enforcement.PersonId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PasswordRuleTest {

    @ParameterizedTest
    @CsvSource({
        "correct horse, -",
        "十二个汉字也可以作为口令, -",
        "elevenchars, TOO_SHORT",
        "twelve chars, -",
        "zhang.san, ACCOUNT_NAME",
        "Zhang.San123, ACCOUNT_NAME",
        "zhang.san and a long rest, -",
        "'', TOO_SHORT"
    })
    void aPasswordIsLongAndNotTheAccountsName(String password, String expected) {
        String found = new PasswordRule(12, 128)
                .fault(new PersonId("zhang.san"), password)
                .map(Enum::name)
                .orElse("-");
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @CsvSource({"42, -", "43, TOO_LONG"})
    void itsLengthIsBoundedInBytes(int characters, String expected) {
        String found = new PasswordRule(12, 128)
                .fault(new PersonId("li"), "口".repeat(characters))
                .map(Enum::name)
                .orElse("-");
        assertEquals(expected, found);
    }
}
