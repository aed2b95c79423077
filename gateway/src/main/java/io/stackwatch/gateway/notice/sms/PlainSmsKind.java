package io.stackwatch.gateway.notice.sms;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.gateway.config.EntryReader;
import io.stackwatch.gateway.notice.Allowance;
import io.stackwatch.gateway.notice.ChannelKind;
import io.stackwatch.gateway.notice.Secrets;
import io.stackwatch.gateway.notice.post.Post;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** {@code kind: SMS}. */
public final class PlainSmsKind implements ChannelKind {

    @Override
    public String name() {
        return "SMS";
    }

    @Override
    public Allowance usual() {
        return SmsAllowance.usual();
    }

    @Override
    public Optional<Making> read(ChannelName name, Duration wait, EntryReader entry, Secrets secrets) {
        Optional<URI> to = entry.required("url", "an address of http or https", Post::address);
        Optional<String> token = secrets.required(entry, "token");
        Optional<SmsChannel.Texts> texts = SmsTexts.read(entry);
        return to.isEmpty() || token.isEmpty() || texts.isEmpty()
                ? Optional.empty()
                : Optional.of(means -> new SmsChannel(
                        name, new Post(means.vertx(), wait), new PlainSms(to.get(), token.get()), texts.get()));
    }
}
