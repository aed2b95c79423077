package io.stackwatch.simulator.boiler.server;

import io.stackwatch.simulator.boiler.BoilerQuantity;
import io.stackwatch.simulator.fault.Disorder;
import io.stackwatch.simulator.fault.DisorderKind;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What can be told to running boilers, a line at a time: {@link #HELP}. Times are the boilers'.
 *
 * <p>A line that cannot be carried out changes nothing and is answered with what was expected.
 */
final class BoilerCommands {

    static final String HELP =
            """
            fault <boiler> <kind> [node <node>] [for <duration>]   kinds of instruments: %s
            fault <boiler> <kind> [for <duration>] [by <duration>] kinds of boilers: %s
            fault server <kind> [for <duration>]                   kinds of the server: %s
            start                                                  switches the server on again
            heal <boiler>                                          ends the faults that were told or planned
            status | help | quit
            <boiler> is a name, or all; <node> is all (the usual), %s;
            a duration is 30s, 10m, 1h30m (default 1h), in the boilers' time; 'by' may be negative, such as -10m"""
                    .formatted(
                            String.join(" ", DisorderKind.names(DisorderKind.Scope.NODE)),
                            String.join(" ", DisorderKind.names(DisorderKind.Scope.BOILER)),
                            String.join(" ", DisorderKind.names(DisorderKind.Scope.SERVER)),
                            String.join(" ", BoilerQuantity.names()));

    private static final String SERVER = "server";
    private static final String DEFAULT_LENGTH = "1h";

    private final List<Panel> panels;
    private final Clock clock;
    private final Duration remembered;
    private final Consumer<ServerAct> server;
    private final Supplier<BoilerStatus> status;

    /** @param remembered how far back history goes: what was wrong then still counts */
    BoilerCommands(
            List<Panel> panels,
            Clock clock,
            Duration remembered,
            Consumer<ServerAct> server,
            Supplier<BoilerStatus> status) {
        this.panels = panels;
        this.clock = clock;
        this.remembered = remembered;
        this.server = server;
        this.status = status;
    }

    String carryOut(String line) {
        List<String> words = Arrays.asList(line.trim().split("\\s+", -1));
        try {
            return switch (words.get(0)) {
                case "" -> "";
                case "help" -> HELP;
                case "status" -> status.get().toString();
                case "fault" -> fault(words);
                case "start" -> start();
                case "heal" -> heal(words);
                default -> "no command '" + words.get(0) + "'; try help";
            };
        } catch (Misunderstood e) {
            return e.getMessage() + "; try help";
        }
    }

    private String fault(List<String> words) throws Misunderstood {
        String name = word(words, 1, "a boiler or 'server'");
        String kindName = word(words, 2, "a kind of fault");
        DisorderKind kind = DisorderKind.named(kindName)
                .filter(known -> (known.scope() == DisorderKind.Scope.SERVER) == name.equals(SERVER))
                .orElseThrow(() -> new Misunderstood("no fault '" + kindName + "' of '" + name + "'"));
        Instant now = clock.instant();
        Instant end = now.plus(length(words));
        Disorder disorder = new Disorder(kind, node(words), now, end, offset(words, kind));
        if (name.equals(SERVER)) {
            ServerAct.of(disorder).forEach(server);
            return kindName + " on the server until " + end;
        }
        List<Panel> meant = meant(name);
        Instant forgotten = now.minus(remembered);
        meant.forEach(panel -> panel.change(instruments -> instruments.with(disorder, forgotten)));
        return kindName + " on " + meant.size() + " boiler(s) until " + end;
    }

    private String start() {
        server.accept(new ServerAct(clock.instant(), ServerAct.Kind.START));
        return "started";
    }

    private String heal(List<String> words) throws Misunderstood {
        List<Panel> meant = meant(word(words, 1, "a boiler"));
        Instant now = clock.instant();
        meant.forEach(panel -> panel.change(instruments -> instruments.healed(now)));
        return "healed " + meant.size();
    }

    private List<Panel> meant(String name) throws Misunderstood {
        List<Panel> meant = panels.stream()
                .filter(panel -> name.equals("all") || name.equals(panel.name()))
                .toList();
        if (meant.isEmpty()) {
            throw new Misunderstood("no boiler '" + name + "'");
        }
        return meant;
    }

    private static String node(List<String> words) throws Misunderstood {
        String node = option(words, "node").orElse(Disorder.ALL_NODES);
        if (!node.equals(Disorder.ALL_NODES) && BoilerQuantity.named(node).isEmpty()) {
            throw new Misunderstood("no node '" + node + "'");
        }
        return node;
    }

    private static Duration length(List<String> words) throws Misunderstood {
        String text = option(words, "for").orElse(DEFAULT_LENGTH);
        Duration length = duration(text);
        if (length.isZero() || length.isNegative()) {
            throw new Misunderstood("no duration '" + text + "'");
        }
        return length;
    }

    private static Duration offset(List<String> words, DisorderKind kind) throws Misunderstood {
        if (kind != DisorderKind.CLOCK_OFF) {
            return Duration.ZERO;
        }
        Optional<String> by = option(words, "by");
        Duration offset = by.isPresent() ? duration(by.get()) : Disorder.USUAL_OFFSET;
        if (offset.abs().compareTo(Disorder.LARGEST_OFFSET) > 0) {
            throw new Misunderstood("a clock is at most 24h off");
        }
        return offset;
    }

    /** The minus is in front of all of it: {@code -1h30m}. */
    private static Duration duration(String text) throws Misunderstood {
        boolean negative = text.startsWith("-");
        String length = negative ? text.substring(1) : text;
        try {
            Duration duration = Duration.parse("PT" + length.toUpperCase(Locale.ROOT));
            return negative ? duration.negated() : duration;
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

    /** A line that makes no sense; the message says what was expected. */
    private static final class Misunderstood extends Exception {
        private static final long serialVersionUID = 1L;

        Misunderstood(String message) {
            super(message);
        }
    }
}
