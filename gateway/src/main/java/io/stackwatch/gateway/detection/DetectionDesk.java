package io.stackwatch.gateway.detection;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.EpisodeDecision;
import io.stackwatch.core.alarm.LooksUnmeasured;
import io.stackwatch.core.alarm.SightCase;
import io.stackwatch.core.alarm.SightEpisodes;
import io.stackwatch.core.alarm.SuspicionCase;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.integrity.DetectorTable;
import io.stackwatch.core.integrity.Detectors;
import io.stackwatch.core.integrity.Opinion;
import io.stackwatch.core.integrity.OutletWindow;
import io.stackwatch.core.integrity.Shown;
import io.stackwatch.core.integrity.Suspicion;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.AlarmChanges;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.DetectionRecords;
import io.stackwatch.gateway.records.DetectionRow;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.FindingRow;
import io.stackwatch.gateway.records.OutletDay;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Has the detectors of windows examine a day of an outlet, and keeps what they answer, all of them, with an alarm for what no other
 * alarm is about (decision record 0044). The window is read and examined before the transaction that writes: figures that came
 * meanwhile are those of the next version. For several threads.
 */
public final class DetectionDesk implements Examinations {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int FIGURES = 48;

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final RuleParameters parameters;
    private final EventSignal signal;
    private final Detectors detectors;
    private final DetectorTable table = DetectorTable.load();
    private final LooksUnmeasured rule;
    private final SightEpisodes episodes = new SightEpisodes();

    public DetectionDesk(
            RecordStore store,
            Supplier<RegistrySnapshot> registry,
            RuleParameters parameters,
            FlagTable flags,
            EventSignal signal) {
        this.store = store;
        this.registry = registry;
        this.parameters = parameters;
        this.signal = signal;
        this.detectors = Detectors.load(parameters, flags);
        this.rule = new LooksUnmeasured(parameters);
    }

    /** Examines a day, whether it was examined before or not; empty if the outlet was not registered then. */
    public Optional<DetectionRow> examine(OutletDay day, Instant now) {
        Duration lookBack = detectors.lookBack(day.window().start());
        Optional<OutletWindow> window =
                store.read(handle -> new StoredWindows(registry.get()).of(handle, day, lookBack));
        if (window.isEmpty()) {
            return Optional.empty();
        }
        List<Detectors.Answer> answers = detectors.examine(window.get());
        List<DetectionRow> kept = new ArrayList<>(1);
        store.write(handle -> {
                    kept.clear();
                    Findings findings = findings(handle, day, answers, now);
                    DetectionRow row = new DetectionRow(
                            day,
                            DetectionRecords.version(handle, day) + 1,
                            now,
                            window.get().hours().size(),
                            answers.stream().map(DetectionDesk::line).toList(),
                            findings.rows());
                    DetectionRecords.add(handle, row);
                    kept.add(row);
                    return AlarmChanges.keep(
                            handle, findings.decisions(), parameters.duration("notice.backlog-older-than", now), now);
                })
                .ifPresent(signal::committed);
        return Optional.of(kept.get(0));
    }

    @Override
    public List<DetectionRow> examined(OutletId outlet, LocalDate first, LocalDate last) {
        return store.read(handle -> DetectionRecords.of(handle, outlet, first, last));
    }

    private record Findings(List<FindingRow> rows, List<EpisodeDecision> decisions) {}

    private Findings findings(Handle handle, OutletDay day, List<Detectors.Answer> answers, Instant now) {
        List<Suspicion> suspicions = answers.stream()
                .flatMap(answer -> answer.opinion()
                        .match(suspects -> suspects.suspicions().stream(), nothing -> none(), cannot -> none()))
                .toList();
        List<Alarm> about = AlarmRecords.activeOrSince(
                handle, List.of(day.outlet()), day.window().start());
        Map<FactorCode, List<SuspicionCase.Found>> left = new TreeMap<>();
        about.stream()
                .filter(alarm -> alarm.active() && alarm.key().type().equals(AlarmType.SUSPECT))
                .forEach(alarm -> left.put(alarm.key().factor(), new ArrayList<>()));
        List<FindingRow> rows = new ArrayList<>();
        for (Suspicion suspicion : suspicions) {
            Optional<Alarm> known = known(about, suspicion);
            if (known.isEmpty()) {
                left.computeIfAbsent(suspicion.factor(), factor -> new ArrayList<>())
                        .add(new SuspicionCase.Found(
                                suspicion,
                                AlarmLevel.valueOf(
                                        table.of(suspicion.detector()).level())));
            }
            rows.add(row(
                    suspicion,
                    known.or(() -> standing(about, suspicion.factor()))
                            .map(Alarm::id)
                            .orElseGet(() -> AlarmId.of(key(day, suspicion.factor())))));
        }
        List<EpisodeDecision> decisions = new ArrayList<>();
        left.forEach((factor, found) -> {
            EpisodeDecision decision = decide(handle, day, factor, found, standing(about, factor), now);
            if (decision.kind() != EpisodeDecision.Kind.NOTHING_NEW) {
                decisions.add(decision);
            }
        });
        return new Findings(rows, decisions);
    }

    private EpisodeDecision decide(
            Handle handle,
            OutletDay day,
            FactorCode factor,
            List<SuspicionCase.Found> found,
            Optional<Alarm> standing,
            Instant now) {
        AlarmKey key = key(day, factor);
        Instant lastHour = day.window().end().minus(HOUR);
        SuspicionCase facts = new SuspicionCase(found, day.window().end(), standing.map(Alarm::lastHour));
        return episodes.decideAsSaid(new SightCase(
                key, rule.see(facts), lastHour, standing.or(() -> AlarmRecords.find(handle, AlarmId.of(key))), now));
    }

    /** The alarm of the catalogue about the same matter, factor and time: one matter has one alarm. */
    private Optional<Alarm> known(List<Alarm> about, Suspicion suspicion) {
        String type = table.of(suspicion.detector()).alarm();
        return about.stream()
                .filter(alarm -> alarm.key().type().code().equals(type)
                        && !alarm.key().type().equals(AlarmType.SUSPECT)
                        && alarm.key().factor().equals(suspicion.factor())
                        && alarm.firstHour().isBefore(suspicion.window().end())
                        && !alarm.lastHour()
                                .plus(HOUR)
                                .isBefore(suspicion.window().start()))
                .findFirst();
    }

    private static Optional<Alarm> standing(List<Alarm> about, FactorCode factor) {
        return about.stream()
                .filter(alarm -> alarm.active()
                        && alarm.key().type().equals(AlarmType.SUSPECT)
                        && alarm.key().factor().equals(factor))
                .findFirst();
    }

    private static AlarmKey key(OutletDay day, FactorCode factor) {
        return new AlarmKey(
                day.outlet(), factor, AlarmType.SUSPECT, day.window().start());
    }

    private static FindingRow row(Suspicion suspicion, AlarmId alarm) {
        List<Shown> values = suspicion.values();
        return new FindingRow(
                suspicion.detector(),
                suspicion.factor(),
                suspicion.window(),
                suspicion.words(),
                values.subList(Math.max(0, values.size() - FIGURES), values.size()).stream()
                        .map(DetectionDesk::line)
                        .toList(),
                values.size(),
                suspicion.parameters().stream()
                        .map(used -> used.name() + "=" + used.value())
                        .toList(),
                alarm.value());
    }

    private static String line(Shown shown) {
        return String.join(
                "\t",
                shown.hour().outlet().value(),
                shown.hour().factor().value(),
                shown.hour().start().toString(),
                shown.value().toPlainString(),
                String.valueOf(shown.evidence().sequence()));
    }

    private static String line(Detectors.Answer answer) {
        return answer.detector() + "\t"
                + answer.opinion()
                        .match(
                                suspects -> "SUSPECTS\t" + suspects.suspicions().size() + "\t",
                                nothing -> "NOTHING_FOUND\t" + nothing.looked() + "\t",
                                DetectionDesk::cannot);
    }

    private static String cannot(Opinion.CannotSay cannot) {
        return "CANNOT_SAY\t" + cannot.why() + "\t" + cannot.detail().replaceAll("\\p{Cntrl}", " ");
    }

    private static Stream<Suspicion> none() {
        return Stream.empty();
    }
}
