package io.stackwatch.gateway.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; carries every problem found, not only the first. Nothing was started. */
public final class ConfigRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    /** A configuration with these problems; at least one. */
    public ConfigRefused(List<ConfigProblem> problems) {
        super(problems.stream().map(ConfigProblem::inWords).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order of the file. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
