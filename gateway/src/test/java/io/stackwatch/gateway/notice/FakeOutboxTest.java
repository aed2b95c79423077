package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.Notice;

/** The fake keeps what the contract promises. */
class FakeOutboxTest extends NoticeOutboxContract {

    private final FakeOutbox outbox = new FakeOutbox();

    @Override
    NoticeOutbox outbox() {
        return outbox;
    }

    @Override
    void queue(Notice notice) {
        outbox.queue(notice);
    }

    @Override
    NoticeOutbox reopened() {
        return outbox;
    }
}
