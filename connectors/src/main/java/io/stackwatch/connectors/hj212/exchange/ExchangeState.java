package io.stackwatch.connectors.hj212.exchange;

/** Where an exchange stands. The names are kept in records. */
public enum ExchangeState {
    /** Ordered by one person; a second one has to release it. */
    ORDERED("待第二人复核放行", "waits for release by a second person", true),
    /** Free to go; waits for the station's connection and turn. */
    QUEUED("排队待发", "waits for its turn or for the station", true),
    /** Sent; neither 9011 nor 9013 came yet. */
    AWAITING_ANSWER("已发送，等待请求应答", "sent, waits for the request answer", true),
    /** No answer came in time; to be sent again as soon as the station can be reached. */
    RESENDING("应答超时，等待重发", "no answer in time, to be sent again", true),
    /** The station said that it executes; data and 9012 are to come. */
    EXECUTING("现场机正在执行", "the station executes", true),
    /** Done, as the station says. */
    DONE("执行成功", "done", false),
    /** The station did not take the request (QnRtn). */
    REFUSED("现场机拒绝请求", "refused by the station", false),
    /** The station took it and failed (ExeRtn). */
    FAILED("执行失败", "failed at the station", false),
    /** No answer after all resends: communication counts as lost (HJ 212-2017 6.2). */
    NO_ANSWER("请求超时，通讯中断", "no answer, communication lost", false),
    /** Answered, and then no result in time: the command failed (HJ 212-2017 6.2). */
    NO_RESULT("执行超时", "no result in time", false),
    /** Called off by a person, or by the machine with its reason. */
    CANCELLED("已撤销", "called off", false),
    /** Not released or not sendable for too long. */
    EXPIRED("过期未发", "expired before it could be sent", false);

    private final String zh;
    private final String en;
    private final boolean open;

    ExchangeState(String zh, String en, boolean open) {
        this.zh = zh;
        this.en = en;
        this.open = open;
    }

    /** The state in Chinese words. */
    public String zh() {
        return zh;
    }

    /** The state in English words. */
    public String en() {
        return en;
    }

    /** Whether anything can still become of it. */
    public boolean isOpen() {
        return open;
    }

    /** Whether it occupies the station: a packet is out and its end is awaited. */
    public boolean isUnderWay() {
        return this == AWAITING_ANSWER || this == EXECUTING;
    }

    /** Whether the packet was written at least once and an answer may come at any time. */
    public boolean mayBeAnswered() {
        return isUnderWay() || this == RESENDING;
    }
}
