package io.stackwatch.simulator.fleet;

import io.stackwatch.simulator.report.Command;
import java.time.Instant;

/** What is due to be uploaded; made into frames only when its turn comes. */
record Report(Command command, Instant dataTime) {}
