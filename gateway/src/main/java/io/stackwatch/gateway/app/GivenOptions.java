package io.stackwatch.gateway.app;

import io.stackwatch.connectors.hj212.server.ServerOptions;
import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.gateway.api.ApiOptions;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.history.HistoryOptions;
import io.stackwatch.gateway.history.InfluxOptions;
import io.stackwatch.gateway.history.InfluxReadingLog;
import io.stackwatch.gateway.history.SqliteReadingLog;
import io.stackwatch.gateway.journal.segment.JournalOptions;
import java.net.URI;
import java.time.Duration;

/** What the settings of an operator mean for the parts that they are about. */
record GivenOptions(Config config) {

    /** Where series for charts are kept: here, or the InfluxDB server that the settings name. */
    ReadingLog readingLog(DataFolder folder) {
        String url = config.get(Settings.HISTORY_URL);
        if (url.equals("embedded")) {
            return SqliteReadingLog.open(folder.history());
        }
        return new InfluxReadingLog(InfluxOptions.at(URI.create(url))
                .withDatabase(config.get(Settings.HISTORY_DATABASE))
                .withLogin(config.get(Settings.HISTORY_USER), config.get(Settings.HISTORY_PASSWORD)));
    }

    JournalOptions journal() {
        return JournalOptions.defaults()
                .withSegmentBytes(config.get(Settings.JOURNAL_SEGMENT_MIB) << 20)
                .withReserveBytes((long) config.get(Settings.JOURNAL_RESERVE_MIB) << 20)
                .withRetention(config.get(Settings.JOURNAL_RETENTION));
    }

    HistoryOptions history() {
        Duration longest = config.get(Settings.RETRY);
        Duration first = longest.compareTo(Duration.ofMillis(200)) < 0 ? longest : Duration.ofMillis(200);
        return HistoryOptions.defaults().withBackOff(first, longest);
    }

    ServerOptions loggers() {
        return ServerOptions.defaults()
                .withMaxConnections(config.get(Settings.HJ212_MAX_CONNECTIONS))
                .withSilence(config.get(Settings.HJ212_FIRST_BYTE), config.get(Settings.HJ212_IDLE))
                .withPatience(ServerOptions.defaults().quiet(), config.get(Settings.HJ212_HALF_FRAME));
    }

    ApiOptions api() {
        ApiOptions options = ApiOptions.defaults().withPort(config.get(Settings.HTTP_PORT));
        String host = config.get(Settings.HTTP_HOST);
        return config.get(Settings.API_SIGN_IN) ? options.withAnyHost(host) : options.withHost(host);
    }
}
