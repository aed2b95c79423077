package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.Delivery;
import io.stackwatch.core.notice.DeliveryState;
import io.stackwatch.core.notice.NoticeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A log in memory. */
final class FakeLog implements NoticeLog {

    private final List<Delivery> rows = new ArrayList<>();
    private boolean failing;

    /** Lets every call fail from now on, or no more. */
    synchronized void fail(boolean fails) {
        failing = fails;
    }

    @Override
    public synchronized void add(List<Delivery> added) {
        check();
        rows.addAll(added);
    }

    @Override
    public synchronized Map<NoticeId, List<Delivery>> of(Collection<NoticeId> notices) {
        check();
        return rows.stream()
                .filter(row -> notices.contains(row.notice()))
                .collect(Collectors.groupingBy(Delivery::notice, LinkedHashMap::new, Collectors.toList()));
    }

    @Override
    public synchronized Map<ChannelName, List<Instant>> handedOver(Instant behind) {
        check();
        record Handed(ChannelName channel, NoticeId message, Instant at) {}
        return rows.stream()
                .filter(row ->
                        row.at().isAfter(behind) && row.receipt().state() == DeliveryState.QUEUED && row.attempt() > 0)
                .map(row -> new Handed(row.channel(), row.message(), row.at()))
                .distinct()
                .collect(Collectors.groupingBy(
                        Handed::channel, TreeMap::new, Collectors.mapping(Handed::at, Collectors.toList())));
    }

    private void check() {
        if (failing) {
            throw new IllegalStateException("the store is down");
        }
    }
}
