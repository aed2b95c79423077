package io.stackwatch.gateway.app;

import io.stackwatch.connectors.hj212.camel.Hj212Component;
import io.stackwatch.connectors.hj212.camel.Hj212Consumer;
import io.stackwatch.connectors.hj212.server.ServerOptions;
import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.gateway.api.ApiOptions;
import io.stackwatch.gateway.api.ApiParts;
import io.stackwatch.gateway.api.ApiServer;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.history.HistoryCursor;
import io.stackwatch.gateway.history.HistoryOptions;
import io.stackwatch.gateway.history.InfluxOptions;
import io.stackwatch.gateway.history.InfluxReadingLog;
import io.stackwatch.gateway.history.SqliteReadingLog;
import io.stackwatch.gateway.intake.Intake;
import io.stackwatch.gateway.intake.IntakeOptions;
import io.stackwatch.gateway.intake.IntakeRoute;
import io.stackwatch.gateway.journal.Journal.StartAt;
import io.stackwatch.gateway.journal.camel.JournalComponent;
import io.stackwatch.gateway.journal.segment.JournalOptions;
import io.stackwatch.gateway.journal.segment.SegmentJournal;
import io.stackwatch.gateway.judgement.CoreCursor;
import io.stackwatch.gateway.judgement.CoreRoute;
import io.stackwatch.gateway.judgement.JudgementOptions;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.LiveRegistry;
import io.stackwatch.gateway.timetable.Timetable;
import io.stackwatch.gateway.timetable.TimetableOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * A running gateway: the one place where its parts are created and joined.
 *
 * <p>Parts start from the inside out, the intake last, so that nothing is acknowledged before everything behind it is
 * there; they stop in reverse order. Closing twice is harmless.
 */
public final class Gateway implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final RunningParts parts = new RunningParts();
    private final Config config;
    private final Clock clock;

    private Gateway(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }
}
