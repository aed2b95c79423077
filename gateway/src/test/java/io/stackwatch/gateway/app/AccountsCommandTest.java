package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The first administrator comes in from the command line. */
final class AccountsCommandTest {

    private static final Pattern PASSWORD = Pattern.compile("one-time password: ((?:[a-z2-9]{4}-){4}[a-z2-9]{4})");

    @TempDir
    private Path folder;

    private StringWriter shown = new StringWriter();

    private int run(String... arguments) throws Exception {
        Path config = folder.resolve("stackwatch.yaml");
        Files.writeString(config, "data-dir: " + folder.resolve("data") + "\n");
        shown = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", config.toString()));
        CommandLine line =
                Stackwatch.commandLine().setOut(new PrintWriter(shown, true)).setErr(new PrintWriter(shown, true));
        return line.execute(all.toArray(String[]::new));
    }

    @Test
    void aRegisteredPersonGetsAnAccountOnceAndAnotherPasswordWhenNeeded() throws Exception {
        String[] add = {"accounts", "add", "root", "--by", "王工", "--reason", "first"};
        assertEquals(ExitCode.FINDINGS, run(add));
        assertTrue(shown.toString().contains("NOT_REGISTERED"), shown::toString);
        assertEquals(
                ExitCode.OK,
                run(
                        "person",
                        "add",
                        "--id",
                        "root",
                        "--role",
                        "ADMINISTRATOR",
                        "--name",
                        "管理员",
                        "--from",
                        "2020-01-01",
                        "--by",
                        "王工",
                        "--reason",
                        "first"));
        assertEquals(ExitCode.OK, run(add));
        String first = password();
        assertEquals(ExitCode.FINDINGS, run(add));
        assertTrue(shown.toString().contains("EXISTS"), shown::toString);
        assertEquals(ExitCode.OK, run("accounts", "reset", "root", "--by", "王工", "--reason", "forgotten"));
        assertFalse(first.equals(password()));
        assertEquals(ExitCode.OK, run("accounts", "list"));
        assertTrue(shown.toString().contains("root  管理员  ADMINISTRATOR"), shown::toString);
    }

    @Test
    void whatIsMissingOrDoesNotFitIsSaid() throws Exception {
        assertEquals(ExitCode.USAGE, run("accounts", "add", "root"));
        assertTrue(shown.toString().contains("--by and --reason"), shown::toString);
        assertEquals(ExitCode.USAGE, run("accounts", "burn", "root"));
        assertEquals(ExitCode.FINDINGS, run("accounts", "reset", "root", "--by", "王工", "--reason", "x"));
        for (String role : List.of("COUNTY", "ENTERPRISE", "MACHINE")) {
            assertEquals(
                    ExitCode.USAGE,
                    run(
                            "person",
                            "add",
                            "--id",
                            "x",
                            "--role",
                            role,
                            "--name",
                            "x",
                            "--from",
                            "2020-01-01",
                            "--by",
                            "王工",
                            "--reason",
                            "x"),
                    role);
        }
    }

    private String password() {
        Matcher found = PASSWORD.matcher(shown.toString());
        assertTrue(found.find(), shown::toString);
        return found.group(1);
    }
}
