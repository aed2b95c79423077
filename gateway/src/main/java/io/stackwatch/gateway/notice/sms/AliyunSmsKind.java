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

/** {@code kind: ALIYUN_SMS}. */
public final class AliyunSmsKind implements ChannelKind {

    @Override
    public String name() {
        return "ALIYUN_SMS";
    }

    @Override
    public Allowance usual() {
        return SmsAllowance.usual();
    }

    @Override
    public Optional<Making> read(ChannelName name, Duration wait, EntryReader entry, Secrets secrets) {
        URI home =
                entry.value("url", "an address of http or https", Post::address).orElse(AliyunSms.HOME);
        AliyunSigning signing = entry.constant("signature", AliyunSigning.class).orElse(AliyunSigning.ACS3_HMAC_SHA256);
        Optional<String> id = secrets.required(entry, "key-id");
        Optional<String> secret = secrets.required(entry, "key-secret");
        Optional<SmsChannel.Texts> texts = SmsTexts.read(entry);
        if (id.isEmpty() || secret.isEmpty() || texts.isEmpty()) {
            return Optional.empty();
        }
        AliyunKey key = new AliyunKey(id.get(), secret.get());
        return Optional.of(means -> new SmsChannel(
                name,
                new Post(means.vertx(), wait),
                new AliyunSms(home, key, signing, means.wall(), means.nonces()),
                texts.get()));
    }
}
