package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.NoticeChannel;
import io.stackwatch.core.notice.NoticeId;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.core.notice.Receipt;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A channel in memory that says what a test wants; it notes when it was told what. */
final class FakeChannel implements NoticeChannel {

    /** A message and when it came. */
    record Told(Instant at, NoticeMessage message) {}

    private final ChannelName name;
    private final Clock clock;
    private final List<Told> told = new ArrayList<>();
    private Function<NoticeMessage, Optional<Receipt>> answer = message -> Optional.of(Receipt.accepted("fake"));

    FakeChannel(ChannelName name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    /** What it says from now on; empty for nothing at all. */
    synchronized void answer(Function<NoticeMessage, Optional<Receipt>> says) {
        answer = says;
    }

    synchronized void answer(Receipt receipt) {
        answer = message -> Optional.of(receipt);
    }

    synchronized List<Told> told() {
        return List.copyOf(told);
    }

    /** The numbers of the notices that its messages told, in order. */
    synchronized List<NoticeId> notices() {
        return told.stream()
                .flatMap(one -> one.message().tells().stream())
                .map(notice -> notice.id())
                .toList();
    }

    @Override
    public ChannelName name() {
        return name;
    }

    @Override
    public synchronized void tell(NoticeMessage message, Consumer<Receipt> receipt) {
        told.add(new Told(clock.instant(), message));
        answer.apply(message).ifPresent(receipt);
    }
}
