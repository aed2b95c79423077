package io.stackwatch.simulator.conform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one step of a script. Pure. */
final class StepReader {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m)");
    private static final Pattern SEND = Pattern.compile("(?:\\[([^\\]]*)] )?(.*)");
    private static final String A_DURATION = "a duration such as 300ms, 5s or 2m";

    private final Side side;
    private final int line;
    private final String text;

    private StepReader(Side side, int line, String text) {
        this.side = side;
        this.line = line;
        this.text = text;
    }

    /** The step that a line means. */
    static Step read(Side side, int line, String text) throws NotAStep {
        String malformed = Variables.malformed(
                text.replace("${fit}", "").replace("${pad}", "").replace("${key}", ""));
        if (!malformed.isEmpty()) {
            throw new NotAStep("a variable such as ${mn} or ${hour-1h}", malformed);
        }
        return new StepReader(side, line, text).step();
    }

    private Step step() throws NotAStep {
        int blank = text.indexOf(' ');
        String verb = blank < 0 ? text : text.substring(0, blank);
        String rest = blank < 0 ? "" : text.substring(blank + 1).strip();
        List<String> words = rest.isEmpty() ? List.of() : List.of(rest.split(" +", -1));
        return switch (verb) {
            case "connect", "await-connection" -> connect(verb, words);
            case "use" -> new Step.Use(line, text, one(words, "the name of a connection"));
            case "close" -> end(words, Step.End.Manner.CLOSE);
            case "reset" -> end(words, Step.End.Manner.RESET);
            case "half-close" -> end(words, Step.End.Manner.HALF_CLOSE);
            case "send" -> send(rest);
            case "send-raw" -> new Step.SendRaw(line, text, present(rest, "bytes"));
            case "repeat" -> bare(words, new Step.Repeat(line, text));
            case "fence" -> bare(words, new Step.Fence(line, text));
            case "well-formed" -> bare(words, new Step.WellFormed(line, text));
            case "flagged" -> bare(words, new Step.Flagged(line, text));
            case "forget" -> bare(words, new Step.Forget(line, text));
            case "away" -> new Step.Away(line, text, duration(one(words, A_DURATION)));
            case "silence" -> new Step.Silence(line, text, duration(one(words, A_DURATION)));
            case "pause" -> new Step.Pause(line, text, duration(one(words, A_DURATION)));
            case "expect-closed" -> new Step.Closed(line, text, within(words));
            case "again" -> new Step.Again(line, text, true, within(words));
            case "not-again" -> new Step.Again(line, text, false, within(words));
            case "answers" -> new Step.Answers(line, text, onOrOff(one(words, "on or off")));
            case "capture" -> capture(words);
            case "order" -> order(words, rest);
            case "expect", "never" -> expectation(verb, words);
            default -> throw new NotAStep("a step", verb);
        };
    }

    private Step connect(String verb, List<String> words) throws NotAStep {
        if (verb.equals("connect") != (side == Side.SERVER)) {
            throw new NotAStep(side == Side.SERVER ? "connect" : "await-connection", verb);
        }
        boolean named = !words.isEmpty() && !words.get(0).equals("within");
        List<String> behind = named ? words.subList(1, words.size()) : words;
        return new Step.Connect(
                line,
                text,
                named ? words.get(0) : "a",
                behind.isEmpty() ? Optional.empty() : Optional.of(within(behind)));
    }

    private Step end(List<String> words, Step.End.Manner manner) throws NotAStep {
        return bare(words, new Step.End(line, text, manner));
    }

    private Step send(String rest) throws NotAStep {
        Matcher form = SEND.matcher(present(rest, "a data segment"));
        if (!form.matches() || form.group(2).isEmpty() || form.group(2).startsWith("##")) {
            throw new NotAStep("a data segment; ## and length are computed", rest);
        }
        String options = form.group(1) == null ? "" : form.group(1);
        return new Step.Send(line, text, SendPlanReader.read(options), form.group(2));
    }

    private Step capture(List<String> words) throws NotAStep {
        if (words.size() != 2 || !words.get(0).matches("[a-z][a-z0-9]*")) {
            throw new NotAStep("capture <name> <field>", text);
        }
        return new Step.Capture(line, text, words.get(0), words.get(1));
    }

    private Step order(List<String> words, String rest) throws NotAStep {
        if (words.isEmpty() || !words.get(0).matches("\\d{4}")) {
            throw new NotAStep("order <command> [content]", text);
        }
        return new Step.Order(
                line, text, Integer.parseInt(words.get(0)), rest.substring(4).strip());
    }

    private Step expectation(String verb, List<String> words) throws NotAStep {
        Set<Integer> commands = new LinkedHashSet<>();
        Optional<String> reference = Optional.empty();
        Optional<Duration> within = Optional.empty();
        List<FieldTest> where = new ArrayList<>();
        List<FieldTest> with = new ArrayList<>();
        boolean next = !words.isEmpty() && words.get(0).equals("next");
        int at = next ? 1 : 0;
        if (at < words.size() && words.get(at).matches("\\d{4}(\\|\\d{4})*")) {
            for (String command : words.get(at).split("\\|", -1)) {
                commands.add(Integer.valueOf(command));
            }
            at++;
        } else if (at < words.size() && words.get(at).equals("any")) {
            at++;
        } else {
            throw new NotAStep("a command such as 9014, commands such as 2051|2061, or any", text);
        }
        List<FieldTest> tests = with;
        for (; at < words.size(); at++) {
            String word = words.get(at);
            switch (word) {
                case "for" -> reference = Optional.of(word(words, ++at, "a QN"));
                case "within" -> within = Optional.of(duration(word(words, ++at, A_DURATION)));
                case "where" -> tests = where;
                case "with" -> tests = with;
                default ->
                    tests.add(FieldTest.of(word)
                            .orElseThrow(() -> new NotAStep("a test such as MN=x, QN~x, CP.x:hour, !RF", word)));
            }
        }
        Expectation expectation = new Expectation(next, commands, reference, where, with);
        if (verb.equals("expect")) {
            return new Step.Expect(line, text, expectation, within);
        }
        if (!with.isEmpty() || next) {
            throw new NotAStep("never <command> [for <qn>] [where <tests>] within <duration>", text);
        }
        return new Step.Never(
                line, text, expectation, within.orElseThrow(() -> new NotAStep("within <duration>", text)));
    }

    private Duration within(List<String> words) throws NotAStep {
        if (words.size() != 2 || !words.get(0).equals("within")) {
            throw new NotAStep("within <duration>", text);
        }
        return duration(words.get(1));
    }

    private static String word(List<String> words, int at, String expected) throws NotAStep {
        if (at >= words.size()) {
            throw new NotAStep(expected, "the end of the line");
        }
        return words.get(at);
    }

    private static String one(List<String> words, String expected) throws NotAStep {
        if (words.size() != 1) {
            throw new NotAStep(expected, String.join(" ", words));
        }
        return words.get(0);
    }

    private static String present(String rest, String expected) throws NotAStep {
        if (rest.isEmpty()) {
            throw new NotAStep(expected, "the end of the line");
        }
        return rest;
    }

    private static Step bare(List<String> words, Step step) throws NotAStep {
        if (!words.isEmpty()) {
            throw new NotAStep("the end of the line", words.get(0));
        }
        return step;
    }

    private static boolean onOrOff(String word) throws NotAStep {
        if (!Arrays.asList("on", "off").contains(word)) {
            throw new NotAStep("on or off", word);
        }
        return word.equals("on");
    }

    static Duration duration(String word) throws NotAStep {
        Matcher form = DURATION.matcher(word);
        if (!form.matches()) {
            throw new NotAStep(A_DURATION, word);
        }
        long count = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            default -> Duration.ofMinutes(count);
        };
    }

    /** A line that is no step; the reader of the case adds file and line. */
    static final class NotAStep extends Exception {

        private static final long serialVersionUID = 1L;

        private final String expected;
        private final String found;

        NotAStep(String expected, String found) {
            super("expected " + expected + ", found '" + found + "'", null, false, false);
            this.expected = expected;
            this.found = found;
        }

        String expected() {
            return expected;
        }

        String found() {
            return found;
        }
    }
}
