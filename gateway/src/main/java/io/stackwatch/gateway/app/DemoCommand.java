package io.stackwatch.gateway.app;

import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.simulator.scenario.DemoScenario;
import io.stackwatch.simulator.scenario.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Gateway and pretended plants in one process and a scratch folder. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a gateway with pretended plants of Liaocheng in a scratch folder, on a clock that runs fast.",
            "Prints the page's address and what to look at. Ends on SIGTERM or Ctrl-C.",
            "With --month: a whole month in minutes, hour frames only, until it is frozen; one county falls below 90"
                    + " percent.",
            "Then the clock stands, and rates and papers are there to be looked at. Exit code 1 if it was not frozen.",
            "With --ladder: officers take two exceedances and a county up the legal ladder, ten weeks in minutes."
                    + " Exit code 1 if an act was refused."
        })
final class DemoCommand implements Callable<Integer> {

    private static final int PASSWORD_BITS = 100;
    private static final int SHORTEST = 12;

    @Option(
            names = "--http-port",
            defaultValue = "8080",
            description = "Port of the page; 0 chooses a free one (${DEFAULT-VALUE}).")
    private int httpPort = 8080;

    @Option(
            names = "--hj212-port",
            defaultValue = "9212",
            description = "Port of the loggers; 0 chooses a free one (${DEFAULT-VALUE}).")
    private int loggerPort = 9212;

    @Option(
            names = "--scale",
            description =
                    "Seconds that pass in a second; without it the scenario's: 60, with --month 7200, with --ladder"
                            + " 36000.")
    private @Nullable Double scale;

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description = "Where to keep the data; without it a new scratch folder.")
    private @Nullable Path folder;

    @Option(
            names = "--duration",
            paramLabel = "SECONDS",
            description = "Ends after so many seconds; without it when told to.")
    private @Nullable Long seconds;

    @Option(
            names = "--month",
            description = "Plays November 2026 in fast time and closes it, instead of a day at the screen.")
    private boolean month;

    @Option(
            names = "--ladder",
            description = "Plays the legal ladder in fast time: a fine not paid, a daily penalty, a listed county.")
    private boolean ladder;

    @Option(
            names = "--sign-in",
            description = "Sign-in is required; there is an account for each role. Not with --month or --ladder.")
    private boolean signIn;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "With --sign-in: the password of the accounts; without it one is made and printed.")
    private @Nullable Path passwordFile;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (month && ladder) {
            throw new ParameterException(
                    Failures.specified(spec).commandLine(), "--month and --ladder are two demonstrations");
        }
        if (signIn && (month || ladder)) {
            throw new ParameterException(
                    Failures.specified(spec).commandLine(), "--sign-in is for the demonstration of a day");
        }
        Scenario liaocheng = month ? DemoScenario.month() : ladder ? DemoScenario.ladder() : DemoScenario.liaocheng();
        Scenario scenario = scale == null ? liaocheng : liaocheng.withScale(scale);
        Path data = folder == null ? Files.createTempDirectory("stackwatch-demo") : Files.createDirectories(folder);
        Config config = Config.read("demo", "", Map.of())
                .with(Settings.DATA_DIR, data.toString())
                .with(Settings.HJ212_HOST, "127.0.0.1")
                .with(Settings.HJ212_PORT, String.valueOf(loggerPort))
                .with(Settings.HTTP_PORT, String.valueOf(httpPort))
                .with(Settings.API_SIGN_IN, signIn ? "required" : "none");
        return month
                ? closeMonth(config, data, scenario)
                : ladder ? climb(config, data, scenario) : showDay(config, data, scenario);
    }

    private int showDay(Config config, Path data, Scenario scenario) throws Exception {
        Optional<String> password = signIn ? Optional.of(password()) : Optional.empty();
        try (Demo demo = Demo.start(config, data, scenario, password)) {
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "stop"));
            PrintWriter out = Failures.specified(spec).commandLine().getOut();
            out.print(demo.whatToLookAt());
            password.ifPresent(word -> out.printf(
                    "accounts  %s%npassword  %s%n%n",
                    DemoAccounts.names(), passwordFile == null ? word : "as in " + passwordFile));
            out.flush();
            awaitEnd(seconds);
        }
        return ExitCode.OK;
    }

    private int closeMonth(Config config, Path data, Scenario scenario) throws Exception {
        Instant start = Instant.now();
        Instant until = seconds == null ? Instant.MAX : start.plusSeconds(seconds);
        try (MonthDemo demo = MonthDemo.start(config, data, scenario)) {
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "stop"));
            PrintWriter out = Failures.specified(spec).commandLine().getOut();
            out.print(demo.whatToLookAt());
            out.flush();
            if (!demo.follow(out, until)) {
                return ExitCode.FAILED;
            }
            awaitEnd(left(until));
        }
        return ExitCode.OK;
    }

    private int climb(Config config, Path data, Scenario scenario) throws Exception {
        Instant until = seconds == null ? Instant.MAX : Instant.now().plusSeconds(seconds);
        try (LadderDemo demo = LadderDemo.start(config, data, scenario, LadderAct.script(), Instant.MAX)) {
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "stop"));
            PrintWriter out = Failures.specified(spec).commandLine().getOut();
            out.print(demo.whatToLookAt());
            out.flush();
            if (!demo.follow(out, until)) {
                return ExitCode.FAILED;
            }
            awaitEnd(left(until));
        }
        return ExitCode.OK;
    }

    private String password() throws IOException {
        String word = passwordFile == null
                ? "demo-" + new BigInteger(PASSWORD_BITS, new SecureRandom()).toString(Character.MAX_RADIX)
                : Files.readString(passwordFile, StandardCharsets.UTF_8).strip();
        if (word.codePointCount(0, word.length()) < SHORTEST) {
            throw new ParameterException(
                    Failures.specified(spec).commandLine(), "--password-file: at least " + SHORTEST + " characters");
        }
        return word;
    }

    /** How many seconds are left; null without an end. */
    private @Nullable Long left(Instant until) {
        return seconds == null
                ? null
                : Math.max(0, Duration.between(Instant.now(), until).toSeconds());
    }

    private static void awaitEnd(@Nullable Long seconds) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        if (seconds == null) {
            end.await();
        } else {
            end.await(seconds, TimeUnit.SECONDS);
        }
    }
}
