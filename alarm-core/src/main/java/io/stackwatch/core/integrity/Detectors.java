package io.stackwatch.core.integrity;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.registry.DataTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The detectors in force as one list, each asked of a window with its parameters of the date at which the examined stretch
 * begins. Immutable and safe for use by several threads.
 */
public final class Detectors {

    private static final List<Detector> IN_FORCE = List.of(
            new ConstantValue(),
            new FlatValue(),
            new LimitHugging(),
            new AtRangeTop(),
            new FlatTop(),
            new CopiedSeries(),
            new OxygenOfAir(),
            new OxygenDrop(),
            new ConversionMismatch(),
            new NegativeValues(),
            new ZeroFlow(),
            new JointJumps(),
            new WrongClock(),
            new BetterAfterChange(),
            new BetterAfterCalibration(),
            new CalibrationAtPeaks(),
            new FlagShare(),
            new FlagsAtPeaks(),
            new LoadAgainstEmission());

    private static final List<String> SHARED = List.of("running.", "coarse.", "conversion.audit-");

    private final List<Detector> detectors;
    private final RuleParameters own;
    private final RuleParameters rules;
    private final WatchedFactors factors;
    private final FlagTable flags;

    Detectors(
            List<Detector> detectors,
            RuleParameters own,
            RuleParameters rules,
            WatchedFactors factors,
            FlagTable flags) {
        this.detectors = List.copyOf(detectors);
        this.own = own;
        this.rules = rules;
        this.factors = factors;
        this.flags = flags;
    }

    /** All of them, with the tables that come with the program. */
    public static Detectors load(RuleParameters rules, FlagTable flags) {
        return new Detectors(IN_FORCE, ownParameters(), rules, WatchedFactors.load(), flags);
    }

    static List<Detector> inForce() {
        return IN_FORCE;
    }

    static RuleParameters ownParameters() {
        return RuleParameters.of(DataTable.resource(Detectors.class, "detector-parameters.csv"));
    }

    /** What each detector thinks of a window, in the order of the list. */
    public List<Answer> examine(OutletWindow window) {
        Instant date = window.examined().start();
        OutletView view = new OutletView(window, flags, factors.at(date));
        return detectors.stream()
                .map(detector -> new Answer(
                        detector.name(),
                        Terms.at(detector.name(), SHARED, own, rules, date)
                                .map(terms -> detector.examine(view, terms))
                                .orElseGet(() -> new Opinion.CannotSay(
                                        Opinion.Reason.NOT_IN_FORCE,
                                        "no parameters of " + detector.name() + " at " + date))))
                .toList();
    }

    /** How far before the end of the examined stretch a window should reach, for each detector to see what it compares with. */
    public Duration lookBack(Instant date) {
        return own.rows().stream()
                .filter(row ->
                        row.name().endsWith(".look-back") && row.effective().contains(date))
                .map(row -> Duration.ofHours(Long.parseLong(row.value())))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Names of the detectors with what each looks for, in order, for documents and screens. */
    public List<Line> lines() {
        return detectors.stream()
                .map(detector -> new Line(detector.name(), detector.looksFor()))
                .toList();
    }

    /** A detector as it is shown. */
    public record Line(String name, String looksFor) {}

    /**
     * What one detector thinks.
     *
     * @param detector its name
     * @param opinion with its reason
     */
    public record Answer(String detector, Opinion opinion) {}
}
