package io.stackwatch.gateway.records;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tables in which acts are kept that the audit trail tells of, and what of an act it tells: columns that are written with the act
 * and never change. No secret is among them. Words, names and order of columns are what digests are made of and never change.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists are unmodifiable
public enum ActTable {
    /** What was done to a mark, with the version it was done to. */
    MARK(
            "mark-act",
            List.of(Key.NUMBER),
            """
            SELECT a.number, a.mark, a.version,
              CASE WHEN v.kind IS NULL AND a.event LIKE 'FILED%' THEN 'WITHDRAWAL_' || a.event ELSE a.event END AS act,
              a.at, a.actor,
              CASE WHEN a.event NOT LIKE 'FILED%' THEN a.reason WHEN v.reason = '' THEN v.explanation ELSE v.reason END AS reason,
              a.reason AS answer
            FROM mark_act a JOIN mark_version v ON v.mark = a.mark AND v.version = a.version WHERE a.number = ?""",
            """
            SELECT v.mark, v.version, v.kind, v.from_at, v.until_at, v.factors, v.reason, v.filed_at, v.filed_by, v.explanation
            FROM mark_version v JOIN mark_act a ON a.mark = v.mark AND a.version = v.version WHERE a.number = ?""",
            """
            SELECT p.number, p.name, p.sha256, p.bytes
            FROM mark_proof p JOIN mark_act a ON a.mark = p.mark AND a.version = p.version WHERE a.number = ?
            ORDER BY p.number"""),
    /** An exemption that was granted. */
    EXEMPTION(
            "exemption",
            List.of(Key.NUMBER),
            """
            SELECT number, 'EXEMPTION_GRANTED' AS act, outlet, kind, from_at, until_at, document, at, actor, reason
            FROM exemption WHERE number = ?"""),
    /** An exemption that was taken back. */
    EXEMPTION_REVOCATION(
            "exemption-revocation",
            List.of(Key.NUMBER),
            """
            SELECT exemption, 'EXEMPTION_REVOKED' AS act, at, actor, reason
            FROM exemption_revocation WHERE exemption = ?"""),
    /** A check of an instrument. */
    CHECK(
            "qa-event",
            List.of(Key.NUMBER),
            """
            SELECT number, 'CHECK_RECORDED' AS act, outlet, factor, check_kind, mode, made_at, percent, basis, absolute, stated,
              document, at, actor, reason
            FROM qa_event WHERE number = ?"""),
    /** A check that was withdrawn. */
    CHECK_WITHDRAWAL(
            "qa-withdrawal",
            List.of(Key.NUMBER),
            "SELECT number, 'CHECK_WITHDRAWN' AS act, at, actor, reason FROM qa_withdrawal WHERE number = ?"),
    /** A step of a month, with the digests of what was counted. */
    MONTH(
            "month-act",
            List.of(Key.TEXT, Key.NUMBER),
            """
            SELECT month, step, kind AS act, at, version, COALESCE(actor, 'stackwatch') AS actor,
              COALESCE(reason, 'by the calendar') AS reason
            FROM month_act WHERE month = ? AND step = ?""",
            """
            SELECT v.version, v.kind, v.counted_at, v.cutoff, v.program
            FROM month_version v JOIN month_act a ON a.month = v.month AND a.version = v.version
            WHERE a.month = ? AND a.step = ?""",
            """
            SELECT f.variant, f.line_count, f.sha256
            FROM month_figures f JOIN month_act a ON a.month = f.month AND a.version = f.version
            WHERE a.month = ? AND a.step = ? ORDER BY f.variant"""),
    /** Rates of the national centre that were entered together: the first and the last of them. */
    NATIONAL_RATES(
            "national-rates",
            List.of(Key.NUMBER, Key.NUMBER),
            """
            SELECT number, 'NATIONAL_RATES_ENTERED' AS act, month, outlet, percent, document, at, actor, reason
            FROM national_rate WHERE number >= ? AND number <= ? ORDER BY number"""),
    /** What was done to a station; of a key its number, never the key. */
    STATION(
            "station-act",
            List.of(Key.NUMBER),
            "SELECT number, mn, kind AS act, at, actor, reason, detail FROM station_act WHERE number = ?"),
    /** A request to a logger that was ordered, released or called off; its secrets are masked where it is kept. */
    EXCHANGE(
            "exchange-event",
            List.of(Key.NUMBER, Key.NUMBER),
            """
            SELECT e.exchange, e.number, e.kind AS act, e.at, e.actor, CASE WHEN e.note = '' THEN x.reason ELSE e.note END AS reason
            FROM exchange_event e JOIN exchange x ON x.id = e.exchange WHERE e.exchange = ? AND e.number = ?""",
            """
            SELECT x.id, x.station, x.qn, x.system_code, x.command, x.content, x.ordered_by, x.reason, x.two_people, x.ordered_at
            FROM exchange x JOIN exchange_event e ON e.exchange = x.id WHERE e.exchange = ? AND e.number = ?"""),
    /** An alarm that was acknowledged. */
    ALARM(
            "alarm-event",
            List.of(Key.NUMBER),
            """
            SELECT number, alarm, kind AS act, at, first_hour, last_hour, level, reason AS cause, hour_start, actor, note AS reason
            FROM alarm_event WHERE number = ?"""),
    /** Sheets that were taken over into the registry, limits of permits among them. */
    IMPORT(
            "registry-import",
            List.of(Key.NUMBER),
            "SELECT number, 'SHEETS_TAKEN_OVER' AS act, at, actor, reason FROM registry_import WHERE number = ?",
            "SELECT sheet, usable_rows, sha256 FROM registry_import_sheet WHERE import = ? ORDER BY sheet"),
    /** What was decided about a server's certificate. */
    TRUST(
            "opcua-trust-act",
            List.of(Key.NUMBER),
            "SELECT number, thumbprint, kind AS act, at, actor, reason, detail FROM opcua_trust_act WHERE number = ?"),
    /** What a platform was to be sent again. */
    RESENDING(
            "relay-act",
            List.of(Key.NUMBER),
            """
            SELECT number, 'RESENDING_ORDERED' AS act, target, at, actor, reason, from_at, until_at, first_seq, last_seq
            FROM relay_act WHERE number = ?""");

    private enum Key {
        NUMBER,
        TEXT
    }

    private final String word;
    private final List<Key> keys;
    private final String act;
    private final List<String> beside;

    ActTable(String word, List<Key> keys, String act, String... beside) {
        this.word = word;
        this.keys = keys;
        this.act = act;
        this.beside = List.of(beside);
    }

    /** How the trail names an act of this table: {@code word:key}, the parts of a key joined by slashes. */
    public String subject(Object... key) {
        if (key.length != keys.size()) {
            throw new IllegalArgumentException(this + " has a key of " + keys.size() + " parts, not " + key.length);
        }
        return word + ":" + String.join("/", Stream.of(key).map(String::valueOf).toList());
    }

    /** The table that a subject of the trail names; empty if it is about something that is kept elsewhere. */
    public static Optional<ActTable> of(String subject) {
        return Stream.of(values())
                .filter(table -> subject.startsWith(table.word + ":"))
                .findFirst();
    }

    /** The question that answers who, when, why and what; its rows have {@code act}, {@code at}, {@code actor}, {@code reason}. */
    String act() {
        return act;
    }

    /** Questions of what else belongs to the act; each has the key of the act for parameters. */
    List<String> beside() {
        return beside;
    }

    /** The parameters of the questions. */
    List<Object> key(String subject) {
        String[] parts = subject.substring(word.length() + 1).split("/", -1);
        if (parts.length != keys.size()) {
            throw new IllegalArgumentException("'" + subject + "' has no key of " + keys.size() + " parts");
        }
        return Stream.iterate(0, i -> i < parts.length, i -> i + 1)
                .<Object>map(i -> keys.get(i) == Key.NUMBER ? Long.valueOf(parts[i]) : parts[i])
                .toList();
    }
}
