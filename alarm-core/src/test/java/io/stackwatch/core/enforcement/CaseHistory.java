package io.stackwatch.core.enforcement;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A recorded history of a case as a text: its first row says what it is about, each other one what was done, by whom, when and why.
 * Nothing in it is left to a cast or to today's tables.
 */
final class CaseHistory {

    static final String HEADER = "strand,event,day,entered,by,second,number,amount,found,reason";

    private CaseHistory() {}

    /** What a history is about: the row whose event is VIOLATION or COUNTY. */
    static FileSubject subject(DataTable table) {
        DataTable.Row row = table.rows().get(0);
        String[] words = row.text("reason").split(" ", -1);
        if (row.text("event").equals("COUNTY")) {
            return new FileSubject.County(new RegionCode(words[0]), YearMonth.parse(words[1]));
        }
        LocalDate day = LocalDate.parse(row.text("day"));
        return new FileSubject.Violation(
                CaseId.of(new OutletId(words[0]), new FactorCode(words[1]), day),
                new EnterpriseId(words[2]),
                new RegionCode(words[3]),
                Matter.valueOf(words[4]),
                Instant.parse(words[5]),
                Instant.parse(words[6]),
                Boolean.parseBoolean(words[7]),
                Boolean.parseBoolean(words[8]));
    }

    /** What was done. */
    static List<CaseAct> acts(DataTable table) {
        return table.rows().stream().skip(1).map(CaseHistory::act).toList();
    }

    private static CaseAct act(DataTable.Row row) {
        ActKind kind = row.constant("event", ActKind.class);
        LocalDate day = LocalDate.parse(row.text("day"));
        ActHeader header = new ActHeader(
                Strand.parse(row.text("strand")),
                actor(row.text("by")),
                row.optional("second").map(CaseHistory::actor),
                Instant.parse(row.text("entered")),
                row.text("reason"));
        Optional<Yuan> amount = row.optional("amount").map(Yuan::of);
        return switch (kind.shape()) {
            case STEP -> new CaseAct.Step(header, kind);
            case ISSUED -> new CaseAct.Issued(header, kind, day, row.text("number"), amount);
            case SERVICE -> new CaseAct.Served(header, kind, day, row.text("number"));
            case DATED -> new CaseAct.Dated(header, kind, day);
            case CHECKED -> new CaseAct.Checked(header, kind, day, row.constant("found", CheckResult.class));
            case PAYMENT -> new CaseAct.Paid(header, day, amount.orElseThrow());
            case REGROUPED -> new CaseAct.Regrouped(header, kind, regrouping(row.text("number")));
        };
    }

    /** Such as {@code other|begun|ended|hand,hand|hour|hour}. */
    private static Regrouping regrouping(String text) {
        List<String> parts = List.of(text.split("[|]", -1));
        return new Regrouping(
                new CaseFileId(parts.get(0)),
                parts.stream().skip(4).map(CaseHour::parse).toList(),
                Instant.parse(parts.get(1)),
                Instant.parse(parts.get(2)),
                Arrays.stream(parts.get(3).split(",", -1))
                        .filter(hand -> !hand.isEmpty())
                        .map(PersonId::new)
                        .collect(Collectors.toSet()));
    }

    /** Such as {@code li/OFFICER///yes}: who, as what, county, enterprise, certified. */
    private static Actor actor(String text) {
        String[] parts = text.split("/", -1);
        return new Actor(
                new PersonId(parts[0]),
                Role.valueOf(parts[1]),
                parts[2].isEmpty() ? Optional.empty() : Optional.of(new RegionCode(parts[2])),
                parts[3].isEmpty() ? Optional.empty() : Optional.of(new EnterpriseId(parts[3])),
                parts[4].equals("yes"));
    }

    /** The file as people read it: each strand with its way, and what was fined and paid. */
    static String text(CaseFile file) {
        List<String> lines = new ArrayList<>();
        lines.add("file " + file.id());
        lines.add("open " + file.open());
        file.strands().values().forEach(strand -> {
            lines.add(strand.strand() + " " + strand.stage()
                    + strand.fine().map(fine -> ", fine " + fine).orElse("") + ", paid " + strand.paid());
            strand.path().forEach(step -> lines.add("  " + step));
        });
        return String.join("\n", lines) + "\n";
    }
}
