package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.notice.Address;
import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.DutyRole;
import io.stackwatch.core.notice.QuietRule;
import io.stackwatch.core.notice.Recipient;
import io.stackwatch.core.notice.RecipientId;
import io.stackwatch.core.notice.RosterShift;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Who is on duty when, where people are reached, and when whom to leave in peace. A row with a known key is corrected, any other is added; no
 * shift is removed: whoever leaves gets an end.
 */
public final class RosterRecords {

    private RosterRecords() {}

    /** Keeps a shift. */
    public static void save(Handle handle, RosterShift shift) {
        handle.execute(
                """
                INSERT INTO roster_shift (person, role, county, enterprise, valid_from, valid_until)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (person, role, county, enterprise, valid_from) DO UPDATE SET
                  valid_until = excluded.valid_until""",
                shift.person().value(),
                shift.role().name(),
                shift.county().map(RegionCode::value).orElse(""),
                shift.enterprise().map(EnterpriseId::value).orElse(""),
                shift.effective().from().toEpochMilli(),
                Sql.millis(shift.effective().until()));
    }

    /** Keeps the addresses of a person instead of those before. */
    public static void save(Handle handle, Recipient recipient) {
        handle.execute("DELETE FROM contact WHERE person = ?", recipient.id().value());
        int place = 0;
        for (Address address : recipient.addresses()) {
            handle.execute(
                    "INSERT INTO contact (person, channel, place, address) VALUES (?, ?, ?, ?)",
                    recipient.id().value(),
                    address.channel().value(),
                    ++place,
                    address.at());
        }
    }

    /** Keeps a rule of quiet. */
    public static void save(Handle handle, QuietRule rule) {
        handle.execute(
                """
                INSERT INTO quiet_rule (role, from_time, until_time, below, valid_from, valid_until)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (role, from_time, valid_from) DO UPDATE SET until_time = excluded.until_time,
                  below = excluded.below, valid_until = excluded.valid_until""",
                rule.role().name(),
                rule.from().toString(),
                rule.until().toString(),
                rule.below().name(),
                rule.effective().from().toEpochMilli(),
                Sql.millis(rule.effective().until()));
    }

    /** The shifts that are on at an instant. */
    public static List<RosterShift> shifts(Handle handle, Instant instant) {
        return handle.createQuery(
                        """
                        SELECT * FROM roster_shift WHERE valid_from <= ? AND (valid_until IS NULL OR valid_until > ?)
                        ORDER BY person, role, valid_from""")
                .bind(0, instant.toEpochMilli())
                .bind(1, instant.toEpochMilli())
                .map((row, context) -> new RosterShift(
                        new RecipientId(row.getString("person")),
                        DutyRole.valueOf(row.getString("role")),
                        filled(row, "county").map(RegionCode::new),
                        filled(row, "enterprise").map(EnterpriseId::new),
                        Sql.effective(row)))
                .list();
    }

    /** The rules of quiet that hold at an instant. */
    public static List<QuietRule> quiet(Handle handle, Instant instant) {
        return handle.createQuery(
                        """
                        SELECT * FROM quiet_rule WHERE valid_from <= ? AND (valid_until IS NULL OR valid_until > ?)
                        ORDER BY role, from_time""")
                .bind(0, instant.toEpochMilli())
                .bind(1, instant.toEpochMilli())
                .map((row, context) -> new QuietRule(
                        DutyRole.valueOf(row.getString("role")),
                        LocalTime.parse(row.getString("from_time")),
                        LocalTime.parse(row.getString("until_time")),
                        AlarmLevel.valueOf(row.getString("below")),
                        Sql.effective(row)))
                .list();
    }

    /** A person with addresses; empty if none is known. */
    public static Optional<Recipient> recipient(Handle handle, RecipientId person) {
        List<Address> addresses = handle.createQuery("SELECT * FROM contact WHERE person = ? ORDER BY place")
                .bind(0, person.value())
                .map((row, context) -> new Address(new ChannelName(row.getString("channel")), row.getString("address")))
                .list();
        return addresses.isEmpty() ? Optional.empty() : Optional.of(new Recipient(person, addresses));
    }

    private static Optional<String> filled(ResultSet row, String column) throws SQLException {
        return Optional.of(row.getString(column)).filter(cell -> !cell.isEmpty());
    }
}
