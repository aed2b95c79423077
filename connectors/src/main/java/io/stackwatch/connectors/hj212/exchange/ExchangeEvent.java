package io.stackwatch.connectors.hj212.exchange;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to an exchange, as it is kept for ever.
 *
 * @param kind what
 * @param at when: for a frame its arrival
 * @param by who: a person, {@link #MACHINE}, or a station's MN
 * @param note a person's reason, or what came; no secrets
 * @param code QnRtn or ExeRtn as it came, {@link ReturnCode#UNREADABLE} for one that is no number; for {@code SENT} the number of the attempt; empty where there is none
 * @param sure for data: whether nothing but this request can have caused it
 * @param otherQn whether it carries another request number than the request
 * @param frame the number under which the frame is kept in the journal
 */
public record ExchangeEvent(
        ExchangeEventKind kind,
        Instant at,
        String by,
        String note,
        Optional<Integer> code,
        boolean sure,
        boolean otherQn,
        Optional<Long> frame) {

    /** Who acts when no person does. */
    public static final String MACHINE = "stackwatch";

    /** The liberty that lies in its return code; empty for none. */
    Optional<Deviation> deviationOfCode() {
        if (kind != ExchangeEventKind.ANSWERED && kind != ExchangeEventKind.RESULTED) {
            return Optional.empty();
        }
        if (code.isEmpty()) {
            return Optional.of(Deviation.CODE_MISSING);
        }
        return code.get() == ReturnCode.UNREADABLE ? Optional.of(Deviation.CODE_UNREADABLE) : Optional.empty();
    }

    /** Somebody orders it. */
    public static ExchangeEvent ordered(String by, String reason, Instant at) {
        return said(ExchangeEventKind.ORDERED, by, reason, at);
    }

    /** A second person lets it go. */
    public static ExchangeEvent released(String by, Instant at) {
        return said(ExchangeEventKind.RELEASED, by, "", at);
    }

    /** Somebody calls it off. */
    public static ExchangeEvent cancelled(String by, String reason, Instant at) {
        return said(ExchangeEventKind.CANCELLED, by, reason, at);
    }

    /** The packet is about to be written for the {@code attempt}th time. */
    public static ExchangeEvent sent(int attempt, Instant at) {
        return new ExchangeEvent(
                ExchangeEventKind.SENT, at, MACHINE, "", Optional.of(attempt), false, false, Optional.empty());
    }

    /** The packet could not be written. */
    public static ExchangeEvent notWritten(String why, Instant at) {
        return said(ExchangeEventKind.NOT_WRITTEN, MACHINE, why, at);
    }

    /** A deadline passed. */
    public static ExchangeEvent timedOut(Instant at) {
        return said(ExchangeEventKind.TIMED_OUT, MACHINE, "", at);
    }

    /** The program is back. */
    public static ExchangeEvent resumed(Instant at) {
        return said(ExchangeEventKind.RESUMED, MACHINE, "", at);
    }

    /** A 9011, 9012 or 9013 came. */
    static ExchangeEvent answer(
            ExchangeEventKind kind, Mn station, Optional<Integer> code, boolean otherQn, long frame, Instant at) {
        return new ExchangeEvent(kind, at, station.value(), "", code, false, otherQn, Optional.of(frame));
    }

    /** A frame of data came. */
    static ExchangeEvent data(Mn station, boolean sure, boolean otherQn, long frame, Instant at) {
        return new ExchangeEvent(
                ExchangeEventKind.DATA, at, station.value(), "", Optional.empty(), sure, otherQn, Optional.of(frame));
    }

    /** Something came that changes nothing. */
    static ExchangeEvent aside(
            ExchangeEventKind kind, Mn station, String what, Optional<Integer> code, long frame, Instant at) {
        return new ExchangeEvent(kind, at, station.value(), what, code, false, false, Optional.of(frame));
    }

    private static ExchangeEvent said(ExchangeEventKind kind, String by, String note, Instant at) {
        return new ExchangeEvent(kind, at, by, note, Optional.empty(), false, false, Optional.empty());
    }
}
