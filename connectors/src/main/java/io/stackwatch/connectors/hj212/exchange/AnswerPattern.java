package io.stackwatch.connectors.hj212.exchange;

/** How a station goes about answering a command (HJ 212-2017 6.2, Appendix C). */
public enum AnswerPattern {
    /** 9011 and 9012: settings and controls. */
    RESULT,
    /** 9011, a response that carries the request's number, 9012: parameters. */
    RESPONSE,
    /** 9011, frames with numbers of their own whose times lie in the asked range, 9012: history. */
    HISTORY,
    /** 9011 and, from then on, ordinary uploads; the first one shows that it works. */
    STREAM,
    /** 9013 and nothing else. */
    NOTICE
}
