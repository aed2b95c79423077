package io.stackwatch.connectors.hj212.exchange;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One request and what came of it (反控), as its events leave it. Immutable.
 *
 * @param id its number
 * @param qn the request number (请求编码) that every sending carries
 * @param order what was ordered, by whom and why; secrets masked by whoever keeps it
 * @param terms how long is waited for what
 * @param state where it stands
 * @param orderedAt when it was ordered
 * @param expiresAt until when it may be released and sent; anew from its release
 * @param attempts how often the packet was written
 * @param sentAt when the packet was written first
 * @param dueAt when waiting ends; empty at the end
 * @param dataFrames how many frames of data came
 * @param answer the QnRtn of the first 9011, as it came
 * @param result the ExeRtn of the 9012, as it came
 * @param deviations the liberties that the station took
 * @param endedAt when it ended
 * @param version how many events it has
 */
public record Exchange(
        ExchangeId id,
        String qn,
        ExchangeOrder order,
        ExchangeTerms terms,
        ExchangeState state,
        Instant orderedAt,
        Instant expiresAt,
        int attempts,
        Optional<Instant> sentAt,
        Optional<Instant> dueAt,
        int dataFrames,
        Optional<Integer> answer,
        Optional<Integer> result,
        Set<Deviation> deviations,
        Optional<Instant> endedAt,
        int version) {

    public Exchange {
        deviations = deviations.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(deviations));
    }

    /** A new exchange: its first event is the order. */
    public static Exchange begin(ExchangeId id, String qn, ExchangeOrder order, ExchangeTerms terms, Instant at) {
        Exchange nothingYet = new Exchange(
                id,
                qn,
                order,
                terms,
                ExchangeState.ORDERED,
                at,
                at.plus(terms.patience()),
                0,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                0);
        ExchangeEvent ordered = ExchangeEvent.ordered(order.by(), order.reason(), at);
        return ExchangeProcess.step(Optional.empty(), nothingYet, ordered)
                .map(step -> nothingYet.by(step, ordered))
                .orElseThrow();
    }

    /** The same after what happened since, in order; a refused event names the way so far. */
    public Exchange afterAll(List<ExchangeEvent> events) {
        Exchange now = this;
        for (int i = 0; i < events.size(); i++) {
            ExchangeEvent event = events.get(i);
            if (!now.takes(event)) {
                String way = events.subList(0, i).stream()
                        .map(before -> before.kind().name())
                        .collect(Collectors.joining(", ", "after [", "]"));
                throw new IllegalStateException(now.refusal(event) + " " + way);
            }
            now = now.after(event);
        }
        return now;
    }

    /** Whether the table has a row for this event. */
    public boolean takes(ExchangeEvent event) {
        return ExchangeProcess.step(Optional.of(state), this, event).isPresent();
    }

    /**
     * The exchange after an event.
     *
     * @throws IllegalStateException naming state and event, if the table has no row for it
     */
    public Exchange after(ExchangeEvent event) {
        return ExchangeProcess.step(Optional.of(state), this, event)
                .map(step -> by(step, event))
                .orElseThrow(() -> new IllegalStateException(refusal(event)));
    }

    /** The first liberty that the station takes with this event; empty for none. */
    public Optional<Deviation> deviationOf(ExchangeEvent event) {
        return event.otherQn()
                ? Optional.of(Deviation.WRONG_QN)
                : ExchangeProcess.step(Optional.of(state), this, event)
                        .flatMap(ExchangeProcess.Step::deviation)
                        .or(event::deviationOfCode);
    }

    private String refusal(ExchangeEvent event) {
        return event.kind() + " in state " + state + " of exchange " + id + " with " + order.station();
    }

    private Exchange by(ExchangeProcess.Step step, ExchangeEvent event) {
        boolean sending = event.kind() == ExchangeEventKind.SENT;
        boolean takenBack = event.kind() == ExchangeEventKind.NOT_WRITTEN;
        int written = attempts + (sending ? 1 : takenBack ? -1 : 0);
        Optional<Instant> first = written == 0 ? Optional.empty() : sentAt.or(() -> Optional.of(event.at()));
        EnumSet<Deviation> liberties = EnumSet.noneOf(Deviation.class);
        liberties.addAll(deviations);
        step.deviation().ifPresent(liberties::add);
        event.deviationOfCode().ifPresent(liberties::add);
        if (event.otherQn()) {
            liberties.add(Deviation.WRONG_QN);
        }
        Exchange moved = new Exchange(
                id,
                qn,
                order,
                terms,
                step.to(),
                orderedAt,
                step.then() == Wait.TO_GO ? event.at().plus(terms.patience()) : expiresAt,
                written,
                first,
                dueAt,
                dataFrames + (event.kind() == ExchangeEventKind.DATA ? 1 : 0),
                event.kind() == ExchangeEventKind.ANSWERED ? answer.or(event::code) : answer,
                event.kind() == ExchangeEventKind.RESULTED ? event.code() : result,
                liberties,
                step.to().isOpen() ? Optional.empty() : endedAt.or(() -> Optional.of(event.at())),
                version + 1);
        return moved.waiting(step.then().until(moved, event.at()));
    }

    private Exchange waiting(Optional<Instant> until) {
        return new Exchange(
                id,
                qn,
                order,
                terms,
                state,
                orderedAt,
                expiresAt,
                attempts,
                sentAt,
                until,
                dataFrames,
                answer,
                result,
                deviations,
                endedAt,
                version);
    }
}
