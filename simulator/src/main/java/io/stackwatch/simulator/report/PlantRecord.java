package io.stackwatch.simulator.report;

import io.stackwatch.simulator.plant.Plant;
import io.stackwatch.simulator.plant.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a logger can say of a plant besides its gas: treatment facilities, power, production conditions, checks with a
 * standard sample, measuring cycles.
 *
 * <p>A pure function of the plant and the time asked for. The codes of power and conditions are those of examples of
 * HJ 212-2025; what each digit of them means, and which marks a condition may have, was in no text that was read: the marks
 * here are the letters of HJ 75-2017 (St starting, Sd stopping, F standing, N normal). Two facilities of each kind.
 */
public final class PlantRecord {

    private static final Duration STEP = Duration.ofMinutes(6);
    private static final double STEPS_OF_HOUR = 10;
    private static final Duration CYCLE = Duration.ofMinutes(40);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final double VOLTS = 220;
    private static final List<String> CONDITIONS = List.of("p99101", "p99102", "p99103");

    private final Recorder recorder;
    private final Edition edition;
    private final WireTime time;

    public PlantRecord(Recorder recorder, Edition edition, ZoneId zone) {
        this.recorder = recorder;
        this.edition = edition;
        this.time = new WireTime(zone);
    }

    /** The items of a report behind its DataTime; none for those that the recorder makes. */
    public List<String> items(Report report) {
        return switch (report.command()) {
            case FACILITY_STATE -> states(report.dataTime());
            case FACILITY_TIME -> runTimes(report.dataTime());
            case STANDARD_CHECK -> standardChecks(report.dataTime());
            case CYCLE -> cycles(report.dataTime());
            case POWER -> power(report.dataTime());
            case CONDITIONS -> conditions(report.dataTime());
            case REALTIME, MINUTE, HOUR, DAY, RESTART -> List.of();
        };
    }

    /** 0 off, 1 running. */
    private List<String> states(Instant at) {
        int state = recorder.plant().runningAt(at) > 0 ? 1 : 0;
        return List.of("SB1-RS=" + state, "SB2-RS=" + state);
    }

    /** Hours of the day, to a tenth. */
    private List<String> runTimes(Instant midnight) {
        Instant end = midnight.atZone(time.zone()).plusDays(1).toInstant();
        int running = 0;
        for (Instant at = midnight; at.isBefore(end); at = at.plus(STEP)) {
            running += recorder.plant().runningAt(at) > 0 ? 1 : 0;
        }
        String hours = decimal(running / STEPS_OF_HOUR, 1);
        return List.of("SB1-RT=" + hours, "SB2-RT=" + hours);
    }

    /** Two percent off at most, so always passed. */
    private List<String> standardChecks(Instant at) {
        List<String> items = new ArrayList<>();
        for (Factor factor : pollutants()) {
            double standard = factor.quantity() == Quantity.PARTICULATES ? 20 : 50;
            double read = standard * (1 + 0.02 * wave(at, items.size()));
            String code = edition.codeOf(factor);
            items.add(code + "-SampleRd=" + decimal(read, 1)
                    + ";" + code + "-StandardValue=" + decimal(standard, 1)
                    + ";" + code + "-ResultType=1");
        }
        return items;
    }

    /** One cycle in an hour, of forty minutes. */
    private List<String> cycles(Instant start) {
        List<String> items = new ArrayList<>();
        for (Factor factor : pollutants()) {
            Figures figures = recorder.minutes(start, CYCLE).get(factor.quantity());
            if (figures != null) {
                String code = edition.codeOf(factor);
                items.add(code + "-SampleTime=" + time.second(start)
                        + "," + code + "-CompleteTime=" + time.second(start.plus(CYCLE))
                        + "," + code + "-SampleType=1"
                        + "," + code + "-Avg=" + figures.measured().avg().toPlainString()
                        + "," + code + "-Flag=" + figures.flag());
            }
        }
        return items;
    }

    /** Three voltages and a current of production, a voltage and a current of treatment. */
    private List<String> power(Instant at) {
        double load = recorder.plant().gasAt(at).load();
        return List.of(
                normal("d20105", VOLTS + wave(at, 1)),
                normal("d20205", VOLTS + wave(at, 2)),
                normal("d20305", VOLTS + wave(at, 3)),
                normal("d20405", 40 * load),
                normal("d30106", VOLTS + wave(at, 4)),
                normal("d30406", load > 0 ? 4 + 6 * load : 0));
    }

    private List<String> conditions(Instant at) {
        Plant plant = recorder.plant();
        double now = plant.runningAt(at);
        double soon = plant.runningAt(at.plus(SOON));
        String mark = soon > now ? "St" : soon < now ? "Sd" : now > 0 ? "N" : "F";
        return CONDITIONS.stream()
                .map(code -> code + "-Rtd=" + mark + "," + code + "-Flag=N")
                .toList();
    }

    private List<Factor> pollutants() {
        return recorder.factors().stream()
                .filter(factor -> factor.quantity().isPollutant())
                .toList();
    }

    private static String normal(String code, double value) {
        return code + "-Rtd=" + decimal(value, 2) + "," + code + "-Flag=N";
    }

    /** Between -1 and 1, the same for the same instant. */
    private static double wave(Instant at, int channel) {
        return Math.sin(at.getEpochSecond() / 700.0 + channel * 1.7);
    }

    private static String decimal(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
