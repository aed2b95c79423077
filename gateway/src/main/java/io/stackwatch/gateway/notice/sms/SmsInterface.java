package io.stackwatch.gateway.notice.sms;

import io.stackwatch.core.notice.NoticeId;
import io.stackwatch.core.notice.Receipt;
import io.stackwatch.gateway.notice.post.Letter;
import io.stackwatch.gateway.notice.post.Reply;
import java.util.Map;

/** How one operator takes short messages. Safe for use by several threads. */
public interface SmsInterface {

    /** The request. */
    Letter letter(Order order);

    /** What its answer means. */
    Receipt receipt(Reply reply);

    /**
     * A short message.
     *
     * @param id of the message
     * @param phone to whom
     * @param signName name of the sender as approved (短信签名)
     * @param template code of the template
     * @param slots what stands in its slots
     */
    record Order(NoticeId id, String phone, String signName, String template, Map<String, String> slots) {
        @Override
        public String toString() {
            return "Order[" + id + "]";
        }
    }
}
