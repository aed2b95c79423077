package io.stackwatch.gateway.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;

/** The settings that exist. A new one is a constant here, a line in {@link #ALL}, and a row in docs/operations.md. */
public final class Settings {

    /** The addresses of this machine for itself. */
    static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

    /** What {@code http.host} must be. */
    public static final String LOOPBACK_OR_SIGN_IN =
            "a loopback address (127.0.0.1, ::1, localhost), or api.sign-in: required";

    /** Where journal, records and history live. */
    public static final ConfigKey<Path> DATA_DIR = new ConfigKey<>(
            "data-dir",
            "data",
            "a directory that can be created or written",
            "Directory of journal, records and history.",
            text -> text.isBlank() ? Optional.empty() : Optional.of(Path.of(text)));

    /** Address on which loggers connect. */
    public static final ConfigKey<String> HJ212_HOST =
            text("hj212.host", "0.0.0.0", "Address on which loggers connect.");

    /** Port on which loggers connect. */
    public static final ConfigKey<Integer> HJ212_PORT =
            port("hj212.port", "9212", "Port on which loggers connect; 0 chooses a free one and prints it.");

    /** How many loggers may be connected at once. */
    public static final ConfigKey<Integer> HJ212_MAX_CONNECTIONS = count(
            "hj212.max-connections",
            "20000",
            1,
            1_000_000,
            "How many loggers may be connected at once; more are closed.");

    /** How long a new connection may say nothing. */
    public static final ConfigKey<Duration> HJ212_FIRST_BYTE =
            duration("hj212.first-byte", "PT60S", "How long a new connection may say nothing before it is closed.");

    /** How long a connection may say nothing. */
    public static final ConfigKey<Duration> HJ212_IDLE = duration(
            "hj212.idle", "PT70M", "How long a connection may be silent later; a logger of hours speaks once an hour.");

    /** How long half a frame may wait for its rest. */
    public static final ConfigKey<Duration> HJ212_HALF_FRAME = duration(
            "hj212.half-frame", "PT10S", "How long half a frame may wait for its rest (HJ 212 framer, step B).");

    /** Address of the HTTP interface. */
    public static final ConfigKey<String> HTTP_HOST = text(
            "http.host",
            "127.0.0.1",
            "Address of the HTTP interface. Anything but loopback is refused unless api.sign-in is required.");

    /** Port of the HTTP interface. */
    public static final ConfigKey<Integer> HTTP_PORT =
            port("http.port", "8080", "Port of the HTTP interface; 0 chooses a free one and prints it.");

    /** Whether people must sign in. */
    public static final ConfigKey<Boolean> API_SIGN_IN = new ConfigKey<>(
            "api.sign-in",
            "none",
            "none or required",
            "Whether people sign in to page and API (required), or whoever reaches them may do everything (none).",
            text -> switch (text.trim()) {
                case "required" -> Optional.of(true);
                case "none" -> Optional.of(false);
                default -> Optional.empty();
            });

    /** Names of the HTTP interface. */
    public static final ConfigKey<String> API_NAMES = anyText(
            "api.names",
            "",
            "Names under which page and API answer besides http.host and localhost, separated by commas; for api.sign-in required.");

    /** The longest session. */
    public static final ConfigKey<Duration> API_SESSION_LONGEST =
            duration("api.session.longest", "PT12H", "How long a session holds at the most.");

    /** How long a session may be idle. */
    public static final ConfigKey<Duration> API_SESSION_IDLE =
            duration("api.session.idle", "PT30M", "How long a session holds without a request.");

    /** Size of a journal segment. */
    public static final ConfigKey<Integer> JOURNAL_SEGMENT_MIB =
            count("journal.segment-mib", "64", 1, 1024, "Size of a journal segment, in MiB.");

    /** How long raw frames are kept. */
    public static final ConfigKey<Duration> JOURNAL_RETENTION = duration(
            "journal.retention",
            "P1830D",
            "How long raw frames are kept; the law asks for five years (生态环境法典 art. 183).");

    /** Disk space that the journal leaves free. */
    public static final ConfigKey<Integer> JOURNAL_RESERVE_MIB = count(
            "journal.reserve-mib",
            "256",
            0,
            1_048_576,
            "Free disk space below which the journal stops acknowledging, in MiB.");

    /** The store of decisions. */
    public static final ConfigKey<String> RECORDS_URL = new ConfigKey<>(
            "records.url",
            "embedded",
            "'embedded' or a JDBC address that begins with jdbc:postgresql:",
            "Store of decisions: 'embedded' (SQLite below data-dir) or a PostgreSQL JDBC address.",
            text -> text.equals("embedded") || text.startsWith("jdbc:postgresql:")
                    ? Optional.of(text)
                    : Optional.empty());

    /** User of the store of decisions. */
    public static final ConfigKey<String> RECORDS_USER = anyText("records.user", "", "User of the PostgreSQL store.");

    /** Password of the store of decisions. */
    public static final ConfigKey<String> RECORDS_PASSWORD =
            anyText("records.password", "", "Password of the PostgreSQL store; better set by environment.");

    /** The store of time series. */
    public static final ConfigKey<String> HISTORY_URL = new ConfigKey<>(
            "history.url",
            "embedded",
            "'embedded' or an http address of an InfluxDB 1.x server",
            "Time series for charts: 'embedded' (SQLite below data-dir) or the address of InfluxDB.",
            text -> text.equals("embedded") || isHttp(text) ? Optional.of(text) : Optional.empty());

    /** Database of the time series. */
    public static final ConfigKey<String> HISTORY_DATABASE =
            text("history.database", "stackwatch", "InfluxDB database of the time series.");

    /** User of the time series server. */
    public static final ConfigKey<String> HISTORY_USER = anyText("history.user", "", "User of the InfluxDB server.");

    /** Password of the time series server. */
    public static final ConfigKey<String> HISTORY_PASSWORD =
            anyText("history.password", "", "Password of the InfluxDB server; better set by environment.");

    /** The file with the master key of the stations' keys. */
    public static final ConfigKey<String> KEYS_MASTER_FILE = text(
            "keys.master-file",
            "stackwatch.key",
            "File with the master key that seals the stations' SM4 keys, below data-dir unless absolute; made with the first key.");

    /** How long a replaced key is still tried. */
    public static final ConfigKey<Duration> KEYS_OVERLAP =
            duration("keys.overlap", "P7D", "How long a station's replaced SM4 key is still tried on what arrives.");

    /** How long after a packet of a split upload the next one may come. */
    public static final ConfigKey<Duration> STATIONS_PACKETS_WITHIN = duration(
            "stations.packets-within",
            "PT10M",
            "How long the next packet of a split upload (PNUM, PNO) may take before the upload is shown as incomplete.");

    /** How long a reader waits before it tries again. */
    public static final ConfigKey<Duration> RETRY =
            duration("retry", "PT2S", "How long a cursor whose store is down waits before it tries again.");

    /** How long a request to a logger may wait to be sent. */
    public static final ConfigKey<Duration> EXCHANGE_REQUEST_EXPIRY = duration(
            "exchange.request-expiry",
            "PT24H",
            "How long a request to a logger may wait to be sent before it expires.");

    /** How long a control may wait for its release, and then to be sent. */
    public static final ConfigKey<Duration> EXCHANGE_CONTROL_EXPIRY = duration(
            "exchange.control-expiry",
            "PT10M",
            "How long a control command may wait for the second person, and then to be sent.");

    /** How many exchanges may be open at one station. */
    public static final ConfigKey<Integer> EXCHANGE_WAITING = count(
            "exchange.waiting", "100", 1, 10_000, "How many requests may be open at one station; more are refused.");

    /** The ST of requests that the machine orders. */
    public static final ConfigKey<String> EXCHANGE_SYSTEM_CODE = text(
            "exchange.system-code", "31", "System code (ST) of the requests that the machine orders: 31 is flue gas.");

    /** Whether an answer with another QN counts. */
    public static final ConfigKey<Boolean> EXCHANGE_OTHER_QN = flag(
            "exchange.other-qn",
            "true",
            "Whether an answer with another QN counts for the only request that waits (misprint of HJ 212-2017 C.43).");

    /** How often a logger's clock is looked at. */
    public static final ConfigKey<Duration> EXCHANGE_CLOCK_EVERY =
            duration("exchange.clock.every", "PT24H", "How often the clock of a connected logger is asked for (1011).");

    /** The drift above which a clock is to be set. */
    public static final ConfigKey<Duration> EXCHANGE_CLOCK_LIMIT = duration(
            "exchange.clock.limit",
            "PT30S",
            "Drift above which setting the clock (1012) is proposed; 30 s is a public relay's limit, no standard's.");

    /** Whether clocks are set without a person. */
    public static final ConfigKey<Boolean> EXCHANGE_CLOCK_AUTO_SET = flag(
            "exchange.clock.auto-set",
            "false",
            "Whether a clock that is off is set without a person; otherwise the proposal waits for one.");

    /** Whether loggers are asked for what is missing. */
    public static final ConfigKey<Boolean> BACKFILL_ASK =
            flag("backfill.ask", "true", "Whether loggers are asked for hours that are due and missing (2061, 2051).");

    /** The file of upper platforms. */
    public static final ConfigKey<String> RELAY_TARGETS =
            anyText("relay.targets", "", "File of the upper platforms that are forwarded to; empty for none.");

    /** When reconciliations are taken. */
    public static final ConfigKey<LocalTime> RELAY_REPORT_AT = new ConfigKey<>(
            "relay.report-at",
            "00:30",
            "a time of day such as 00:30",
            "Legal time of day at which the reconciliation of the day before is taken.",
            Settings::timeOfDay);

    /** How long figures of relays are kept. */
    public static final ConfigKey<Duration> RELAY_KEEP = new ConfigKey<>(
            "relay.keep",
            "P35D",
            "an ISO 8601 duration of at least P2D",
            "How long figures of relays are kept by station and hour, once nothing is outstanding.",
            text -> positive(text).filter(kept -> kept.compareTo(Duration.ofDays(2)) >= 0));

    /** The file of notice channels. */
    public static final ConfigKey<String> NOTICE_CHANNELS =
            anyText("notice.channels", "", "File of the channels over which people are told; empty for none.");

    /** How long minutes that we make are kept. */
    public static final ConfigKey<Duration> AVERAGING_KEEP = new ConfigKey<>(
            "averaging.keep",
            "P400D",
            "an ISO 8601 duration of at least P35D",
            "How long minutes and samples that we make of OPC UA values are kept; hours are never dropped.",
            text -> positive(text).filter(kept -> kept.compareTo(Duration.ofDays(35)) >= 0));

    /** The folder of certificates of OPC UA. */
    public static final ConfigKey<String> OPCUA_TRUST_DIR = text(
            "opcua.trust-dir",
            "opcua",
            "Folder of our own OPC UA certificate, trusted and rejected ones; below data-dir unless absolute.");

    /** What we call ourselves to OPC UA servers. */
    public static final ConfigKey<String> OPCUA_APPLICATION_URI = text(
            "opcua.application-uri",
            "urn:stackwatch:gateway",
            "Application URI that our OPC UA certificate names; a new one needs a new certificate.");

    /** How far the clock of an OPC UA source may be from ours. */
    public static final ConfigKey<Duration> SOURCE_CLOCK_TOLERANCE = duration(
            "source.clock-tolerance",
            "PT60S",
            "How far the clock behind an OPC UA source's values may be from ours before the source says so (indicator F13).");

    /** Every setting, in the order of the documentation. */
    public static final List<ConfigKey<?>> ALL = List.of(
            DATA_DIR,
            HJ212_HOST,
            HJ212_PORT,
            HJ212_MAX_CONNECTIONS,
            HJ212_FIRST_BYTE,
            HJ212_IDLE,
            HJ212_HALF_FRAME,
            HTTP_HOST,
            HTTP_PORT,
            API_SIGN_IN,
            API_NAMES,
            API_SESSION_LONGEST,
            API_SESSION_IDLE,
            JOURNAL_SEGMENT_MIB,
            JOURNAL_RETENTION,
            JOURNAL_RESERVE_MIB,
            RECORDS_URL,
            RECORDS_USER,
            RECORDS_PASSWORD,
            HISTORY_URL,
            HISTORY_DATABASE,
            HISTORY_USER,
            HISTORY_PASSWORD,
            KEYS_MASTER_FILE,
            KEYS_OVERLAP,
            STATIONS_PACKETS_WITHIN,
            RETRY,
            EXCHANGE_REQUEST_EXPIRY,
            EXCHANGE_CONTROL_EXPIRY,
            EXCHANGE_WAITING,
            EXCHANGE_SYSTEM_CODE,
            EXCHANGE_OTHER_QN,
            EXCHANGE_CLOCK_EVERY,
            EXCHANGE_CLOCK_LIMIT,
            EXCHANGE_CLOCK_AUTO_SET,
            BACKFILL_ASK,
            RELAY_TARGETS,
            RELAY_REPORT_AT,
            RELAY_KEEP,
            NOTICE_CHANNELS,
            AVERAGING_KEEP,
            OPCUA_TRUST_DIR,
            OPCUA_APPLICATION_URI,
            SOURCE_CLOCK_TOLERANCE);

    private Settings() {}

    private static ConfigKey<String> text(String name, String defaultText, String meaning) {
        return new ConfigKey<>(
                name,
                defaultText,
                "a text that is not blank",
                meaning,
                text -> text.isBlank() ? Optional.empty() : Optional.of(text));
    }

    private static ConfigKey<String> anyText(String name, String defaultText, String meaning) {
        return new ConfigKey<>(name, defaultText, "a text", meaning, Optional::of);
    }

    private static ConfigKey<Integer> port(String name, String defaultText, String meaning) {
        return new ConfigKey<>(name, defaultText, "a port from 0 to 65535", meaning, whole(n -> n >= 0 && n <= 65_535));
    }

    private static ConfigKey<Integer> count(String name, String defaultText, int least, int most, String meaning) {
        return new ConfigKey<>(
                name,
                defaultText,
                "a whole number from " + least + " to " + most,
                meaning,
                whole(n -> n >= least && n <= most));
    }

    private static ConfigKey<Boolean> flag(String name, String defaultText, String meaning) {
        return new ConfigKey<>(name, defaultText, "true or false", meaning, text -> switch (text.trim()) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    private static ConfigKey<Duration> duration(String name, String defaultText, String meaning) {
        return new ConfigKey<>(
                name, defaultText, "a positive ISO 8601 duration such as PT10S or P90D", meaning, Settings::positive);
    }

    private static Function<String, Optional<Integer>> whole(LongPredicate accepted) {
        return text -> {
            try {
                int number = Integer.parseInt(text.trim());
                return accepted.test(number) ? Optional.of(number) : Optional.empty();
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        };
    }

    private static Optional<LocalTime> timeOfDay(String text) {
        try {
            return Optional.of(LocalTime.parse(text.trim()));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> positive(String text) {
        try {
            Duration duration = Duration.parse(text.trim());
            return duration.isNegative() || duration.isZero() ? Optional.empty() : Optional.of(duration);
        } catch (DateTimeParseException notADuration) {
            return Optional.empty();
        }
    }

    private static boolean isHttp(String text) {
        try {
            URI uri = URI.create(text);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
