package io.stackwatch.simulator;

import picocli.CommandLine.Command;

/** {@code simulator conform}: the conformance kit. */
@Command(
        name = "conform",
        description = {
            "Examines a platform, or a data logger, with named cases of HJ 212 (2005, 2017, 2025, 2025 with SM4).",
            "A case whose needs are not met is reported as not run, never as passed."
        },
        mixinStandardHelpOptions = true,
        subcommands = {ConformServerCommand.class, ConformLoggerCommand.class, ConformSheetsCommand.class},
        footer = {
            "",
            "Exit codes: 0 no case fails; 1 a case fails; 2 wrong arguments; 4 the platform cannot be reached."
        })
final class ConformCommand {}
