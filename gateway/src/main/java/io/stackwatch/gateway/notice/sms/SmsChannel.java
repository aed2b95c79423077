package io.stackwatch.gateway.notice.sms;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.NoticeChannel;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.core.notice.Receipt;
import io.stackwatch.gateway.notice.post.Post;
import io.stackwatch.gateway.notice.sms.SmsInterface.Order;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Short messages. An address on this channel is a telephone number. */
public final class SmsChannel implements NoticeChannel {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{5,15}");

    private final ChannelName name;
    private final Post post;
    private final SmsInterface operator;
    private final Texts texts;

    public SmsChannel(ChannelName name, Post post, SmsInterface operator, Texts texts) {
        this.name = name;
        this.post = post;
        this.operator = operator;
        this.texts = texts;
    }

    /**
     * What is approved by the operator.
     *
     * @param signName name of the sender
     * @param one template of one notice
     * @param digest template of a digest
     */
    public record Texts(String signName, SmsTemplate one, SmsTemplate digest) {}

    @Override
    public ChannelName name() {
        return name;
    }

    @Override
    public void tell(NoticeMessage message, Consumer<Receipt> receipt) {
        if (!PHONE.matcher(message.to()).matches()) {
            receipt.accept(Receipt.failed(DeliveryFault.UNKNOWN_ADDRESS, "not a telephone number"));
            return;
        }
        SmsTemplate template = message.tells().size() > 1 ? texts.digest() : texts.one();
        Order order =
                new Order(message.id(), message.to(), texts.signName(), template.code(), template.filled(message));
        post.send(operator.letter(order), reply -> receipt.accept(operator.receipt(reply)));
    }
}
