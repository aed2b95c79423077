package io.stackwatch.core.averaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.averaging.Conversion.NotConverted;
import io.stackwatch.core.averaging.Conversion.Reason;
import io.stackwatch.core.averaging.Mean.Nothing;
import io.stackwatch.core.averaging.Mean.Taken;
import io.stackwatch.core.averaging.Mean.TooFew;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.OxygenContent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AveragingRuleTest {

    private static final AveragingTerms TERMS =
            AveragingTerms.at(RuleParameters.load(), Instant.parse("2026-11-24T00:00:00Z"));
    private static final Optional<OxygenContent> POWER_PLANT = Optional.of(OxygenContent.of("6"));

    private final AveragingRule rule = new AveragingRule(FlagTable.load());

    // HJ 76-2017: a reading in every 5 s; three quarters of them make a minute (own default)
    @ParameterizedTest
    @CsvSource({
        "12 x N, 12",
        "9 x N + 3 x M, 9",
        "9 x N + 3 x -, 9",
    })
    void aMinuteWithEnoughUsableSamplesHasTheirMean(String samples, int usable) {
        assertEquals(
                usable + " of 28",
                rule.minute(samples(samples), TERMS)
                        .match(
                                taken -> taken.usable() + " of " + text(taken.mean()),
                                tooFew -> "too few",
                                () -> "nothing"));
    }

    @ParameterizedTest
    @CsvSource({
        "8 x N + 4 x M, M, 8",
        "8 x N + 1 x C + 2 x T + 1 x M, T, 8",
        "6 x N + 3 x C + 3 x M, C, 6",
        "6 x N + 3 x M + 3 x C, M, 6",
        "8 x N + 4 x -, D, 8",
        "12 x X, X, 0",
        "12 x n, D, 0",
    })
    void aMinuteWithFewerHasTheMarkOfMostOfTheOthersAndNoMean(String samples, String flag, int usable) {
        assertEquals(new TooFew(new DataFlag(flag), usable), rule.minute(samples(samples), TERMS));
    }

    @Test
    void aMinuteOfWhichNothingIsKnownIsNothingAndNotZero() {
        assertEquals(new Nothing(), rule.minute(samples("12 x -"), TERMS));
    }

    @Test
    void aMeanIsExactUntilItIsWritten() {
        List<Optional<Sample>> samples = new ArrayList<>(samples("8 x N"));
        samples.add(Optional.of(Sample.of(number("28.1"), DataFlag.NORMAL)));
        samples.addAll(samples("3 x -"));
        Fraction mean = rule.minute(samples, TERMS).value().orElseThrow();
        assertEquals(0, mean.compareTo(new Fraction(number("252.1"), number("9"))));
        assertEquals("28.0111", text(mean));
    }

    // regulation 2.2, worked example: 28 at 9.5 % and reference 6 % is 28 x 15 / 11.5
    @Test
    void aMinuteIsConvertedWithTheOxygenOfTheSameMinute() {
        FactorMean minute = rule.minute(samples("12 x N"), oxygen("9.5"), POWER_PLANT, TERMS);
        assertEquals("36.5217", text(minute.converted().value().orElseThrow()));
    }

    // guard a: nothing is converted at 20.9 % and above, nor where 21 - O2 is below 0.5
    @ParameterizedTest
    @CsvSource({
        "20.5, converted",
        "20.4999, converted",
        "20.5001, OXYGEN_TOO_HIGH",
        "20.9, OXYGEN_TOO_HIGH",
        "21, OXYGEN_TOO_HIGH",
        "25, OXYGEN_TOO_HIGH",
        "0, converted",
        "-0.0001, OXYGEN_NEGATIVE",
    })
    void nearAirNothingIsConverted(String oxygen, String expected) {
        Conversion conversion = rule.minute(samples("12 x N"), oxygen(oxygen), POWER_PLANT, TERMS)
                .converted();
        assertEquals(
                expected, conversion.match(yes -> "converted", not -> not.why().name()));
    }

    @Test
    void withoutMeanOxygenOrReferenceTheReasonIsNamed() {
        assertEquals(
                new NotConverted(Reason.NO_OXYGEN),
                rule.minute(samples("12 x N"), new Nothing(), POWER_PLANT, TERMS)
                        .converted());
        assertEquals(
                new NotConverted(Reason.NO_OXYGEN),
                rule.minute(samples("12 x N"), new TooFew(new DataFlag("C"), 3), POWER_PLANT, TERMS)
                        .converted());
        assertEquals(
                new NotConverted(Reason.NO_MEAN),
                rule.minute(samples("12 x M"), oxygen("9.5"), POWER_PLANT, TERMS)
                        .converted());
        assertEquals(
                new NotConverted(Reason.NOT_ASKED),
                rule.minute(samples("12 x N"), oxygen("9.5"), Optional.empty(), TERMS)
                        .converted());
    }

    // HJ 75-2017: an hour needs 45 valid minutes
    @Test
    void anHourOfFortyFourValidMinutesHasNoMeanAndOneOfFortyFiveHas() {
        assertEquals(
                new TooFew(new DataFlag("C"), 44),
                rule.hour(minutes(44, new TooFew(new DataFlag("C"), 0)), TERMS).measured());
        assertEquals(
                45,
                rule.hour(minutes(45, new TooFew(new DataFlag("C"), 0)), TERMS)
                        .measured()
                        .match(Taken::usable, tooFew -> 0, () -> 0));
    }

    @Test
    void minutesOfWhichNothingIsKnownCountAsNotValidAndAnHourOfThemIsNothing() {
        assertEquals(
                new TooFew(TERMS.flagOfNothing(), 44),
                rule.hour(minutes(44, new Nothing()), TERMS).measured());
        assertEquals(new Nothing(), rule.hour(minutes(0, new Nothing()), TERMS).measured());
    }

    // the converted hour is the mean of the converted minutes, not the conversion of the hour's means
    @Test
    void theConvertedHourIsTheMeanOfTheConvertedMinutes() {
        List<FactorMean> minutes = new ArrayList<>();
        minutes.addAll(Collections.nCopies(30, rule.minute(samples("12 x N"), oxygen("5"), POWER_PLANT, TERMS)));
        minutes.addAll(Collections.nCopies(30, rule.minute(samples("12 x N"), oxygen("15"), POWER_PLANT, TERMS)));
        // 28 x 15 / 16 = 26.25 and 28 x 15 / 6 = 70; at the hour's 10 % it would be 38.1818
        assertEquals(
                "48.125", text(rule.hour(minutes, TERMS).converted().value().orElseThrow()));
    }

    @Test
    void anHourWithTooFewConvertedMinutesKeepsItsMeanAndIsNotConverted() {
        List<FactorMean> minutes = new ArrayList<>();
        minutes.addAll(Collections.nCopies(44, rule.minute(samples("12 x N"), oxygen("9"), POWER_PLANT, TERMS)));
        minutes.addAll(Collections.nCopies(16, rule.minute(samples("12 x N"), oxygen("20.8"), POWER_PLANT, TERMS)));
        FactorMean hour = rule.hour(minutes, TERMS);
        assertEquals(new NotConverted(Reason.TOO_FEW_CONVERTED), hour.converted());
        assertEquals("28", text(hour.measured().value().orElseThrow()));
    }

    private static List<FactorMean> minutes(int valid, Mean other) {
        NotConverted not = new NotConverted(Reason.NOT_ASKED);
        List<FactorMean> minutes = new ArrayList<>();
        minutes.addAll(Collections.nCopies(valid, new FactorMean(new Taken(Fraction.of(number("28")), 12), not)));
        minutes.addAll(Collections.nCopies(60 - valid, new FactorMean(other, not)));
        return minutes;
    }

    private static Mean oxygen(String percent) {
        return new Taken(Fraction.of(number(percent)), 12);
    }

    /** {@code 8 x N + 4 x -}: so many of 28 with that mark; {@code n} has no number, {@code -} is nothing. */
    private static List<Optional<Sample>> samples(String written) {
        List<Optional<Sample>> samples = new ArrayList<>();
        for (String part : written.split(" \\+ ", -1)) {
            String flag = part.substring(part.indexOf(" x ") + 3);
            Optional<Sample> sample =
                    switch (flag) {
                        case "-" -> Optional.empty();
                        case "n" -> Optional.of(Sample.without(DataFlag.NORMAL));
                        default -> Optional.of(Sample.of(number("28"), new DataFlag(flag)));
                    };
            samples.addAll(Collections.nCopies(Integer.parseInt(part.substring(0, part.indexOf(" x "))), sample));
        }
        return samples;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static String text(Fraction mean) {
        return mean.rounded(TERMS.decimals()).stripTrailingZeros().toPlainString();
    }
}
