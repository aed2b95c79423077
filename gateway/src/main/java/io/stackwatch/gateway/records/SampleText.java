package io.stackwatch.gateway.records;

import io.stackwatch.core.averaging.MinuteOfSamples;
import io.stackwatch.core.averaging.PlacedSample;
import io.stackwatch.core.averaging.Sample;
import io.stackwatch.core.averaging.SampleGrid;
import io.stackwatch.core.measurement.DataFlag;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Samples as they stand in a column: {@code step|0,0,.|sequence L time flag number;...}. Each value is written once,
 * and the places of the grid name it by its number; a dot is nothing.
 */
final class SampleText {

    private SampleText() {}

    static String of(PlacedSample placed) {
        return placed.sequence() + " " + (placed.readBack() ? 'H' : 'L') + " " + placed.sourceTime() + " "
                + placed.sample().flag() + " "
                + placed.sample().number().map(BigDecimal::toString).orElse("");
    }

    static PlacedSample placed(String text) {
        String[] parts = text.split(" ", -1);
        Optional<BigDecimal> number = parts[4].isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(parts[4]));
        return new PlacedSample(
                Instant.parse(parts[2]),
                new Sample(number, new DataFlag(parts[3])),
                Long.parseLong(parts[0]),
                parts[1].equals("H"));
    }

    static String of(MinuteOfSamples minute) {
        List<PlacedSample> values = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (Optional<PlacedSample> slot : minute.slots()) {
            if (slot.isEmpty()) {
                places.add(".");
                continue;
            }
            int at = values.indexOf(slot.get());
            if (at < 0) {
                at = values.size();
                values.add(slot.get());
            }
            places.add(Integer.toString(at));
        }
        long step = Duration.ofMinutes(1).dividedBy(minute.slots().size()).toMillis();
        return step + "|" + String.join(",", places) + "|"
                + String.join(";", values.stream().map(SampleText::of).toList());
    }

    static MinuteOfSamples minute(Instant start, String text) {
        String[] parts = text.split("\\|", -1);
        List<PlacedSample> values = new ArrayList<>();
        if (!parts[2].isEmpty()) {
            for (String value : parts[2].split(";", -1)) {
                values.add(placed(value));
            }
        }
        List<Optional<PlacedSample>> slots = new ArrayList<>();
        for (String place : parts[1].split(",", -1)) {
            slots.add(place.equals(".") ? Optional.empty() : Optional.of(values.get(Integer.parseInt(place))));
        }
        return MinuteOfSamples.of(new SampleGrid(Duration.ofMillis(Long.parseLong(parts[0]))), start, slots);
    }
}
