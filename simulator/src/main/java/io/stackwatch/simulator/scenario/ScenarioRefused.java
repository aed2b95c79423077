package io.stackwatch.simulator.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario file that cannot be used; carries everything that was found wrong. */
public final class ScenarioRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<ScenarioProblem> problems;

    ScenarioRefused(List<ScenarioProblem> problems) {
        super(problems.stream().map(ScenarioProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    ScenarioRefused(ScenarioProblem problem) {
        this(List.of(problem));
    }

    /** At least one. */
    public List<ScenarioProblem> problems() {
        return problems;
    }
}
