package io.stackwatch.core.penalty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.core.exceedance.Fraction;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts of money are exact to the fen, never negative, never rounded in silence. */
final class YuanTest {

    @Test
    void whatIsNoWholeNumberOfFenIsRefusedAndNotRounded() {
        assertEquals(
                "no whole number of fen: 0.005",
                assertThrows(IllegalArgumentException.class, () -> Yuan.of("0.005"))
                        .getMessage());
        assertEquals(Yuan.of("0.10"), Yuan.of("0.1"));
        assertEquals(Yuan.of(100), Yuan.of("1E+2"));
        assertEquals("200000.00", Yuan.of(200_000).toString());
    }

    @Test
    void nothingBecomesNegative() {
        assertThrows(IllegalArgumentException.class, () -> Yuan.of("-0.01"));
        assertThrows(IllegalArgumentException.class, () -> Yuan.of(1).minus(Yuan.of("1.01")));
        assertEquals(Yuan.ZERO, Yuan.of(1).minus(Yuan.of("1.00")));
        assertThrows(IllegalArgumentException.class, () -> Yuan.of(1).times(-1));
    }

    @Test
    void roundingIsAskedForAndGoesDown() {
        Fraction third = new Fraction(BigDecimal.ONE, BigDecimal.valueOf(3));
        assertEquals(Yuan.of("0.33"), Yuan.roundedDown(third, Yuan.of("0.01")));
        Fraction twoThirds = new Fraction(BigDecimal.valueOf(200), BigDecimal.valueOf(3));
        assertEquals(Yuan.of(60), Yuan.roundedDown(twoThirds, Yuan.of(10)));
        assertEquals(Yuan.of(70), Yuan.roundedDown(Fraction.of(BigDecimal.valueOf(70)), Yuan.of(10)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 零元整",
        "0.01, 壹分",
        "0.05, 伍分",
        "0.10, 壹角",
        "0.50, 伍角",
        "0.55, 伍角伍分",
        "1, 壹元整",
        "1.05, 壹元零伍分",
        "10, 壹拾元整",
        "11, 壹拾壹元整",
        "100, 壹佰元整",
        "15.20, 壹拾伍元贰角",
        "101, 壹佰零壹元整",
        "325.04, 叁佰贰拾伍元零肆分",
        "700, 柒佰元整",
        "1001, 壹仟零壹元整",
        "1010, 壹仟零壹拾元整",
        "1409.50, 壹仟肆佰零玖元伍角",
        "1680.32, 壹仟陆佰捌拾元叁角贰分",
        "6007.14, 陆仟零柒元壹角肆分",
        "10000, 壹万元整",
        "10000.01, 壹万元零壹分",
        "10050.30, 壹万零伍拾元叁角",
        "10001, 壹万零壹元整",
        "16409.02, 壹万陆仟肆佰零玖元零贰分",
        "18900, 壹万捌仟玖佰元整",
        "100700, 壹拾万零柒佰元整",
        "107000.53, 壹拾万柒仟元伍角叁分",
        "100000, 壹拾万元整",
        "200000, 贰拾万元整",
        "1000000, 壹佰万元整",
        "3400000, 叁佰肆拾万元整",
        "10200000, 壹仟零贰拾万元整",
        "100000000, 壹亿元整",
        "100000001, 壹亿零壹元整",
        "100010000, 壹亿零壹万元整",
        "1000000000, 壹拾亿元整",
        "1000000000.10, 壹拾亿元壹角",
        "1002003004.05, 壹拾亿零贰佰万叁仟零肆元零伍分",
        "999999999999.99, 玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"
    })
    void amountsStandInCapitalNumeralsAsInDocuments(String amount, String words) {
        assertEquals(words, Yuan.of(amount).inWords());
    }

    @Test
    void anAmountThatHasNoWordsIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> Yuan.of("1000000000000").inWords());
    }
}
