package io.stackwatch.simulator.conform;

import java.util.List;
import java.util.stream.Collectors;

/** Scripts that cannot be played; carries everything that was found wrong. */
public final class CaseRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<CaseProblem> problems;

    CaseRefused(List<CaseProblem> problems) {
        super(problems.stream().map(CaseProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<CaseProblem> problems() {
        return problems;
    }
}
