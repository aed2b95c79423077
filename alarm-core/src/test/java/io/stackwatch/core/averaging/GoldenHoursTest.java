package io.stackwatch.core.averaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.OxygenContent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Thirty days of values with cuts, marks, starts of the boiler and values read back, against hours that were worked out by
 * {@code src/test/golden/made_hours.py}, which knows nothing of this program.
 */
final class GoldenHoursTest {

    private static final Instant FIRST = Instant.parse("2026-10-01T00:00:00Z");
    private static final int HOURS = 720;
    private static final Duration EXPECTED = Duration.ofSeconds(60);
    private static final OxygenContent REFERENCE = OxygenContent.of("9");
    private static final AveragingTerms TERMS = AveragingTerms.at(RuleParameters.load(), FIRST);

    private final AveragingRule rule = new AveragingRule(FlagTable.load());
    private final List<long[]> alive = new ArrayList<>();
    private final Map<FactorCode, List<PlacedSample>> live = new TreeMap<>();
    private final Map<FactorCode, List<PlacedSample>> readBack = new TreeMap<>();

    @Test
    void everyHourOfEveryFactorIsTheOneThatWasWorkedOutWithoutUs() throws IOException {
        readValues();
        Map<FactorCode, List<FactorMean>> minutes = new HashMap<>();
        List<Mean> oxygen = means(FactorCode.OXYGEN);
        for (FactorCode factor : live.keySet()) {
            minutes.put(factor, minutes(factor, oxygen));
        }
        List<String> golden = lines("made-hours.csv");
        assertEquals(1 + HOURS * live.size(), golden.size());
        for (String line : golden.subList(1, golden.size())) {
            String[] cells = line.split(",", -1);
            FactorCode factor = new FactorCode(cells[1]);
            int at = Integer.parseInt(cells[0]) * 60;
            FactorMean hour = rule.hour(minutes.get(factor).subList(at, at + 60), TERMS);
            assertEquals(line, cells[0] + "," + factor + "," + written(hour));
        }
    }

    private static String written(FactorMean hour) {
        String measured = hour.measured()
                .match(
                        taken -> taken.usable() + ",N," + text(taken.mean()),
                        tooFew -> tooFew.usable() + "," + tooFew.flag() + ",",
                        () -> "0,,");
        return measured + ","
                + hour.converted().value().map(GoldenHoursTest::text).orElse("");
    }

    private static String text(Fraction mean) {
        return mean.rounded(TERMS.decimals()).stripTrailingZeros().toPlainString();
    }

    private List<FactorMean> minutes(FactorCode factor, List<Mean> oxygen) {
        Optional<OxygenContent> reference =
                factor.equals(FactorCode.OXYGEN) ? Optional.empty() : Optional.of(REFERENCE);
        List<Mean> measured = factor.equals(FactorCode.OXYGEN) ? oxygen : means(factor);
        List<FactorMean> minutes = new ArrayList<>(measured.size());
        for (int i = 0; i < measured.size(); i++) {
            minutes.add(
                    new FactorMean(measured.get(i), Conversion.of(measured.get(i), oxygen.get(i), reference, TERMS)));
        }
        return minutes;
    }

    private List<Mean> means(FactorCode factor) {
        List<MinuteOfSamples> minutes = new ArrayList<>();
        for (int i = 0; i < HOURS * 60; i++) {
            minutes.add(MinuteOfSamples.empty(TERMS.grid(), FIRST.plusSeconds(60L * i)));
        }
        List<PlacedSample> values = live.getOrDefault(factor, List.of());
        int next = 0;
        for (int i = 0; i < alive.size(); i++) {
            Instant since = FIRST.plusSeconds(alive.get(i)[0]);
            Instant until = FIRST.plusSeconds(alive.get(i)[1]);
            int from = next;
            while (next < values.size() && values.get(next).sequence() == i) {
                next++;
            }
            apply(
                    minutes,
                    Hold.live(
                            Optional.empty(),
                            values.subList(from, next),
                            new Hold.Alive(since, since, until),
                            EXPECTED));
        }
        assertEquals(values.size(), next, "values outside of every stretch");
        apply(minutes, Hold.readBack(readBack.getOrDefault(factor, List.of()), EXPECTED));
        return minutes.stream()
                .map(minute -> rule.minute(
                        minute.slots().stream()
                                .map(slot -> slot.map(PlacedSample::sample))
                                .toList(),
                        TERMS))
                .toList();
    }

    private static void apply(List<MinuteOfSamples> minutes, List<Hold> holds) {
        for (Hold hold : holds) {
            int first = minute(hold.from());
            int last = Math.min(minute(hold.until()), minutes.size() - 1);
            for (int i = Math.max(0, first); i <= last; i++) {
                minutes.set(i, minutes.get(i).with(hold));
            }
        }
    }

    private static int minute(Instant instant) {
        return Math.toIntExact(Duration.between(FIRST, instant).toMinutes());
    }

    private void readValues() throws IOException {
        for (String line : lines("made-values.csv.gz")) {
            String[] cells = line.split(",", -1);
            if (cells[0].equals("A")) {
                alive.add(new long[] {Long.parseLong(cells[1]), Long.parseLong(cells[2])});
                continue;
            }
            FactorCode factor = new FactorCode(cells[1]);
            boolean isLive = cells[0].equals("L");
            List<PlacedSample> values = (isLive ? live : readBack).computeIfAbsent(factor, known -> new ArrayList<>());
            values.add(new PlacedSample(
                    FIRST.plusSeconds(Long.parseLong(cells[2])),
                    sample(cells[3], cells[4]),
                    isLive ? Integer.parseInt(cells[5]) : 0,
                    !isLive));
        }
    }

    private static Sample sample(String hundredths, String flag) {
        return hundredths.isEmpty()
                ? Sample.without(new DataFlag(flag))
                : Sample.of(BigDecimal.valueOf(Long.parseLong(hundredths), 2), new DataFlag(flag));
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream file = GoldenHoursTest.class.getResourceAsStream("/golden/" + name);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(file) : file;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
