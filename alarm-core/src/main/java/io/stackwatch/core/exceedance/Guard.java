package io.stackwatch.core.exceedance;

import io.stackwatch.core.exceedance.Verdict.NotJudged;
import java.util.Optional;
import java.util.function.Function;

/**
 * One reason not to judge an hour, as a named value.
 *
 * @param name of the rule
 * @param clause what it implements
 * @param stop the reason, if it applies
 */
record Guard(String name, String clause, Function<Hearing, Optional<NotJudged>> stop) {}
