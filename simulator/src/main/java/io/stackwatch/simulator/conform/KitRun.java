package io.stackwatch.simulator.conform;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Plays many cases against one platform or one logger; several at once as far as there are stations for them. */
public final class KitRun {

    private final KitOptions options;
    private final Set<Need> has;
    private final StationPool stations;
    private final CaseRunner runner;

    /**
     * A run.
     *
     * @param options how the cases are played
     * @param stations the stations that the other side knows, or the logger
     * @param has what can be taken for granted
     * @param lines where connections come from
     * @param orders how the platform is made to ask
     */
    public KitRun(KitOptions options, List<Station> stations, Set<Need> has, Lines lines, Orders orders, Clock clock) {
        this.options = options;
        this.has = Set.copyOf(has);
        this.stations = new StationPool(stations);
        this.runner = new CaseRunner(options, lines, orders, clock, System::nanoTime);
    }

    /** Plays the cases and returns their results in the same order; each is shown as soon as it is there. */
    public List<CaseResult> play(List<ConformanceCase> cases, Consumer<CaseResult> show) throws InterruptedException {
        ExecutorService players = Executors.newFixedThreadPool(options.parallel());
        try {
            List<Future<CaseResult>> playing = new ArrayList<>();
            for (ConformanceCase each : cases) {
                playing.add(players.submit(() -> play(each)));
            }
            List<CaseResult> results = new ArrayList<>();
            for (Future<CaseResult> each : playing) {
                CaseResult result = each.get();
                results.add(result);
                show.accept(result);
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a case could not be played", e.getCause());
        } finally {
            players.shutdownNow();
        }
    }

    private CaseResult play(ConformanceCase played) throws InterruptedException {
        Optional<String> lacks = lacks(played);
        if (lacks.isPresent()) {
            return CaseResult.notRun(played, lacks.get());
        }
        Casting casting = stations.lend(played);
        try {
            return runner.play(played, casting);
        } finally {
            stations.giveBack(casting);
        }
    }

    private Optional<String> lacks(ConformanceCase played) {
        String missing = played.needs().stream()
                .filter(need -> !has.contains(need))
                .sorted()
                .map(need -> need.word() + ": " + need.words())
                .collect(Collectors.joining("; "));
        return missing.isEmpty() ? stations.lacks(played) : Optional.of("needs " + missing);
    }
}
