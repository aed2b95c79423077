package io.stackwatch.gateway.notice.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.notice.post.Letter;
import io.stackwatch.gateway.notice.post.Query;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Both ways of signing against the figures that Aliyun's documentation works out. */
class AliyunSigningTest {

    /** Signature version 3, the fixed example with RunInstances. */
    @Test
    void versionThreeGivesTheDocumentedSignature() {
        AliyunRequest request = new AliyunRequest(
                URI.create("https://ecs.cn-shanghai.aliyuncs.com/"),
                "RunInstances",
                "2014-05-26",
                Map.of(
                        "ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd",
                        "RegionId", "cn-shanghai"),
                Instant.parse("2023-10-26T10:22:32Z"),
                "3156853299f313e23d1673dc12e1703d");
        Letter letter =
                AliyunSigning.ACS3_HMAC_SHA256.sign(request, new AliyunKey("YourAccessKeyId", "YourAccessKeySecret"));
        assertEquals(
                "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,"
                        + "SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                        + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
                letter.headers().get("Authorization"));
    }

    /** Signature version 1.0, the example with SendSms. */
    @Test
    void versionOneGivesTheDocumentedSignature() {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "AccessKeyId", "testId",
                "Action", "SendSms",
                "Format", "XML",
                "OutId", "123",
                "PhoneNumbers", "15300000001",
                "RegionId", "cn-hangzhou",
                "SignName", "阿里云短信测试专用",
                "SignatureMethod", "HMAC-SHA1",
                "SignatureNonce", "45e25e9b-0a6f-4070-8c85-2956eda1b466",
                "SignatureVersion", "1.0"));
        parameters.put("TemplateCode", "SMS_71390007");
        parameters.put("TemplateParam", "{\"customer\":\"test\"}");
        parameters.put("Timestamp", "2017-07-12T02:42:19Z");
        parameters.put("Version", "2017-05-25");
        assertEquals(
                "zJDF+Lrzhj/ThnlvIToysFRq6t4=",
                AliyunSigning.rpcSignature("GET", Query.of(parameters), new AliyunKey("testId", "testSecret")));
    }

    @Test
    void theSecretIsSentByNeither() {
        for (AliyunSigning signing : AliyunSigning.values()) {
            AliyunRequest request = new AliyunRequest(
                    AliyunSms.HOME, "SendSms", "2017-05-25", Map.of("PhoneNumbers", "1"), Instant.EPOCH, "n");
            Letter letter = signing.sign(request, new AliyunKey("id", "very secret"));
            String all = letter.to() + " " + letter.headers() + " " + letter.body();
            assertFalse(all.contains("very"), all);
            assertTrue(all.contains("1970-01-01T00"), all);
        }
    }
}
