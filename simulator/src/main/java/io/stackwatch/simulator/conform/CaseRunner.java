package io.stackwatch.simulator.conform;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Plays one case from its first step to the first that is not met. Safe for use by several threads. */
final class CaseRunner {

    private final KitOptions options;
    private final Lines lines;
    private final Orders orders;
    private final QnSource numbers;
    private final LongSupplier nanos;

    CaseRunner(KitOptions options, Lines lines, Orders orders, Clock clock, LongSupplier nanos) {
        this.options = options;
        this.lines = lines;
        this.orders = orders;
        this.numbers = new QnSource(clock);
        this.nanos = nanos;
    }

    CaseResult play(ConformanceCase played, Casting casting) {
        Transcript transcript = new Transcript();
        long began = nanos.getAsLong();
        Stage stage = new Stage(played, casting, options, lines, orders, numbers, nanos, transcript);
        Verdict verdict = play(played, stage, transcript);
        return new CaseResult(played, verdict, transcript.lines(), Duration.ofNanos(nanos.getAsLong() - began));
    }

    private static Verdict play(ConformanceCase played, Stage stage, Transcript transcript) {
        Step at = played.steps().get(0);
        try {
            for (Step step : played.steps()) {
                at = step;
                Optional<Mismatch> mismatch = step.play(stage);
                if (mismatch.isPresent()) {
                    return broken(step, mismatch.get());
                }
            }
            return stage.end()
                    .<Verdict>map(
                            mismatch -> new Verdict.Broken(0, "end of the case", mismatch.expected(), mismatch.seen()))
                    .orElseGet(Verdict.Kept::new);
        } catch (IOException e) {
            return broken(at, new Mismatch("the connection holds", String.valueOf(e.getMessage())));
        } catch (IllegalStateException e) {
            // the script's fault, for which nobody else is blamed
            return new Verdict.NotRun("line " + at.line() + " of the script cannot be played: " + e.getMessage());
        } finally {
            try {
                stage.leave();
            } catch (IOException e) {
                transcript.note("closing: " + e.getMessage());
            }
        }
    }

    private static Verdict broken(Step step, Mismatch mismatch) {
        return new Verdict.Broken(step.line(), step.text(), mismatch.expected(), mismatch.seen());
    }
}
