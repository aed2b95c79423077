package io.stackwatch.gateway.app;

import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.ConfigProblem;
import io.stackwatch.gateway.config.ConfigRefused;
import io.stackwatch.gateway.config.SecretReader;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.notice.ChannelKind.Means;
import io.stackwatch.gateway.notice.ChannelLine;
import io.stackwatch.gateway.notice.Dispatcher;
import io.stackwatch.gateway.notice.NoticeLog;
import io.stackwatch.gateway.notice.NoticeOutbox;
import io.stackwatch.gateway.notice.Secrets;
import io.stackwatch.gateway.notice.channels.NoticePlan;
import io.stackwatch.gateway.notice.channels.NoticesFile;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The channels over which people are told, as the settings have them. */
record Notices(NoticePlan plan) {

    /**
     * Reads the file of channels too, and the secrets that it refers to.
     *
     * @param environment such as {@code System.getenv()}
     */
    static Notices of(Config config, Map<String, String> environment) throws ConfigRefused {
        String file = config.get(Settings.NOTICE_CHANNELS);
        if (file.isBlank()) {
            return new Notices(NoticePlan.none());
        }
        try {
            String yaml = Files.readString(Path.of(file));
            return new Notices(NoticesFile.read(file, yaml, new Secrets(new SecretReader(environment))));
        } catch (IOException unreadable) {
            throw new ConfigRefused(List.of(new ConfigProblem(
                    "settings", 0, Settings.NOTICE_CHANNELS.name(), file, "a file that can be read")));
        }
    }

    /**
     * A dispatcher over these channels, to be woken by a timetable. What the channels hold open is let go with the
     * Vert.x.
     *
     * @param clock the gateway's time; signatures are made with the real one
     */
    Dispatcher dispatcher(NoticeOutbox outbox, NoticeLog log, Vertx vertx, Clock clock) {
        List<ChannelLine> lines = plan.lines(
                new Means(vertx, Clock.systemUTC(), () -> UUID.randomUUID().toString()));
        return new Dispatcher(outbox, log, lines, plan.terms(), clock);
    }
}
