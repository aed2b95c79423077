package io.stackwatch.simulator.conform;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a script: the rule with its clause and evidence, the same in Chinese, what is needed, and the steps
 * (docs/recipes/check-a-logger-or-a-platform.md). Says everything that is wrong, with its line. Pure.
 */
final class CaseReader {

    private static final String RULE =
            "rule: <one sentence> | <edition and clause> | verified, secondary, field or inference";

    private final String file;
    private final Side side;
    private final KitEdition edition;
    private final List<CaseProblem> problems = new ArrayList<>();

    private Optional<Rule> rule = Optional.empty();
    private String chinese = "";
    private Optional<Chapter> chapter = Optional.empty();
    private Optional<Rule.Grade> grade = Optional.empty();
    private Station.Profile profile = Station.Profile.PLAIN;
    private final Set<Need> needs = EnumSet.noneOf(Need.class);
    private final List<Step> steps = new ArrayList<>();

    private CaseReader(String file, Side side, KitEdition edition) {
        this.file = file;
        this.side = side;
        this.edition = edition;
    }

    /** The case in a script; refuses one in which anything is wrong. */
    static ConformanceCase read(String file, Side side, KitEdition edition, String text) throws CaseRefused {
        return new CaseReader(file, side, edition).read(text.lines().toList());
    }

    private ConformanceCase read(List<String> lines) throws CaseRefused {
        for (int i = 0; i < lines.size(); i++) {
            line(i + 1, lines.get(i).strip());
        }
        if (rule.isPresent()) {
            if (chinese.isEmpty()) {
                problems.add(new CaseProblem(file, 2, "zh: <the rule in Chinese>", "none"));
            }
            if (chapter.isEmpty()) {
                problems.add(new CaseProblem(file, 3, "chapter: <one of the chapters>", "none"));
            }
            if (steps.isEmpty()) {
                problems.add(new CaseProblem(file, lines.size(), "steps", "none"));
            }
        }
        if (!problems.isEmpty()) {
            throw new CaseRefused(problems);
        }
        Rule read = rule.orElseThrow();
        boolean sure = read.evidence() == Rule.Evidence.VERIFIED || read.evidence() == Rule.Evidence.SECONDARY;
        return new ConformanceCase(
                edition.label() + "/" + file.substring(0, file.lastIndexOf('.')),
                side,
                edition,
                new Rule(read.english(), chinese, read.clause(), read.evidence()),
                chapter.orElseThrow(),
                grade.orElse(sure ? Rule.Grade.SHALL : Rule.Grade.SHOULD),
                profile,
                needs,
                steps);
    }

    private void line(int number, String line) {
        if (number == 1) {
            rule(line);
        } else if (!line.isEmpty() && !line.startsWith("#")) {
            int colon = line.indexOf(": ");
            String key = colon > 0 ? line.substring(0, colon) : "";
            String value = colon > 0 ? line.substring(colon + 2).strip() : "";
            switch (key) {
                case "zh" -> chinese = value;
                case "chapter" -> {
                    chapter = Chapter.of(value);
                    wanted(number, "one of the chapters", value, chapter);
                }
                case "grade" -> {
                    grade = grade(value);
                    wanted(number, "shall or should", value, grade);
                }
                case "station" -> {
                    Optional<Station.Profile> found = Station.Profile.of(value);
                    wanted(number, "plain, modbus or printed", value, found);
                    profile = found.orElse(profile);
                }
                case "needs" -> {
                    for (String word : value.split("[ ,]+", -1)) {
                        Optional<Need> need = Need.of(word);
                        wanted(number, "one of the needs", word, need);
                        need.ifPresent(needs::add);
                    }
                }
                default -> step(number, line);
            }
        }
    }

    private void rule(String line) {
        String[] parts =
                line.startsWith("rule: ") ? line.substring("rule: ".length()).split("\\|", -1) : new String[0];
        Optional<Rule.Evidence> evidence = parts.length == 3 ? Rule.Evidence.of(parts[2].strip()) : Optional.empty();
        if (evidence.isEmpty() || parts[0].isBlank() || parts[1].isBlank()) {
            problems.add(new CaseProblem(file, 1, RULE, "'" + line + "'"));
        } else {
            rule = Optional.of(new Rule(parts[0].strip(), "", parts[1].strip(), evidence.get()));
        }
    }

    private void step(int number, String line) {
        try {
            steps.add(StepReader.read(side, number, line));
        } catch (StepReader.NotAStep e) {
            problems.add(new CaseProblem(file, number, e.expected(), "'" + e.found() + "'"));
        }
    }

    private void wanted(int number, String expected, String found, Optional<?> value) {
        if (value.isEmpty()) {
            problems.add(new CaseProblem(file, number, expected, "'" + found + "'"));
        }
    }

    private static Optional<Rule.Grade> grade(String word) {
        return switch (word) {
            case "shall" -> Optional.of(Rule.Grade.SHALL);
            case "should" -> Optional.of(Rule.Grade.SHOULD);
            default -> Optional.empty();
        };
    }
}
