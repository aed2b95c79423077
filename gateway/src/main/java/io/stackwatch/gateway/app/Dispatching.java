package io.stackwatch.gateway.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.stackwatch.gateway.notice.ChannelStatus;
import io.stackwatch.gateway.notice.Dispatcher;
import io.stackwatch.gateway.notice.NoticeMeters;
import io.stackwatch.gateway.notice.QueuedNotices.Queued;
import io.stackwatch.gateway.notice.SqlNoticeLog;
import io.stackwatch.gateway.notice.SqlNoticeOutbox;
import io.stackwatch.gateway.records.NoticeRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.timetable.Timetable;
import io.stackwatch.gateway.timetable.TimetableOptions;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Notices on their way to people, put together: the outbox that alarms fill, the dispatcher, and what wakes it. Where no channel is
 * configured nothing is dispatched, and notices stay in the outbox.
 */
final class Dispatching implements AutoCloseable, MeterBinder {

    private final Optional<Dispatcher> dispatcher;
    private final Optional<Timetable> timetable;

    private Dispatching(Optional<Dispatcher> dispatcher, Optional<Timetable> timetable) {
        this.dispatcher = dispatcher;
        this.timetable = timetable;
    }

    /** Goes on from the rows. */
    static Dispatching start(Notices notices, RecordStore store, Vertx vertx, Clock clock) {
        if (notices.plan().channels().isEmpty()) {
            return new Dispatching(Optional.empty(), Optional.empty());
        }
        SqlNoticeOutbox outbox = new SqlNoticeOutbox(
                store, (handle, number, limit) -> NoticeRecords.after(handle, number, limit).stream()
                        .map(row -> new Queued(row.number(), row.notice()))
                        .toList());
        Dispatcher dispatcher = notices.dispatcher(outbox, new SqlNoticeLog(store), vertx, clock);
        Timetable timetable = Timetable.start("notices", dispatcher, clock, TimetableOptions.defaults());
        return new Dispatching(Optional.of(dispatcher), Optional.of(timetable));
    }

    /** How the channels are doing; empty where none is configured. */
    List<ChannelStatus> channels() {
        return dispatcher.map(Dispatcher::statuses).orElse(List.of());
    }

    /** Notices that reached nobody since the start, and wake-ups that failed since the last good one. */
    long failed() {
        return dispatcher.map(Dispatcher::givenUp).orElse(0L)
                + timetable.map(Timetable::failedInARow).orElse(0L);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        dispatcher.ifPresent(one -> new NoticeMeters(one).bindTo(registry));
    }

    @Override
    public void close() {
        timetable.ifPresent(Timetable::close);
    }
}
