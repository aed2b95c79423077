package io.stackwatch.gateway.records;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.ActHeader;
import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.Actor;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.CaseHour;
import io.stackwatch.core.enforcement.CheckResult;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.enforcement.Regrouping;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An act of a case as columns, and back. Names and forms are stored and never change; a golden file holds them. What an act does not
 * carry is null.
 */
public final class CaseActColumns {

    private CaseActColumns() {}

    /** The columns by name, in order, without those of the row itself. */
    public static Map<String, @Nullable Object> of(CaseAct act) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        ActHeader header = act.header();
        columns.put("strand", header.strand().toString());
        columns.put("kind", act.kind().name());
        columns.put("day", act.day().toString());
        columns.put("entered_at", header.at().toEpochMilli());
        Actor by = header.by();
        columns.put("actor", by.id().value());
        columns.put("role", by.role().name());
        columns.put("region", by.region().map(RegionCode::value).orElse(null));
        columns.put("enterprise", by.enterprise().map(EnterpriseId::value).orElse(null));
        columns.put("certified", by.certified() ? 1 : 0);
        Optional<Actor> second = header.second();
        columns.put("second_actor", second.map(actor -> actor.id().value()).orElse(null));
        columns.put("second_role", second.map(actor -> actor.role().name()).orElse(null));
        columns.put(
                "second_region",
                second.flatMap(Actor::region).map(RegionCode::value).orElse(null));
        columns.put(
                "second_enterprise",
                second.flatMap(Actor::enterprise).map(EnterpriseId::value).orElse(null));
        columns.put(
                "second_certified",
                second.map(actor -> actor.certified() ? 1 : 0).orElse(null));
        columns.put("reason", header.reason());
        columns.put("document", document(act).orElse(null));
        columns.put("proof", proof(act).orElse(null));
        columns.put("amount", act.amount().map(Yuan::toString).orElse(null));
        columns.put("found", act.found().map(Enum::name).orElse(null));
        act.regrouping().ifPresent(moved -> moved(columns, moved));
        return columns;
    }

    /** Columns that came later stand only in acts that carry them: the text of every other act stays what it was. */
    private static void moved(Map<String, @Nullable Object> columns, Regrouping moved) {
        columns.put("other_file", moved.other().value());
        columns.put(
                "moved_hours", moved.hours().stream().map(CaseHour::toString).collect(Collectors.joining("\n")));
        columns.put("begun", moved.begun().toEpochMilli());
        columns.put("ended", moved.ended().toEpochMilli());
        columns.put("hands", moved.hands().stream().map(PersonId::value).collect(Collectors.joining("\n")));
    }

    private static Regrouping moved(ResultSet row) throws SQLException {
        return new Regrouping(
                new CaseFileId(row.getString("other_file")),
                row.getString("moved_hours").lines().map(CaseHour::parse).toList(),
                Sql.instant(row, "begun"),
                Sql.instant(row, "ended"),
                row.getString("hands").lines().map(PersonId::new).collect(Collectors.toSet()));
    }

    /** The number of the document of an act, if it issues one. */
    public static Optional<String> document(CaseAct act) {
        return act.match(new CaseAct.Cases<Optional<String>>(
                step -> Optional.empty(),
                issued -> Optional.of(issued.number()),
                served -> Optional.empty(),
                dated -> Optional.empty(),
                checked -> Optional.empty(),
                paid -> Optional.empty(),
                moved -> Optional.empty()));
    }

    /** The proof of service of an act, if it serves one. */
    public static Optional<String> proof(CaseAct act) {
        return act.match(new CaseAct.Cases<Optional<String>>(
                step -> Optional.empty(),
                issued -> Optional.empty(),
                served -> Optional.of(served.proof()),
                dated -> Optional.empty(),
                checked -> Optional.empty(),
                paid -> Optional.empty(),
                moved -> Optional.empty()));
    }

    /** All of an act as one text: {@code column=length:value} in order, with the length in UTF-8 bytes; null is {@code column=-}. */
    public static String text(CaseAct act) {
        StringBuilder text = new StringBuilder();
        of(act).forEach((column, value) -> {
            text.append(column).append('=');
            if (value == null) {
                text.append("-\n");
            } else {
                String words = String.valueOf(value);
                text.append(words.getBytes(StandardCharsets.UTF_8).length)
                        .append(':')
                        .append(words)
                        .append('\n');
            }
        });
        return text.toString();
    }

    static CaseAct act(ResultSet row) throws SQLException {
        ActKind kind = ActKind.valueOf(row.getString("kind"));
        LocalDate day = LocalDate.parse(row.getString("day"));
        ActHeader header = new ActHeader(
                Strand.parse(row.getString("strand")),
                actor(row, "actor", ""),
                Sql.optionalText(row, "second_actor").isPresent()
                        ? Optional.of(actor(row, "second_actor", "second_"))
                        : Optional.empty(),
                Instant.ofEpochMilli(row.getLong("entered_at")),
                row.getString("reason"));
        Optional<Yuan> amount = Sql.optionalText(row, "amount").map(Yuan::of);
        return switch (kind.shape()) {
            case STEP -> new CaseAct.Step(header, kind);
            case ISSUED -> new CaseAct.Issued(header, kind, day, row.getString("document"), amount);
            case SERVICE -> new CaseAct.Served(header, kind, day, row.getString("proof"));
            case DATED -> new CaseAct.Dated(header, kind, day);
            case CHECKED -> new CaseAct.Checked(header, kind, day, CheckResult.valueOf(row.getString("found")));
            case PAYMENT -> new CaseAct.Paid(header, day, amount.orElseThrow());
            case REGROUPED -> new CaseAct.Regrouped(header, kind, moved(row));
        };
    }

    private static Actor actor(ResultSet row, String id, String prefix) throws SQLException {
        return new Actor(
                new PersonId(row.getString(id)),
                Role.valueOf(row.getString(prefix + "role")),
                Sql.optionalText(row, prefix + "region").map(RegionCode::new),
                Sql.optionalText(row, prefix + "enterprise").map(EnterpriseId::new),
                row.getInt(prefix + "certified") == 1);
    }
}
