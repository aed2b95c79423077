package io.stackwatch.gateway.api;

import io.stackwatch.core.alarm.AlarmEventKind;
import io.stackwatch.core.alarm.AlarmOrder;
import io.stackwatch.core.alarm.AlarmState;
import io.stackwatch.core.alarm.Attention;
import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Verification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small city: a boiler that exceeds, a kiln that is silent, a smelter that behaves. */
final class CityFixture {

    static final Instant NOW = Instant.parse("2026-11-24T06:20:10Z");
    static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");
    static final Named SO2 = new Named("a21026", "二氧化硫", Optional.of("SO2"));
    static final Named DUST = new Named("a34013", "颗粒物", Optional.of("Particulate matter"));
    static final Named NOX = new Named("a21002", "氮氧化物", Optional.of("NOx"));
    static final Named OXYGEN = new Named("a19001", "氧含量", Optional.of("Oxygen"));
    static final Named DONGCHANGFU = new Named("371502", "东昌府区", Optional.of("Dongchangfu"));
    static final Named HEAT = new Named("E-01", "聊城示范热电有限公司", Optional.of("Liaocheng Model Heat and Power"));
    static final Named BRICK = new Named("E-02", "茌平示范砖瓦厂", Optional.of("Chiping Model Brickworks"));
    static final Named STEEL = new Named("E-03", "临清示范钢铁有限公司", Optional.of("Linqing Model Steel"));
    static final Map<String, Named> FACTORS =
            Map.of(SO2.id(), SO2, DUST.id(), DUST, NOX.id(), NOX, OXYGEN.id(), OXYGEN);

    private CityFixture() {}

    static Named factor(FactorCode code) {
        return FACTORS.getOrDefault(code.value(), new Named(code.value(), code.value(), Optional.empty()));
    }

    static OutletView outlet(String id, Named enterprise, OutletView.State state, String level, String so2) {
        Optional<Instant> heard =
                state == OutletView.State.NEVER_HEARD ? Optional.empty() : Optional.of(NOW.minusSeconds(22));
        return new OutletView(
                new OutletId(id),
                "1号锅炉排放口",
                enterprise,
                DONGCHANGFU,
                List.of(new Mn("37150200000000000000" + id)),
                Optional.of(new Mn("PLANT-1")).filter(source -> id.equals("DA003")),
                state,
                heard,
                Optional.ofNullable(level),
                level == null ? 0 : 1,
                heard.isEmpty()
                        ? List.of()
                        : List.of(
                                latest(DUST, "2.11", "2.64", "5"),
                                latest(SO2, "24.70", so2, "35"),
                                latest(NOX, "31.2", "38.95", "50"),
                                oxygen()),
                List.of(new OutletView.Range(
                        SO2,
                        Optional.of("0"),
                        "200",
                        "mg/m3",
                        "验收 2025-07",
                        Verification.VERIFIED,
                        NOW.minusSeconds(86_400),
                        Optional.empty())));
    }

    private static OutletView.Latest latest(Named factor, String measured, String converted, String limit) {
        return new OutletView.Latest(
                factor,
                NOW.minusSeconds(22),
                Span.REALTIME,
                Optional.of(new Quantity(measured, "mg/m3")),
                Optional.of(new Quantity(converted, "mg/m3")),
                Optional.of(DataFlag.NORMAL),
                Optional.of(limit(limit)));
    }

    private static OutletView.Latest oxygen() {
        return new OutletView.Latest(
                OXYGEN,
                NOW.minusSeconds(22),
                Span.REALTIME,
                Optional.of(new Quantity("9.4", "%")),
                Optional.empty(),
                Optional.of(DataFlag.NORMAL),
                Optional.empty());
    }

    static AppliedLimit limit(String value) {
        return new AppliedLimit("P-" + value, value, "mg/m3", Optional.of("6"), Optional.of("排污许可证"));
    }

    static HourView hour(Named factor, Instant start, String value, String outcome) {
        return new HourView(
                factor,
                start,
                1,
                outcome,
                outcome.equals("NOT_JUDGED") ? Optional.of("NOT_RECEIVED") : Optional.empty(),
                Optional.ofNullable(value),
                Optional.of("mg/m3"),
                Optional.of("LOGGER_CONVERTED"),
                outcome.equals("EXCEEDS") ? Optional.of("0.1714") : Optional.empty(),
                Optional.of(limit("35")),
                Optional.of("9.35"),
                Optional.of("31.20"),
                Optional.ofNullable(value),
                Optional.of("N"),
                Optional.of("PROMPT"),
                List.of(),
                List.of(),
                start.plusSeconds(3_640),
                Optional.of(evidence(2)));
    }

    static EvidenceRef evidence(long sequence) {
        return new EvidenceRef(sequence, "0".repeat(63) + sequence);
    }

    static AlarmView alarm(String id, String level, Named enterprise, String value, Instant raisedAt) {
        return new AlarmView(
                id,
                value == null ? "DATA_MISS" : "EX_H",
                level,
                new AlarmView.Subject("OUTLET", "DA001", "1号锅炉排放口", Optional.empty()),
                Optional.of(new Named("DA001", "1号锅炉排放口", Optional.empty())),
                Optional.of(enterprise),
                DONGCHANGFU,
                SO2,
                NOON,
                NOON,
                raisedAt,
                "",
                Optional.ofNullable(value),
                value == null ? Optional.empty() : Optional.of("35"),
                value == null ? Optional.empty() : Optional.of("mg/m3"),
                value == null ? Optional.empty() : Optional.of("0.1714"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "OPEN_ACTIVE",
                Optional.empty(),
                Optional.empty());
    }

    /** The rate of a county that is too low. */
    static AlarmView county(String id, String words, Instant raisedAt) {
        return new AlarmView(
                id,
                "RATE_LOW",
                "RED",
                AlarmView.Subject.of("REGION", DONGCHANGFU),
                Optional.empty(),
                Optional.empty(),
                DONGCHANGFU,
                factor(FactorCode.ALL),
                NOON,
                NOON,
                raisedAt,
                words,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "OPEN_ACTIVE",
                Optional.empty(),
                Optional.empty());
    }

    static AlarmView acknowledged(AlarmView alarm, String who, String note, Instant at) {
        AlarmOrder order = AlarmOrder.plain(AlarmEventKind.ACKNOWLEDGED, who, note);
        return acted(alarm, order, AlarmState.ACKNOWLEDGED_ACTIVE, at);
    }

    /** An alarm behind an act of a person. */
    static AlarmView acted(AlarmView alarm, AlarmOrder order, AlarmState state, Instant at) {
        boolean seen = order.event() == AlarmEventKind.ACKNOWLEDGED;
        boolean mine = order.event() == AlarmEventKind.ASSIGNED;
        Optional<AlarmView.Aside> aside = state.attention() == Attention.ASKED
                ? Optional.empty()
                : Optional.of(new AlarmView.Aside(
                        state.attention().name(), order.by(), at, order.why(), order.until(), Optional.empty()));
        return new AlarmView(
                alarm.id(),
                alarm.type(),
                alarm.level(),
                alarm.subject(),
                alarm.outlet(),
                alarm.enterprise(),
                alarm.region(),
                alarm.factor(),
                alarm.firstHour(),
                alarm.lastHour(),
                alarm.raisedAt(),
                alarm.words(),
                alarm.value(),
                alarm.limit(),
                alarm.unit(),
                alarm.ratio(),
                seen
                        ? Optional.of(new AlarmView.Acknowledgement(order.by(), at, order.why()))
                        : alarm.acknowledgement(),
                alarm.clearedAt(),
                alarm.clearedWhy(),
                state.name(),
                mine
                        ? Optional.of(new AlarmView.Assignment(order.to().orElseThrow(), order.by(), at, order.why()))
                        : alarm.assignment(),
                aside);
    }

    /** That nobody was on duty for the first step. */
    static ToldView told() {
        return new ToldView(
                NOW,
                Optional.of(0),
                0,
                "NEW_ALARM",
                "OPERATOR",
                Optional.empty(),
                false,
                "NOBODY_ON_DUTY",
                Optional.empty(),
                Optional.empty());
    }

    static AlarmView.History history(AlarmView alarm, EvidenceRef... evidence) {
        return new AlarmView.History(
                alarm,
                List.of(new AlarmView.Step(
                        1,
                        "STARTED",
                        alarm.raisedAt(),
                        Optional.of(alarm.firstHour()),
                        alarm.level(),
                        "41.00 > 35",
                        Optional.of(evidence(2)))),
                List.of(evidence));
    }

    static AlarmView.Event event(long number, AlarmView alarm) {
        return new AlarmView.Event(
                new AlarmView.Step(
                        number,
                        "STARTED",
                        alarm.raisedAt(),
                        Optional.of(alarm.firstHour()),
                        alarm.level(),
                        "41.00 > 35",
                        Optional.of(evidence(2))),
                alarm);
    }

    static CaseView.File caseFile(String id, Instant openedAt) {
        return new CaseView.File(
                new CaseView(
                        id,
                        new Named("DA001", "1号锅炉排放口", Optional.empty()),
                        HEAT,
                        SO2,
                        LocalDate.parse("2026-11-23"),
                        openedAt,
                        1,
                        Optional.of("47.3"),
                        Optional.of("0.3514"),
                        Optional.of("35"),
                        Optional.of("mg/m3"),
                        "生态环境法典 第1107条",
                        List.of("LIMIT_UNVERIFIED")),
                "超过排放标准排放大气污染物",
                "同上",
                List.of(new CaseView.Exceedance(
                        Instant.parse("2026-11-23T02:00:00Z"), 1, "47.3", "0.3514", Optional.of(evidence(2)))),
                List.of(new CaseView.Step(1, "OPENED", openedAt, "marking window closed")));
    }
}
