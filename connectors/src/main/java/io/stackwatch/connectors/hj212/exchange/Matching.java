package io.stackwatch.connectors.hj212.exchange;

import io.stackwatch.connectors.hj212.codec.ProtocolTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which frame answers which request.
 *
 * <p>Answers and responses carry the request's number; frames of history carry their own and are known by station,
 * command and time (HJ 212-2017 C.20 to C.23). HJ 212-2017 C.43 prints a 9011 with another number than its request, and
 * devices copied that.
 *
 * @param acceptsOtherQn whether an answer with another number is taken for the answer to the only request that waits, and
 *     a response with another number for its response
 */
public record Matching(boolean acceptsOtherQn) {

    /**
     * What a frame is.
     *
     * @param open the open exchanges of the frame's station
     * @param withQn the exchange of the station, open or ended, that carries the frame's request number
     */
    public Match of(FieldFrame frame, List<Exchange> open, Optional<Exchange> withQn) {
        Optional<Exchange> asked = withQn.filter(exchange -> exchange.attempts() > 0);
        return switch (frame.command()) {
            case 9011 -> answer(ExchangeEventKind.ANSWERED, frame, open, asked);
            case 9012 -> answer(ExchangeEventKind.RESULTED, frame, open, asked);
            case 9013 -> answer(ExchangeEventKind.NOTICED, frame, open, asked);
            default -> data(frame, open, asked);
        };
    }

    private Match answer(ExchangeEventKind kind, FieldFrame frame, List<Exchange> open, Optional<Exchange> asked) {
        if (asked.isPresent()) {
            return happened(asked.get(), event(kind, frame, false), frame);
        }
        List<Exchange> waiting = open.stream()
                .filter(exchange -> exchange.state().mayBeAnswered() && !isBefore(frame, exchange))
                .toList();
        if (waiting.size() != 1) {
            return new Match.Stray(frame.command());
        }
        Exchange only = waiting.get(0);
        ExchangeEvent other = event(kind, frame, true);
        boolean awaited = kind == ExchangeEventKind.RESULTED || only.state() != ExchangeState.EXECUTING;
        if (acceptsOtherQn && awaited && only.takes(other)) {
            return new Match.Ours(only, other);
        }
        return new Match.Ours(
                only,
                ExchangeEvent.aside(
                        ExchangeEventKind.FOREIGN,
                        frame.station(),
                        "CN=" + frame.command() + " QN=" + frame.qn(),
                        frame.code(),
                        frame.frame(),
                        frame.arrivedAt()));
    }

    private Match data(FieldFrame frame, List<Exchange> open, Optional<Exchange> asked) {
        if (asked.isPresent() && asked.get().order().command() == frame.command()) {
            return happened(asked.get(), data(frame, true, false), frame);
        }
        for (Exchange exchange : open) {
            if (exchange.order().command() != frame.command()
                    || !exchange.state().mayBeAnswered()
                    || isBefore(frame, exchange)) {
                continue;
            }
            boolean executing = exchange.state() == ExchangeState.EXECUTING;
            switch (exchange.terms().pattern()) {
                case HISTORY -> {
                    if (frame.dataTime().map(at -> isInRange(at, exchange)).orElse(executing)) {
                        return new Match.Ours(exchange, data(frame, false, false));
                    }
                }
                case RESPONSE -> {
                    // nobody uploads a parameter unasked; device information, somebody may
                    boolean numbered =
                            acceptsOtherQn || frame.qn().isEmpty() || frame.qn().equals(exchange.qn());
                    if (numbered && (executing || frame.command() < 2000)) {
                        return new Match.Ours(exchange, data(frame, true, true));
                    }
                }
                case STREAM -> {
                    if (executing) {
                        return new Match.Ours(exchange, data(frame, false, false));
                    }
                }
                case RESULT, NOTICE -> {
                    // nothing but the answers belongs to it
                }
            }
        }
        return new Match.Nothing();
    }

    private static Match happened(Exchange exchange, ExchangeEvent event, FieldFrame frame) {
        if (exchange.takes(event)) {
            return new Match.Ours(exchange, event);
        }
        ExchangeEvent late = ExchangeEvent.aside(
                ExchangeEventKind.LATE,
                frame.station(),
                "CN=" + frame.command(),
                frame.code(),
                frame.frame(),
                frame.arrivedAt());
        return exchange.takes(late) ? new Match.Ours(exchange, late) : new Match.Stray(frame.command());
    }

    private static boolean isBefore(FieldFrame frame, Exchange exchange) {
        return exchange.sentAt().map(frame.arrivedAt()::isBefore).orElse(true);
    }

    private static boolean isInRange(Instant at, Exchange exchange) {
        Optional<Instant> begin = exchange.order().value("BeginTime").flatMap(ProtocolTime::parse);
        Optional<Instant> end = exchange.order().value("EndTime").flatMap(ProtocolTime::parse);
        return begin.map(from -> !at.isBefore(from)).orElse(true)
                && end.map(until -> !at.isAfter(until)).orElse(true);
    }

    private static ExchangeEvent event(ExchangeEventKind kind, FieldFrame frame, boolean otherQn) {
        return ExchangeEvent.answer(kind, frame.station(), frame.code(), otherQn, frame.frame(), frame.arrivedAt());
    }

    private static ExchangeEvent data(FieldFrame frame, boolean sure, boolean otherQn) {
        return ExchangeEvent.data(frame.station(), sure, otherQn, frame.frame(), frame.arrivedAt());
    }
}
