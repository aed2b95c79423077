package io.stackwatch.gateway.notice.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.core.notice.NoticeText;
import io.stackwatch.gateway.notice.NoticeChannelContract;
import io.stackwatch.gateway.notice.post.HttpBench;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What short messages promise over whichever interface. */
abstract class SmsChannelContract extends NoticeChannelContract {

    static final String PHONE = "13800000000";

    static SmsChannel.Texts texts() {
        return new SmsChannel.Texts(
                "聊城生态环境",
                new SmsTemplate(
                        "SMS_1",
                        Map.of("title", "title", "outlet", "outlet", "reply", "replyUntil", "no", "number"),
                        35),
                new SmsTemplate("SMS_2", Map.of("count", "count", "worst", "worst", "no", "number"), 35));
    }

    /** The slots of the only message that arrived. */
    abstract Map<String, String> slots(HttpBench.Seen request);

    @Test
    void slotsAreFilledWithFactsAndWhatIsNotThereIsSaidToBeNone() throws InterruptedException {
        NoticeMessage message = message(3);
        told(message);
        Map<String, String> slots = slots(((HttpBench) standing()).seen().get(0));
        assertEquals("DA3", slots.get("outlet"));
        assertEquals("排放口 DA3 颗粒物超标", slots.get("title"));
        assertEquals("无", slots.get("reply"));
        assertEquals(message.id().value(), slots.get("no"), "32 digits fit");
    }

    @Test
    void aSlotIsCutBetweenCharacters() throws InterruptedException {
        NoticeText text = new NoticeText("🏭".repeat(40), "", List.of());
        NoticeMessage message = new NoticeMessage(message(1).id(), message(1).tells(), PHONE, text);
        told(message);
        String title = slots(((HttpBench) standing()).seen().get(0)).get("title");
        assertEquals("🏭".repeat(34) + "…", title);
    }

    @Test
    void whatIsNoTelephoneNumberIsNotSent() throws InterruptedException {
        NoticeMessage message = new NoticeMessage(
                message(1).id(), message(1).tells(), "zhangsan", message(1).text());
        assertEquals(DeliveryFault.UNKNOWN_ADDRESS, told(message).fault().orElseThrow());
        assertTrue(((HttpBench) standing()).seen().isEmpty());
    }
}
