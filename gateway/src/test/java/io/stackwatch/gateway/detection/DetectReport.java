package io.stackwatch.gateway.detection;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.integrity.Detectors;
import io.stackwatch.core.integrity.Suspicion;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.simulator.deceit.Deceit;
import io.stackwatch.simulator.deceit.Label;
import io.stackwatch.simulator.deceit.LabelledFleet;
import io.stackwatch.simulator.deceit.LabelledMonth;
import io.stackwatch.simulator.deceit.Oddity;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the detectors find in labelled months, and what they suspect wrongly, as Markdown tables: the same for the same seed.
 *
 * <p>{@code mvn -q -B -Pdetect-report -pl gateway -am -DskipTests process-test-classes}.
 */
public final class DetectReport {

    static final long SEED = 20_261_101;
    static final int EACH = 1;

    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final int DAYS = 30;

    private final List<LabelledMonth> months;
    private final Detectors detectors = Detectors.load(RuleParameters.load(), FlagTable.load());
    private final Map<String, Score> byDetector = new LinkedHashMap<>();
    private final Map<Oddity, Map<String, Integer>> byOddity = new TreeMap<>();
    private final Map<Deceit, Map<String, Set<Label>>> byDeceit = new TreeMap<>();

    private DetectReport(List<LabelledMonth> months) {
        this.months = months;
        detectors.lines().forEach(line -> byDetector.put(line.name(), new Score(Aim.of(line.name()))));
    }

    /** Arguments: none. */
    public static void main(String[] arguments) {
        System.out.print(markdown());
    }

    /** The tables. */
    static String markdown() {
        DetectReport report = new DetectReport(
                new LabelledFleet(FIRST.atStartOfDay(LegalTime.ZONE).toInstant(), LegalTime.ZONE, SEED).months(EACH));
        report.run();
        return report.tables();
    }

    private void run() {
        LabelledWindows windows = new LabelledWindows(months);
        for (int month = 0; month < months.size(); month++) {
            for (int day = 0; day < DAYS; day++) {
                Window examined = Window.day(FIRST.plusDays(day), LegalTime.ZONE);
                for (Detectors.Answer answer : detectors.examine(windows.of(month, examined))) {
                    List<Window> suspected = answer.opinion()
                            .match(
                                    suspects -> suspects.suspicions().stream()
                                            .map(Suspicion::window)
                                            .toList(),
                                    nothing -> List.of(),
                                    cannot -> List.of());
                    if (!suspected.isEmpty()) {
                        count(months.get(month), answer.detector(), suspected);
                    }
                }
            }
        }
    }

    private void count(LabelledMonth month, String detector, List<Window> suspected) {
        List<Label> met = month.labels().stream()
                .filter(label -> suspected.stream()
                        .anyMatch(window -> window.overlap(new Window(label.from(), label.to()))
                                        .toMillis()
                                > 0))
                .toList();
        byDetector.computeIfAbsent(detector, name -> new Score(Aim.of(name))).count(met);
        met.forEach(label -> byDeceit.computeIfAbsent(label.deceit(), deceit -> new TreeMap<>())
                .computeIfAbsent(detector, name -> new HashSet<>())
                .add(label));
        if (month.labels().isEmpty()) {
            byOddity.computeIfAbsent(month.oddity(), oddity -> new TreeMap<>()).merge(detector, 1, Integer::sum);
        }
    }

    private String tables() {
        StringBuilder text = new StringBuilder();
        long honest = months.stream().filter(month -> month.labels().isEmpty()).count();
        text.append(months.size() + " months of " + DAYS + " days, " + (months.size() - honest) + " with a deceit, "
                + honest + " honest; seed " + SEED + ".\n\n");
        text.append("| Detector | Spells | Found | Recall | Days suspected | Of its deceit | Of another | Honest |"
                + " Precision |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        byDetector.forEach((detector, score) -> text.append(score.line(detector, labels())));
        text.append("\n| Deceit | Spells | Found by, spells |\n| --- | --- | --- |\n");
        for (Deceit deceit : Deceit.values()) {
            Map<String, Integer> found = new TreeMap<>();
            byDeceit.getOrDefault(deceit, Map.of()).forEach((detector, spells) -> found.put(detector, spells.size()));
            long spells =
                    labels().stream().filter(label -> label.deceit() == deceit).count();
            text.append("| `" + deceit + "` | " + spells + " | " + listed(found) + " |\n");
        }
        text.append("\n| Honest month | Suspected, days |\n| --- | --- |\n");
        for (Oddity oddity : Oddity.values()) {
            text.append("| `" + oddity + "` | " + listed(byOddity.getOrDefault(oddity, Map.of())) + " |\n");
        }
        return text.toString();
    }

    private List<Label> labels() {
        return months.stream().flatMap(month -> month.labels().stream()).toList();
    }

    private static String listed(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "-"
                : counts.entrySet().stream()
                        .map(entry -> "`" + entry.getKey() + "` " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
