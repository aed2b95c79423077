package io.stackwatch.gateway.notice.sms;

/**
 * A key of an account.
 *
 * @param id its name, which is sent
 * @param secret which signs and is never sent
 */
public record AliyunKey(String id, String secret) {

    @Override
    public String toString() {
        return "AliyunKey[" + id + "]";
    }
}
