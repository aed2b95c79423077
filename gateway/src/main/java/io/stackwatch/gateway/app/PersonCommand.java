package io.stackwatch.gateway.app;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.access.Accounts;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.PersonRow;
import io.stackwatch.gateway.records.RecordStore;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Registers somebody in a role, or corrects such a row. */
@Command(
        name = "person",
        mixinStandardHelpOptions = true,
        description = {
            "Registers what a person may do (person add), or corrects the row with the same identity, role and beginning.",
            "Many at once come with the sheet persons.csv; see import."
        })
final class PersonCommand implements Callable<Integer> {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(index = "0", paramLabel = "ACTION", description = "add.")
    private String action = "";

    @Option(names = "--id", required = true, paramLabel = "PERSON", description = "The identity.")
    private String id = "";

    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "As what: ${COMPLETION-CANDIDATES}.")
    private @Nullable Role role;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "For people.")
    private String name = "";

    @Option(names = "--region", paramLabel = "CODE", description = "The division; without it the whole city.")
    private @Nullable String region;

    @Option(names = "--enterprise", paramLabel = "ID", description = "For whom, if the role is ENTERPRISE.")
    private @Nullable String enterprise;

    @Option(names = "--certificate", paramLabel = "NUMBER", description = "Of enforcement (执法证).")
    private @Nullable String certificate;

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "First day, such as 2026-11-24.")
    private String from = "";

    @Option(names = "--until", paramLabel = "DAY", description = "First day on which it does not hold any more.")
    private @Nullable String until;

    @Option(
            names = "--by",
            required = true,
            paramLabel = "NAME",
            description = "Who registers; kept in the audit trail.")
    private String by = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept in the audit trail.")
    private String reason = "";

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws Exception {
        if (!action.equals("add")) {
            throw wrong("'" + action + "' is not add");
        }
        PersonRow row;
        Accounts.Order order;
        try {
            row = row();
            Act act = new Act(clock.instant(), by, reason);
            order = new Accounts.Order(act.by(), "UNSTATED", act.reason());
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw wrong(String.valueOf(wrong.getMessage()));
        }
        Config settings = config.read(System.getenv());
        PrintWriter out = Failures.specified(spec).commandLine().getOut();
        try (RecordStore store = RecordStore.open(DataFolder.of(settings).records(settings))) {
            Entrances.desk(settings, store, clock).accounts().grant(row, order);
            out.printf("%s is %s from %s%n", row.id(), row.role(), from);
            out.flush();
            return ExitCode.OK;
        }
    }

    private PersonRow row() {
        PersonRow row = new PersonRow(
                new PersonId(id),
                role == null ? Role.MACHINE : role,
                name.strip(),
                Optional.ofNullable(region).map(RegionCode::new),
                Optional.ofNullable(enterprise).map(EnterpriseId::new),
                Optional.ofNullable(certificate),
                new Effective(day(from), Optional.ofNullable(until).map(PersonCommand::day)));
        row.actor(); // checks that role, region and enterprise fit
        return row;
    }

    private static Instant day(String text) {
        return LocalDate.parse(text).atStartOfDay(LegalTime.ZONE).toInstant();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Failures.specified(spec).commandLine(), message);
    }
}
