package io.stackwatch.gateway.intake;

import io.stackwatch.gateway.journal.Journal.Refusal;

/** What the intake answers to one arrival; exactly one method is called, once, from any thread. */
public interface Answer {

    /** It is durable under this sequence number, now or since an earlier time. */
    void kept(long sequence);

    /** It was not kept because the journal could not; the peer sends it again. */
    void refused(Refusal why);

    /** It was not kept because this peer has left too much of this kind lately. */
    void dropped();
}
