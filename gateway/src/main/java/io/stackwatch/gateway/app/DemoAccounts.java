package io.stackwatch.gateway.app;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.access.Accounts;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.records.PersonRecords;
import io.stackwatch.gateway.records.PersonRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.LiveRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The pretended people of a demonstration with sign-in: one for each role, all with the same password. */
final class DemoAccounts {

    /** Who can sign in, and as what. */
    private static final List<Cast> CAST = List.of(
            new Cast("officer", Role.OFFICER, "执法人员（演示）"),
            new Cast("reviewer", Role.REVIEWER, "审核人员（演示）"),
            new Cast("legal", Role.LEGAL_REVIEWER, "法制审核（演示）"),
            new Cast("head", Role.HEAD, "负责人（演示）"),
            new Cast("county", Role.COUNTY, "县级分局（演示）"),
            new Cast("enterprise", Role.ENTERPRISE, "企业（演示）"),
            new Cast("auditor", Role.AUDITOR, "审计（演示）"),
            new Cast("admin", Role.ADMINISTRATOR, "管理员（演示）"));

    private static final Accounts.Order ORDER = new Accounts.Order("demo", "UNSTATED", "demonstration");

    private DemoAccounts() {}

    private record Cast(String id, Role role, String name) {}

    /** Their names, for the person in front of the screen. */
    static String names() {
        return CAST.stream()
                .map(Cast::id)
                .reduce((some, more) -> some + ", " + more)
                .orElse("");
    }

    /**
     * Registers them in the store of a gateway that has not started; those that have an account keep it.
     *
     * @param clock at which the demonstration begins
     */
    static void register(Config config, String password, Clock clock) throws Exception {
        try (RecordStore store = RecordStore.open(DataFolder.of(config).records(config))) {
            Enterprise firm = firm(store, clock);
            for (Cast one : CAST) {
                store.write(handle -> {
                    PersonRecords.save(handle, row(one, firm));
                    return true;
                });
                Entrances.desk(config, store, clock).accounts().add(new PersonId(one.id()), password, ORDER);
            }
        }
    }

    /** The first enterprise of the list; the county is that in which it lies. */
    private static Enterprise firm(RecordStore store, Clock clock) {
        Instant now = clock.instant();
        return new LiveRegistry(store, clock)
                .snapshot().registry().rows().enterprises().stream()
                        .filter(one -> one.effective().contains(now))
                        .min(Comparator.comparing(Enterprise::id))
                        .orElseThrow();
    }

    private static PersonRow row(Cast one, Enterprise firm) {
        Optional<RegionCode> region = one.role() == Role.COUNTY ? Optional.of(firm.region()) : Optional.empty();
        Optional<EnterpriseId> enterprise = one.role() == Role.ENTERPRISE ? Optional.of(firm.id()) : Optional.empty();
        Optional<String> certificate = one.role() == Role.OFFICER ? Optional.of("DEMO-0001") : Optional.empty();
        return new PersonRow(
                new PersonId(one.id()), one.role(), one.name(), region, enterprise, certificate, Effective.ALWAYS);
    }
}
