package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.Delivery;
import io.stackwatch.core.notice.NoticeId;
import io.stackwatch.gateway.records.NoticeDeliveryRecords;
import io.stackwatch.gateway.records.RecordStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The log of deliveries in the SQL store. */
public final class SqlNoticeLog implements NoticeLog {

    private final RecordStore store;

    public SqlNoticeLog(RecordStore store) {
        this.store = store;
    }

    @Override
    public void add(List<Delivery> rows) {
        store.write(handle -> {
            NoticeDeliveryRecords.add(handle, rows);
            return true;
        });
    }

    @Override
    public Map<NoticeId, List<Delivery>> of(Collection<NoticeId> notices) {
        return notices.isEmpty() ? Map.of() : store.read(handle -> NoticeDeliveryRecords.of(handle, notices));
    }

    @Override
    public Map<ChannelName, List<Instant>> handedOver(Instant behind) {
        return store.read(handle -> NoticeDeliveryRecords.handedOver(handle, behind));
    }
}
