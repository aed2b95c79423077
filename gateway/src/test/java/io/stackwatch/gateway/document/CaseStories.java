package io.stackwatch.gateway.document;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.ActHeader;
import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.Actor;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.enforcement.CaseProcess;
import io.stackwatch.core.enforcement.CheckResult;
import io.stackwatch.core.enforcement.FileSubject;
import io.stackwatch.core.enforcement.Matter;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.limit.LimitScope;
import io.stackwatch.core.limit.LimitSource;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Case files for documents, each act a line {@code strand KIND day value}; the value is an amount, a number or a finding. */
final class CaseStories {

    static final CaseProcess PROCESS = CaseProcess.load();

    private CaseStories() {}

    static FileSubject violation(Matter matter, String day) {
        return new FileSubject.Violation(
                CaseId.of(new OutletId("DA001"), new FactorCode("a21026"), LocalDate.parse(day)),
                new EnterpriseId("E1"),
                new RegionCode("371524"),
                matter,
                at(day, 9),
                at(day, 12),
                false,
                false);
    }

    static FileSubject county() {
        return new FileSubject.County(new RegionCode("371524"), YearMonth.parse("2026-10"));
    }

    static Instant at(String day, int hour) {
        return LocalDate.parse(day).atTime(hour, 0).atZone(LegalTime.ZONE).toInstant();
    }

    static CaseFile file(FileSubject subject, String text) {
        List<CaseAct> acts = new ArrayList<>();
        for (String line : text.strip().split("\n", -1)) {
            acts.add(act(line.strip().split(" +", 4)));
        }
        return CaseFile.fold(PROCESS, subject, acts);
    }

    private static CaseAct act(String[] words) {
        ActKind kind = ActKind.valueOf(words[1]);
        LocalDate day = LocalDate.parse(words[2]);
        String value = words.length > 3 ? words[3] : "";
        String[] parts = value.split(" ", -1);
        ActHeader header = new ActHeader(
                Strand.parse(words[0]),
                Actor.ofCity(who(kind), role(kind)),
                Optional.of(Actor.ofCity("王强", Role.OFFICER)),
                day.atTime(10, 0).atZone(LegalTime.ZONE).toInstant(),
                "事实清楚，证据确凿");
        return kind == ActKind.PAID
                ? new CaseAct.Paid(header, day, Yuan.of(value))
                : variant(header, kind, day, value, parts);
    }

    private static CaseAct variant(ActHeader header, ActKind kind, LocalDate day, String value, String[] parts) {
        List<Supplier<CaseAct>> variants = List.of(
                () -> new CaseAct.Step(header, kind),
                () -> new CaseAct.Dated(header, kind, day),
                () -> new CaseAct.Served(header, kind, day, value),
                () -> new CaseAct.Checked(header, kind, day, CheckResult.valueOf(value)),
                () -> new CaseAct.Issued(
                        header,
                        kind,
                        day,
                        parts[0],
                        parts.length > 1 ? Optional.of(Yuan.of(parts[1])) : Optional.empty()));
        IllegalArgumentException none = new IllegalArgumentException("no act: " + kind);
        for (Supplier<CaseAct> one : variants) {
            try {
                return one.get();
            } catch (IllegalArgumentException another) {
                none.addSuppressed(another);
            }
        }
        throw none;
    }

    private static String who(ActKind kind) {
        return switch (kind) {
            case LAW_CONFIRMED, LEGAL_REVIEWED -> "孙法";
            case FILED, DECIDED, CASE_CLOSED, LISTED, RELEASED -> "赵局";
            default -> "李明";
        };
    }

    private static Role role(ActKind kind) {
        return switch (kind) {
            case LAW_CONFIRMED, LEGAL_REVIEWED -> Role.LEGAL_REVIEWER;
            case FILED, DECIDED, CASE_CLOSED, LISTED, RELEASED -> Role.HEAD;
            default -> Role.OFFICER;
        };
    }

    /** Fine of 200 000 for 2026-10-08, served, unpaid, demanded; order refused; daily penalty of 17 days. */
    static final String FINE =
            """
            PENALTY-1 CANDIDATE_OPENED 2026-10-09
            PENALTY-1 DATA_REVIEWED 2026-10-09
            PENALTY-1 INFORMED 2026-10-09
            PENALTY-1 FILED 2026-10-09 聊环立案〔2026〕31号
            PENALTY-1 INVESTIGATED 2026-10-09
            ORDER-1 ORDER_ISSUED 2026-10-09 聊环责改〔2026〕18号
            ORDER-1 ORDER_SERVED 2026-10-09 送达回证18
            PENALTY-1 CASE_REVIEWED 2026-10-10 裁量表31 200000
            PENALTY-1 NOTICE_ISSUED 2026-10-10 聊环罚告〔2026〕25号 200000
            PENALTY-1 NOTICE_SERVED 2026-10-10 送达回证25
            PENALTY-1 LEGAL_REVIEWED 2026-10-19
            PENALTY-1 DECIDED 2026-10-20 聊环罚〔2026〕12号 200000
            PENALTY-1 DECISION_SERVED 2026-10-21 送达回证29
            """;

    static final String DAILY =
            """
            ORDER-1 RECHECKED 2026-10-26 STILL_VIOLATING
            DAILY_PENALTY-1 DAILY_PROPOSED 2026-10-26
            DAILY_PENALTY-1 NOTICE_ISSUED 2026-10-27 聊环罚告〔2026〕27号 3400000
            DAILY_PENALTY-1 NOTICE_SERVED 2026-10-27 送达回证33
            DAILY_PENALTY-1 STATEMENT_MADE 2026-10-29
            DAILY_PENALTY-1 LEGAL_REVIEWED 2026-11-04
            DAILY_PENALTY-1 DISCUSSED 2026-11-05
            DAILY_PENALTY-1 DECIDED 2026-11-05 聊环罚〔2026〕14号 3400000
            """;

    static final String DEMANDED =
            """
            PENALTY-1 PAID 2026-11-20 50000
            PENALTY-1 SURCHARGE_CONFIRMED 2026-12-10 聊环加罚〔2026〕3号 150000
            PENALTY-1 DEMAND_SERVED 2026-12-10 送达回证41
            """;

    static final String PAID =
            """
            PENALTY-1 SURCHARGE_CONFIRMED 2026-12-20 聊环加罚〔2026〕4号 200000
            PENALTY-1 PAID 2026-12-20 350000
            PENALTY-1 CASE_CLOSED 2026-12-28
            """;

    static final String SUSPENDED =
            """
            SUSPENSION-1 SUSPENSION_PROPOSED 2026-10-22
            SUSPENSION-1 NOTICE_ISSUED 2026-10-22 聊环停告〔2026〕2号
            SUSPENSION-1 NOTICE_SERVED 2026-10-22 送达回证51
            SUSPENSION-1 RIGHTS_WAIVED 2026-10-23
            SUSPENSION-1 LEGAL_REVIEWED 2026-10-26
            SUSPENSION-1 DECIDED 2026-10-27 聊环停〔2026〕2号
            """;

    static final String LISTED =
            """
            LISTING-1 LISTING_PROPOSED 2026-11-11
            LISTING-1 LISTED 2026-11-13 聊环督〔2026〕2号
            LISTING-1 PLAN_FILED 2026-11-20
            LISTING-1 RELEASE_APPLIED 2026-12-03
            LISTING-1 VERIFIED 2027-02-02 GOOD
            LISTING-1 RELEASED 2027-02-03 聊环督〔2027〕1号
            """;

    /** Three hours above 35 mg/m3. */
    static List<ExceedingHour> hours(String day) {
        BigDecimal allowed = new BigDecimal("35");
        Limit limit = new Limit(
                new LimitId("DB37-2374.01.a21026.1h"),
                new LimitScope.OfOutlet(new OutletId("DA001")),
                new FactorCode("a21026"),
                new Concentration(allowed),
                Optional.of(new OxygenContent(new BigDecimal("9"))),
                Averaging.HOUR,
                LimitSource.LOCAL_STANDARD,
                "DB37/2374-2018",
                "重点控制区",
                Effective.ALWAYS,
                Verification.SECONDARY);
        List<ExceedingHour> hours = new ArrayList<>();
        for (String value : List.of("38.6", "51.2", "44.9")) {
            Fraction exact = Fraction.of(new BigDecimal(value));
            hours.add(new ExceedingHour(
                    at(day, 9 + hours.size()),
                    "二氧化硫",
                    exact,
                    true,
                    Optional.of(new OxygenContent(new BigDecimal("10.2"))),
                    limit,
                    exact.excessOver(allowed)));
        }
        return hours;
    }
}
