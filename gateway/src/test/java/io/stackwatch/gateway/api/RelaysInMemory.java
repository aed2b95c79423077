package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.DownlinkEvent;
import io.stackwatch.gateway.records.RelayAct;
import io.stackwatch.gateway.records.RelayFigures;
import io.stackwatch.gateway.records.RelayHour;
import io.stackwatch.gateway.records.RelayRefusal;
import io.stackwatch.gateway.records.RelayReport;
import io.stackwatch.gateway.relay.Reconciliation;
import io.stackwatch.gateway.relay.RelayDesk;
import io.stackwatch.gateway.relay.RelayFile;
import io.stackwatch.gateway.relay.RelayStatus;
import io.stackwatch.gateway.relay.target.Control;
import io.stackwatch.gateway.relay.target.Delivery;
import io.stackwatch.gateway.relay.target.NewIdentity;
import io.stackwatch.gateway.relay.target.PlatformKind;
import io.stackwatch.gateway.relay.target.RelayTarget;
import io.stackwatch.gateway.relay.target.Rewriting;
import io.stackwatch.gateway.relay.target.TargetName;
import io.stackwatch.gateway.relay.target.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One relay, {@code province}, that rewrites, with three hours of 2026-11-23. */
final class RelaysInMemory implements RelayDesk {

    static final LocalDate DAY = LocalDate.parse("2026-11-23");
    static final Instant HOUR = Instant.parse("2026-11-23T01:00:00Z");
    private static final TargetName PROVINCE = new TargetName("province");
    private static final Mn STATION = new Mn("3715020000000001");

    final List<RelayAct> acts = new ArrayList<>();
    private final List<RelayHour> hours = List.of(
            new RelayHour(STATION, HOUR, new RelayFigures(60, 0, 60, 59, 0, 1, 0), Optional.of(0L)),
            new RelayHour(new Mn("A,\"1"), HOUR, new RelayFigures(60, 2, 50, 40, 10, 0, 1), Optional.empty()),
            new RelayHour(STATION, HOUR.plusSeconds(3_600), new RelayFigures(60, 0, 0, 0, 0, 0, 0), Optional.of(60L)));

    @Override
    public List<RelayStatus> statuses() {
        return List.of(status());
    }

    private static RelayStatus status() {
        RelayTarget target = new RelayTarget(
                PROVINCE,
                PlatformKind.PROVINCE,
                "10.0.0.1",
                9001,
                RelayTarget.Start.NOW,
                Wanted.everything(),
                Optional.of(new Rewriting(
                        Map.of(STATION, new NewIdentity("P1", Optional.of("hush12"))),
                        Optional.empty(),
                        Map.of(),
                        false,
                        1024)),
                Control.none(),
                Delivery.usual());
        return new RelayStatus(
                target,
                RelayStatus.Condition.AWAY,
                HOUR,
                false,
                17,
                3,
                Duration.ofSeconds(90),
                2,
                0,
                new RelayStatus.Counts(5, 4, 1, 2, 0, 1, 0, 0, 0, 0, 1, 7, 1, Map.of("OTHER_COMMAND", 9L)),
                Optional.of("no connection: ConnectException"));
    }

    @Override
    public Optional<RelayFile> file(TargetName name) {
        return name.equals(PROVINCE)
                ? Optional.of(new RelayFile(
                        status(),
                        1,
                        1,
                        List.of(new RelayRefusal(STATION, "TOO_LONG", 1, 12, 12)),
                        acts,
                        List.of(new DownlinkEvent(
                                1, 1, "province", STATION, 1012, "20261123090000000", "NOT_CONTROLLING", HOUR, "…"))))
                : Optional.empty();
    }

    @Override
    public Optional<Reconciliation> reconciliation(
            TargetName name, LocalDate day, Optional<RelayHour.Key> after, int limit) {
        if (!name.equals(PROVINCE)) {
            return Optional.empty();
        }
        List<RelayHour> all = day.equals(DAY) ? hours : List.of();
        int from = after.map(key -> indexOf(key) + 1).orElse(0);
        RelayFigures sum = all.stream().map(RelayHour::figures).reduce(RelayFigures.none(), RelayFigures::plus);
        return Optional.of(new Reconciliation(
                day,
                sum,
                day.equals(DAY) ? Optional.of(new RelayReport(DAY, HOUR.plusSeconds(60_000), sum)) : Optional.empty(),
                all.subList(Math.min(from, all.size()), Math.min(all.size(), from + limit))));
    }

    private int indexOf(RelayHour.Key key) {
        for (int i = 0; i < hours.size(); i++) {
            if (hours.get(i).station().equals(key.station())
                    && hours.get(i).start().equals(key.start())) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Optional<RelayAct> resend(TargetName name, String actor, String reason, Instant from, Instant until) {
        if (!name.equals(PROVINCE)) {
            return Optional.empty();
        }
        RelayAct act =
                new RelayAct(1, "province", CityFixture.NOW, actor, reason, from, until, 1, 9, 0, 0, Optional.empty());
        acts.add(act);
        return Optional.of(act);
    }
}
