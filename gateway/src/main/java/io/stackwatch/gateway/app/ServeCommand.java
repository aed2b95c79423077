package io.stackwatch.gateway.app;

import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the gateway until the process is told to end. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the gateway: takes in what loggers send, judges it, serves page and API. Ends on SIGTERM.")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Config settings = config.read(System.getenv());
        try (Gateway gateway = Gateway.start(settings)) {
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "stop"));
            PrintWriter out = Failures.specified(spec).commandLine().getOut();
            out.printf(
                    "loggers connect to %s:%d%npage and API at http://%s:%d/ (sign-in: %s)%n",
                    settings.get(Settings.HJ212_HOST),
                    gateway.loggerPort(),
                    settings.get(Settings.HTTP_HOST),
                    gateway.webPort(),
                    settings.get(Settings.API_SIGN_IN) ? "required" : "none, this machine only");
            out.flush();
            ended.await(); // the shutdown hook stops the parts while this thread still waits
        }
        return ExitCode.OK;
    }
}
