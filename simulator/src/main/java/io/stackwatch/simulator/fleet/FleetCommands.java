package io.stackwatch.simulator.fleet;

import io.stackwatch.simulator.fault.FaultKind;
import io.stackwatch.simulator.fault.Lapse;
import io.stackwatch.simulator.fault.LapseKind;
import io.stackwatch.simulator.fault.Strike;
import io.stackwatch.simulator.plant.Episode;
import io.stackwatch.simulator.plant.Quantity;
import io.stackwatch.simulator.scenario.Window;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What can be told to a running fleet, a line at a time: {@link #HELP}. Times are the fleet's.
 *
 * <p>A line that cannot be carried out changes nothing and is answered with what was expected.
 */
final class FleetCommands {

    static final String HELP =
            """
            fault <logger> <kind> [for <duration>] [every <n>]   kinds on the wire: %s
            fault <logger> <kind> [for <duration>] [every <n>] [pause <duration>] [code <n>]
                                                                 kinds in answering and encrypting: %s
            heal <logger>                                        ends the faults that were told or planned
            episode <logger> <pm|so2|nox> <times> [for <duration>]
            cut <logger> [for <duration>]                        takes the network away
            status | help | quit
            <logger> is an MN, a name, or all; a duration is 30s, 10m, 1h30m (default 1h), in the fleet's time"""
                    .formatted(String.join(" ", FaultKind.names()), String.join(" ", LapseKind.names()));

    private static final String DEFAULT_LENGTH = "1h";

    private final List<FleetLogger> loggers;
    private final Clock clock;
    private final Supplier<FleetStatus> status;

    FleetCommands(List<FleetLogger> loggers, Clock clock, Supplier<FleetStatus> status) {
        this.loggers = loggers;
        this.clock = clock;
        this.status = status;
    }

    String carryOut(String line) {
        List<String> words = Arrays.asList(line.trim().split("\\s+"));
        try {
            return switch (words.get(0)) {
                case "" -> "";
                case "help" -> HELP;
                case "status" -> status.get().toString();
                case "fault" -> fault(words);
                case "heal" -> heal(words);
                case "episode" -> episode(words);
                case "cut" -> cut(words);
                default -> "no command '" + words.get(0) + "'; try help";
            };
        } catch (Misunderstood e) {
            return e.getMessage() + "; try help";
        }
    }

    private String fault(List<String> words) throws Misunderstood {
        List<FleetLogger> meant = meant(words);
        String name = word(words, 2, "a kind of fault");
        Window window = window(words);
        int every = whole(option(words, "every").orElse("1"));
        Optional<FaultKind> kind = FaultKind.named(name);
        if (kind.isPresent()) {
            meant.forEach(logger -> logger.strike(new Strike(kind.get(), window.from(), window.to(), every)));
        } else {
            Lapse lapse = lapse(words, name, window, every);
            meant.forEach(logger -> logger.lapse(lapse));
        }
        return told(name, meant, window);
    }

    private static Lapse lapse(List<String> words, String name, Window window, int every) throws Misunderstood {
        LapseKind kind = LapseKind.named(name).orElseThrow(() -> new Misunderstood("no fault '" + name + "'"));
        Optional<String> pause = option(words, "pause");
        Duration length = pause.isPresent() ? duration(pause.get()) : Lapse.USUAL_PAUSE;
        int code = whole(option(words, "code").orElse("" + Lapse.USUAL_CODE));
        if (length.isNegative() || code > 999) {
            throw new Misunderstood("no pause below zero and no code above 999");
        }
        return new Lapse(kind, window.from(), window.to(), every, length, code);
    }

    private String heal(List<String> words) throws Misunderstood {
        List<FleetLogger> meant = meant(words);
        meant.forEach(FleetLogger::heal);
        return "healed " + meant.size();
    }

    private String episode(List<String> words) throws Misunderstood {
        List<FleetLogger> meant = meant(words);
        Quantity quantity = Quantity.named(word(words, 2, "pm, so2 or nox"))
                .filter(Quantity::isPollutant)
                .orElseThrow(() -> new Misunderstood("no pollutant '" + words.get(2) + "'"));
        double times = number(word(words, 3, "a number"));
        Window window = window(words);
        meant.forEach(logger -> logger.episode(new Episode(quantity, times, window.from(), window.to())));
        return told(quantity.scenarioName() + " x " + times, meant, window);
    }

    private String cut(List<String> words) throws Misunderstood {
        List<FleetLogger> meant = meant(words);
        Window window = window(words);
        meant.forEach(logger -> logger.planCut(window));
        return told("cut", meant, window);
    }

    private List<FleetLogger> meant(List<String> words) throws Misunderstood {
        String name = word(words, 1, "a logger");
        List<FleetLogger> meant = loggers.stream()
                .filter(logger -> name.equals("all")
                        || name.equals(logger.plan().name())
                        || name.equals(logger.plan().identity().mn().value()))
                .toList();
        if (meant.isEmpty()) {
            throw new Misunderstood("no logger '" + name + "'");
        }
        return meant;
    }

    private Window window(List<String> words) throws Misunderstood {
        String length = option(words, "for").orElse(DEFAULT_LENGTH);
        Duration duration = duration(length);
        if (duration.isZero() || duration.isNegative()) {
            throw new Misunderstood("no duration '" + length + "'");
        }
        Instant now = clock.instant();
        return new Window(now, now.plus(duration));
    }

    private static Duration duration(String text) throws Misunderstood {
        try {
            return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeException e) {
            throw new Misunderstood("no duration '" + text + "'");
        }
    }

    private static Optional<String> option(List<String> words, String name) {
        int at = words.indexOf(name);
        return at < 0 || at + 1 >= words.size() ? Optional.empty() : Optional.of(words.get(at + 1));
    }

    private static String word(List<String> words, int index, String expected) throws Misunderstood {
        if (index >= words.size()) {
            throw new Misunderstood("expected " + expected);
        }
        return words.get(index);
    }

    private static int whole(String text) throws Misunderstood {
        try {
            return Math.max(1, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new Misunderstood("no whole number '" + text + "'");
        }
    }

    private static double number(String text) throws Misunderstood {
        try {
            double value = Double.parseDouble(text);
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // answered below, as a number that is not above zero is
        }
        throw new Misunderstood("no number above 0: '" + text + "'");
    }

    private static String told(String what, List<FleetLogger> meant, Window window) {
        return what + " on " + meant.size() + " logger(s) until " + window.to();
    }

    /** A line that makes no sense; the message says what was expected. */
    private static final class Misunderstood extends Exception {
        private static final long serialVersionUID = 1L;

        Misunderstood(String message) {
            super(message);
        }
    }
}
