package io.stackwatch.gateway.registry;

import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.notice.Address;
import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.DutyRole;
import io.stackwatch.core.notice.QuietRule;
import io.stackwatch.core.notice.Recipient;
import io.stackwatch.core.notice.RecipientId;
import io.stackwatch.core.notice.RosterShift;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.gateway.records.RosterRecords;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The sheets {@code roster.csv} (who is on duty when), {@code contacts.csv} (where people are reached, in the order in which it is tried) and
 * {@code quiet-hours.csv} (when whom to leave in peace). Shifts and rules with a known key are corrected, others are added, none is removed: whatever
 * ends gets an end. The addresses of a person who is named stand instead of those before.
 */
final class RosterSheets {

    static final String ROSTER = "roster.csv";
    static final String CONTACTS = "contacts.csv";
    static final String QUIET = "quiet-hours.csv";

    private final List<Shift> shifts = new ArrayList<>();
    private final Map<RecipientId, List<Address>> contacts = new LinkedHashMap<>();
    private final List<QuietRule> quiet = new ArrayList<>();
    private int contactRows;

    private record Shift(SheetRow row, RosterShift shift) {}

    private RosterSheets() {}

    static RosterSheets read(Path folder, List<SheetError> errors) {
        RosterSheets sheets = new RosterSheets();
        Sheet.read(
                        folder.resolve(ROSTER),
                        Set.of("person", "role", "from"),
                        Set.of("county", "enterprise", "until"),
                        errors)
                .forEach(sheets::shift);
        Sheet.read(folder.resolve(CONTACTS), Set.of("person", "channel", "address"), Set.of(), errors)
                .forEach(sheets::contact);
        Sheet.read(
                        folder.resolve(QUIET),
                        Set.of("role", "quiet_from", "quiet_until", "below", "from"),
                        Set.of("until"),
                        errors)
                .forEach(sheets::quiet);
        return sheets;
    }

    Map<String, Integer> counts() {
        return Map.of(ROSTER, shifts.size(), CONTACTS, contactRows, QUIET, quiet.size());
    }

    private void shift(SheetRow row) {
        Optional<RecipientId> person = person(row);
        Optional<DutyRole> role = role(row);
        Optional<Effective> effective = SheetFacts.effective(row);
        if (!SheetFacts.whole(person, role, effective)) {
            return;
        }
        Optional<RegionCode> county = filled(row, "county").map(RegionCode::new);
        Optional<EnterpriseId> enterprise = filled(row, "enterprise").map(EnterpriseId::new);
        if (role.get().ofCounty() != county.isPresent()) {
            row.wrong("county", "a county for a role of a county, and only for it");
        } else if (role.get().ofEnterprise() != enterprise.isPresent()) {
            row.wrong("enterprise", "an enterprise for a role of an enterprise, and only for it");
        } else {
            shifts.add(new Shift(row, new RosterShift(person.get(), role.get(), county, enterprise, effective.get())));
        }
    }

    private void contact(SheetRow row) {
        Optional<RecipientId> person = person(row);
        Optional<ChannelName> channel = row.value("channel", "the name of a channel", ChannelName::new);
        if (!SheetFacts.whole(person, channel)) {
            return;
        }
        List<Address> known = contacts.computeIfAbsent(person.get(), id -> new ArrayList<>());
        if (known.stream().anyMatch(address -> address.channel().equals(channel.get()))) {
            row.wrong("channel", "one address of a person on a channel");
            return;
        }
        row.value("address", "an address of the channel", cell -> new Address(channel.get(), cell))
                .ifPresent(address -> {
                    known.add(address);
                    contactRows++;
                });
    }

    private void quiet(SheetRow row) {
        Optional<DutyRole> role = role(row);
        Optional<LocalTime> from = row.value("quiet_from", "a time of day such as 22:00", LocalTime::parse);
        Optional<LocalTime> until = row.value("quiet_until", "a time of day such as 07:00", LocalTime::parse);
        Optional<AlarmLevel> below = SheetFacts.oneOf(row, "below", AlarmLevel.class);
        Optional<Effective> effective = SheetFacts.effective(row);
        if (!SheetFacts.whole(role, from, until, below, effective)) {
            return;
        }
        if (from.get().equals(until.get())) {
            row.wrong("quiet_until", "another time than quiet_from");
        } else {
            quiet.add(new QuietRule(role.get(), from.get(), until.get(), below.get(), effective.get()));
        }
    }

    private static Optional<RecipientId> person(SheetRow row) {
        return row.value("person", "an identity", cell -> new RecipientId(new PersonId(cell).value()));
    }

    private static Optional<DutyRole> role(SheetRow row) {
        return row.value("role", "a role on duty", cell -> {
            DutyRole role = DutyRole.valueOf(cell);
            if (role == DutyRole.ASSIGNEE) {
                throw new IllegalArgumentException(cell);
            }
            return role;
        });
    }

    private static Optional<String> filled(SheetRow row, String column) {
        return Optional.of(row.orEmpty(column)).filter(cell -> !cell.isEmpty());
    }

    /** Shifts of what is not registered. */
    List<SheetError> contradictions(RegistryRows registry) {
        List<SheetError> errors = new ArrayList<>();
        for (Shift one : shifts) {
            one.shift()
                    .enterprise()
                    .filter(id -> registry.enterprises().stream()
                            .noneMatch(known -> known.id().equals(id)))
                    .ifPresent(id -> errors.add(wrong(one, "enterprise", "a registered enterprise")));
            one.shift()
                    .county()
                    .filter(code -> registry.regions().stream()
                            .noneMatch(known -> known.code().equals(code)))
                    .ifPresent(code -> errors.add(wrong(one, "county", "a known division")));
        }
        return errors;
    }

    private static SheetError wrong(Shift one, String column, String expected) {
        return new SheetError(ROSTER, one.row().number(), column, one.row().orEmpty(column), expected);
    }

    void save(Handle handle) {
        shifts.forEach(one -> RosterRecords.save(handle, one.shift()));
        contacts.forEach((person, addresses) -> {
            if (!addresses.isEmpty()) {
                RosterRecords.save(handle, new Recipient(person, addresses));
            }
        });
        quiet.forEach(rule -> RosterRecords.save(handle, rule));
    }
}
