package io.stackwatch.gateway.app;

import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.gateway.access.AccountAnswer;
import io.stackwatch.gateway.access.AccountLine;
import io.stackwatch.gateway.access.Accounts;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.RecordStore;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes accounts and gives them another password, on the machine itself: how the first administrator comes in. */
@Command(
        name = "accounts",
        mixinStandardHelpOptions = true,
        description = {
            "Makes an account for a registered person (add), gives it another password (reset), or lists accounts (list).",
            "The password is printed once and must be changed at the first sign-in. A running gateway may go on."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed, see the log",
            "2:command line or configuration cannot be used",
            "3:not done: there is no such person or account, or it exists already; the message says which"
        })
final class AccountsCommand implements Callable<Integer> {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(index = "0", paramLabel = "ACTION", description = "add, reset or list.")
    private String action = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "PERSON", description = "The identity of the person.")
    private @Nullable String person;

    @Option(names = "--by", paramLabel = "NAME", description = "Who does it; kept in the audit trail.")
    private String by = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the audit trail.")
    private String reason = "";

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;

    AccountsCommand() {
        this(Clock.systemUTC());
    }

    AccountsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        Config settings = config.read(System.getenv());
        PrintWriter out = Failures.specified(spec).commandLine().getOut();
        try (RecordStore store = RecordStore.open(DataFolder.of(settings).records(settings))) {
            Accounts accounts = Entrances.desk(settings, store, clock).accounts();
            int code =
                    switch (action) {
                        case "list" -> list(accounts, out);
                        case "add" -> told(accounts.add(named(), order()), out);
                        case "reset" -> told(accounts.reset(named(), order()), out);
                        default -> throw wrong("'" + action + "' is not add, reset or list");
                    };
            out.flush();
            return code;
        }
    }

    private static int told(AccountAnswer answer, PrintWriter out) {
        return answer.match(
                done -> {
                    out.printf(
                            "account %s, one-time password: %s%n",
                            done.person(), done.initialPassword().orElse("-"));
                    return ExitCode.OK;
                },
                unknown -> {
                    out.printf("there is no account of %s%n", unknown.person());
                    return ExitCode.FINDINGS;
                },
                not -> {
                    out.printf("not done: %s%n", not.reason());
                    return ExitCode.FINDINGS;
                });
    }

    private static int list(Accounts accounts, PrintWriter out) {
        for (AccountLine line : accounts.all()) {
            out.printf(
                    "%s  %s  %s%s%n",
                    line.person(),
                    line.name(),
                    line.grants().stream().map(grant -> grant.role().name()).collect(Collectors.joining(" ")),
                    line.lockedAt().map(at -> "  locked since " + at).orElse(""));
        }
        return ExitCode.OK;
    }

    private PersonId named() {
        try {
            return new PersonId(person == null ? "" : person);
        } catch (IllegalArgumentException nobody) {
            throw wrong("PERSON: " + nobody.getMessage());
        }
    }

    private Accounts.Order order() {
        try {
            Act act = new Act(clock.instant(), by, reason);
            return new Accounts.Order(act.by(), "UNSTATED", act.reason());
        } catch (IllegalArgumentException missing) {
            throw wrong("--by and --reason: " + missing.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Failures.specified(spec).commandLine(), message);
    }
}
