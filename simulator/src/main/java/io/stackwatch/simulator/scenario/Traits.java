package io.stackwatch.simulator.scenario;

import io.stackwatch.simulator.logger.KeyRing;
import io.stackwatch.simulator.logger.LoggerClock;
import io.stackwatch.simulator.logger.Retention;
import java.time.Duration;
import java.util.Optional;

/**
 * What distinguishes a logger as one that is asked and that may be cut off.
 *
 * @param afterCut what it does about spans that it could not send
 * @param pace between two late messages, or two records that were asked for, in the fleet's time; empty for the fleet's own
 * @param keeps how long it keeps its records
 * @param clock its own clock
 * @param asksTimeAbove how wrong its clock may get before it asks for the time (1013); zero for never
 * @param activated false for a logger that waits for its MN (1001, 1002)
 * @param heartbeat between two heartbeats (9015); zero for none
 * @param power between two uploads of power figures (ST 44); zero for none
 * @param conditions between two uploads of production conditions (ST 45); zero for none
 * @param keys empty for a logger that speaks in clear
 * @param renewKeyAfter how old its key may get before it asks for a new one (1014)
 */
public record Traits(
        AfterCut afterCut,
        Optional<Duration> pace,
        Retention keeps,
        LoggerClock clock,
        Duration asksTimeAbove,
        boolean activated,
        Duration heartbeat,
        Duration power,
        Duration conditions,
        Optional<KeyRing> keys,
        Duration renewKeyAfter) {}
