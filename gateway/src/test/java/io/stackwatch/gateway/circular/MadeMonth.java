package io.stackwatch.gateway.circular;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.CityMonth.County;
import io.stackwatch.core.transmission.CityMonth.EnterpriseMonth;
import io.stackwatch.core.transmission.CityMonth.FactorMonth;
import io.stackwatch.core.transmission.CityMonth.OutletMonth;
import io.stackwatch.core.transmission.Due;
import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.Rate;
import io.stackwatch.core.transmission.Standing;
import io.stackwatch.core.transmission.Variant;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A made month of a made city: every hour by a rule that is a function of its place, the figures by adding the hours up. No
 * enterprise in it is a real one.
 */
final class MadeMonth implements HourSource {

    static final YearMonth MONTH = YearMonth.of(2026, 11);
    static final Instant CUTOFF = Instant.parse("2026-12-10T16:00:00Z");
    static final BigDecimal REQUIRED = new BigDecimal("0.90");
    static final BigDecimal FAR_BELOW = new BigDecimal("0.60");

    private static final Instant START =
            MONTH.atDay(1).atStartOfDay(LegalTime.ZONE).toInstant();
    private static final int HOURS = MONTH.lengthOfMonth() * 24;
    private static final List<String> FACTORS = List.of(
            "a00000", "a01011", "a01012", "a01013", "a01014", "a19001", "a20057", "a21002", "a21005", "a21024",
            "a21026", "a34013");

    private final CityMonth city;
    private final Map<OutletId, Plan> plans;
    private final List<FactorCode> factors;

    /** How an hour of a factor of an outlet stands; {@code factor} and {@code hour} are counted from 0. */
    @FunctionalInterface
    interface Rule {

        Standing of(int factor, int hour);
    }

    private record Plan(Rule rule, long firstSequence) {}

    private MadeMonth(CityMonth city, Map<OutletId, Plan> plans, List<FactorCode> factors) {
        this.city = city;
        this.plans = plans;
        this.factors = factors;
    }

    CityMonth city() {
        return city;
    }

    static MonthHeader header() {
        return new MonthHeader(
                MonthHeader.State.RECOMPUTED,
                2,
                Optional.of("排放口 C2-1-DA001 的停运凭证于冻结前提交、登记有误，更正后重新计算"),
                "王审核（考核科）",
                "0.1.0",
                Optional.of("5f3c".repeat(16)),
                "根据《聊城市2017—2018年秋冬季大气污染综合治理攻坚行动方案》（聊办字〔2017〕49号）第16项，",
                List.of(
                        new MonthHeader.Threshold("传输有效率要求", "90%", "聊办字〔2017〕49号 第16项", Verification.VERIFIED),
                        new MonthHeader.Threshold("严重偏低单列", "60%", "广东省2019年三季度通报的分档", Verification.DESIGN),
                        new MonthHeader.Threshold("有效小时的最少有效分钟", "45分钟", "HJ 76-2017 附录B", Verification.VERIFIED),
                        new MonthHeader.Threshold("冻结日", "次月11日0时", "国家平台凭证截止次月10日", Verification.VERIFIED)));
    }

    @Override
    public void hoursOf(OutletId outlet, Consumer<HourLine> reader) {
        Plan plan = plans.get(outlet);
        for (int factor = 0; factor < factors.size(); factor++) {
            for (int hour = 0; hour < HOURS; hour++) {
                Standing standing = plan.rule().of(factor, hour);
                FactorHour place = new FactorHour(outlet, factors.get(factor), START.plus(Duration.ofHours(hour)));
                reader.accept(new HourLine(place, standing, report(standing, plan.firstSequence() + hour, hour)));
            }
        }
    }

    private static Optional<HourLine.Report> report(Standing standing, long sequence, int hour) {
        return standing.match(
                notDue -> Optional.empty(),
                missing -> missing.late()
                        ? Optional.of(new HourLine.Report(
                                1, Optional.of("21.3"), Optional.of(DataFlag.NORMAL), sequence + 900_000))
                        : Optional.empty(),
                notValid -> Optional.of(new HourLine.Report(
                        hour % 50 == 0 ? 2 : 1,
                        Optional.of("-0.3"),
                        Optional.of(new DataFlag(notValid.reason() == Standing.Reason.FLAGGED ? "M" : "N")),
                        sequence)),
                valid -> Optional.of(new HourLine.Report(
                        1, Optional.of("12." + hour % 100), Optional.of(DataFlag.NORMAL), sequence)));
    }

    /** A city of eight divisions in which everything occurs that a circular has to show; five factors at each outlet. */
    static MadeMonth ofEverything() {
        Builder city = new Builder(5);
        city.county("371502", "东昌府区");
        city.enterprise("聊城甲热力有限公司（示例）", usual(1), usual(2), stoppedFor(120, usual(3)));
        city.enterprise("聊城乙水泥有限公司（示例）", usual(4));
        city.enterprise("聊城丙玻璃有限公司（示例）", stoppedFor(720, usual(5)));
        city.countyBefore("371503", "茌平区", "371523");
        city.enterprise("茌平丁铝业有限公司（示例）", offlineFor(160, usual(6)), offlineFor(200, usual(7)));
        city.enterprise("茌平戊碳素有限公司（示例）", offlineFor(400, usual(8)));
        city.enterprise("茌平己热电有限公司（示例）", offlineFor(720, usual(9)));
        city.enterprise("茌平庚焦化有限公司（示例）", usual(10), usual(11));
        city.county("371521", "阳谷县");
        city.enterprise(
                "阳谷辛铜业有限公司（示例）",
                narrowly(0),
                narrowly(1),
                narrowly(2),
                narrowly(3),
                narrowly(4),
                narrowly(5),
                narrowly(6));
        city.county("371522", "莘县");
        city.enterprise("莘县壬造纸有限公司（示例）", late(usual(12)), marked(usual(13)));
        city.county("371524", "东阿县");
        city.enterprise("东阿癸化工有限公司（示例）", (factor, hour) -> new Standing.Valid());
        city.county("371525", "冠县");
        city.enterprise("冠县子铸造有限公司（示例）", stoppedFor(720, usual(14)));
        city.county("371526", "高唐县");
        city.enterprise("高唐丑砖瓦有限公司（示例）", usual(15), excused(usual(16)));
        city.county("371581", "临清市");
        city.enterprise("临清寅钢铁有限公司（示例）", usual(17), usual(18), usual(19));
        return city.made();
    }

    /** A city of so many outlets with so many factors, two outlets to an enterprise, eight divisions; 3 % of the hours are lost. */
    static MadeMonth ofSize(int outlets, int factors) {
        Builder city = new Builder(factors);
        int made = 0;
        for (int county = 0; county < 8; county++) {
            city.county("37152" + county, "示例" + (county + 1) + "区");
            int until = outlets * (county + 1) / 8;
            while (made < until) {
                Rule[] rules = made + 1 < until
                        ? new Rule[] {usual(made), stoppedFor(made % 10 == 0 ? 240 : 0, usual(made + 1))}
                        : new Rule[] {usual(made)};
                made += rules.length;
                city.enterprise("示例第" + made + "号有限公司", rules);
            }
        }
        return city.made();
    }

    /** About three hours in a hundred are lost, for every reason. */
    static Rule usual(int seed) {
        Standing valid = new Standing.Valid();
        Standing missing = new Standing.Missing(false);
        return (factor, hour) -> switch ((hour * 31 + factor * 7 + seed * 13) % 331) {
            case 0, 50, 100 -> missing;
            case 1, 51 -> new Standing.NotValid(Standing.Reason.FLAGGED, "标记 M", "");
            case 2 -> new Standing.NotValid(Standing.Reason.TOO_FEW_VALID_MINUTES, "有效 31 分钟", "");
            case 3 -> new Standing.NotValid(Standing.Reason.OUT_OF_RANGE, "-0.3，量程 0～100", "");
            case 4 -> new Standing.NotValid(Standing.Reason.VALUE_MISSING, "", "");
            case 5 -> new Standing.NotValid(Standing.Reason.VALIDITY_UNKNOWN, "", "");
            default -> valid;
        };
    }

    static Rule stoppedFor(int hours, Rule otherwise) {
        Standing stopped = new Standing.NotDue(Due.Reason.STOPPED, "停运-2026-11-017");
        return (factor, hour) -> hour < hours ? stopped : otherwise.of(factor, hour);
    }

    private static Rule offlineFor(int hours, Rule otherwise) {
        return (factor, hour) -> hour < hours ? new Standing.Missing(false) : otherwise.of(factor, hour);
    }

    private static Rule late(Rule otherwise) {
        return (factor, hour) -> hour >= 300 && hour < 312 ? new Standing.Missing(true) : otherwise.of(factor, hour);
    }

    private static Rule marked(Rule otherwise) {
        return (factor, hour) -> {
            if (hour >= 100 && hour < 130) {
                return new Standing.NotValid(Standing.Reason.MARKED_INVALID, "自动监测设备维护", "标记-4711");
            }
            return hour >= 400 && hour < 409
                    ? new Standing.NotValid(Standing.Reason.OUT_OF_CONTROL, "零点漂移超限", "校准-88")
                    : otherwise.of(factor, hour);
        };
    }

    private static Rule excused(Rule otherwise) {
        return (factor, hour) -> {
            if (hour >= 200 && hour < 210) {
                return new Standing.NotDue(Due.Reason.EXEMPT, "豁免-2026-003（停电）");
            }
            if (hour >= 500 && hour < 503) {
                return new Standing.NotDue(Due.Reason.OWN_OUTAGE, "故障-2026-11-21");
            }
            return factor == 0 && hour % 24 == 2
                    ? new Standing.NotDue(Due.Reason.STANDARD_CHECK, "核查-" + hour / 24)
                    : otherwise.of(factor, hour);
        };
    }

    /** Of seven outlets with five factors exactly 2,521 of 25,200 hours are missing: 89.996 %, which fails. */
    private static Rule narrowly(int outlet) {
        return (factor, hour) ->
                (outlet * 5 + factor) * HOURS + hour < 2521 ? new Standing.Missing(false) : new Standing.Valid();
    }

    private static final class Builder {

        private final List<FactorCode> factors;
        private final Map<OutletId, Plan> plans = new LinkedHashMap<>();
        private final List<County> counties = new ArrayList<>();
        private List<EnterpriseMonth> enterprises = new ArrayList<>();
        private Optional<County> open = Optional.empty();

        Builder(int factors) {
            this.factors =
                    FACTORS.subList(0, factors).stream().map(FactorCode::new).toList();
        }

        void county(String code, String name) {
            begin(code, name, List.of());
        }

        void countyBefore(String code, String name, String former) {
            begin(code, name, List.of(new RegionCode(former)));
        }

        void enterprise(String name, Rule... rules) {
            String id = "C" + (counties.size() + 1) + "-" + (enterprises.size() + 1);
            List<OutletMonth> outlets = new ArrayList<>();
            for (int i = 0; i < rules.length; i++) {
                OutletId outlet = new OutletId(id + "-DA00" + (i + 1));
                plans.put(outlet, new Plan(rules[i], 1_000_000L + plans.size() * 1_000L));
                List<FactorMonth> months = new ArrayList<>();
                for (int factor = 0; factor < factors.size(); factor++) {
                    months.add(new FactorMonth(factors.get(factor), line(rules[i], factor)));
                }
                outlets.add(new OutletMonth(
                        outlet,
                        (i + 1) + "号锅炉排放口",
                        sum(months.stream().map(FactorMonth::line).toList()),
                        months));
            }
            MonthLine line = sum(outlets.stream().map(OutletMonth::line).toList());
            enterprises.add(new EnterpriseMonth(new EnterpriseId(id), name, line, outlets));
        }

        MadeMonth made() {
            end();
            MonthLine line = sum(counties.stream().map(County::line).toList());
            CityMonth city = new CityMonth(MONTH, Variant.FINAL, CUTOFF, REQUIRED, FAR_BELOW, line, counties);
            return new MadeMonth(city, plans, factors);
        }

        private static MonthLine line(Rule rule, int factor) {
            long[] n = new long[7];
            for (int hour = 0; hour < HOURS; hour++) {
                Standing standing = rule.of(factor, hour);
                n[0] += standing.counts().due();
                n[1] += standing.counts().received();
                n[2] += standing.counts().valid();
                n[3] += standing.excluded().stopped();
                n[4] += standing.excluded().exempt();
                n[5] += standing.excluded().ownOutage();
                n[6] += standing.excluded().standardCheck();
            }
            return new MonthLine(
                    new io.stackwatch.core.transmission.Counts(n[0], n[1], n[0], n[2]),
                    new io.stackwatch.core.transmission.Excluded(n[3], n[4], n[5], n[6]));
        }

        private static MonthLine sum(List<MonthLine> lines) {
            return lines.stream().reduce(MonthLine.NONE, MonthLine::plus);
        }

        private void begin(String code, String name, List<RegionCode> former) {
            end();
            enterprises = new ArrayList<>();
            open = Optional.of(
                    new County(new RegionCode(code), former, name, MonthLine.NONE, Optional.empty(), 0, 0, List.of()));
        }

        private void end() {
            open.ifPresent(county -> {
                List<Rate> rates = enterprises.stream()
                        .flatMap(enterprise -> enterprise.line().counts().effective().stream())
                        .toList();
                Optional<BigDecimal> mean = rates.isEmpty()
                        ? Optional.empty()
                        : Optional.of(rates.stream()
                                .map(rate -> BigDecimal.valueOf(rate.part())
                                        .divide(BigDecimal.valueOf(rate.whole()), MathContext.DECIMAL64))
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(BigDecimal.valueOf(rates.size()), MathContext.DECIMAL64));
                counties.add(new County(
                        county.code(),
                        county.formerCodes(),
                        county.name(),
                        sum(enterprises.stream().map(EnterpriseMonth::line).toList()),
                        mean,
                        (int) rates.stream()
                                .filter(rate -> rate.atLeast(REQUIRED))
                                .count(),
                        rates.size(),
                        enterprises));
            });
            open = Optional.empty();
        }
    }
}
