package io.stackwatch.gateway.notice;

/** The fake keeps what the contract promises. */
class FakeLogTest extends NoticeLogContract {

    @Override
    NoticeLog log() {
        return new FakeLog();
    }
}
