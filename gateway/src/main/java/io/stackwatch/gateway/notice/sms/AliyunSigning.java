package io.stackwatch.gateway.notice.sms;

import io.stackwatch.gateway.notice.post.Letter;
import io.stackwatch.gateway.notice.post.Query;
import io.stackwatch.gateway.notice.post.Signature;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The ways in which Aliyun has calls signed. */
public enum AliyunSigning {

    /** Signature version 1.0 of the RPC style: HMAC-SHA1 over the sorted parameters, which go in the body. */
    HMAC_SHA1 {
        @Override
        Letter sign(AliyunRequest request, AliyunKey key) {
            Map<String, String> all = new TreeMap<>(request.parameters());
            all.put("Action", request.action());
            all.put("Version", request.version());
            all.put("Format", "JSON");
            all.put("AccessKeyId", key.id());
            all.put("SignatureMethod", "HMAC-SHA1");
            all.put("SignatureVersion", "1.0");
            all.put("SignatureNonce", request.nonce());
            all.put("Timestamp", request.time());
            String signed = Query.of(all);
            all.put("Signature", rpcSignature("POST", signed, key));
            return new Letter(
                    request.home(), Map.of("Content-Type", "application/x-www-form-urlencoded"), Query.of(all));
        }
    },

    /** Version 3: ACS3-HMAC-SHA256 over method, path, query, headers and body; parameters go in the query. */
    ACS3_HMAC_SHA256 {
        @Override
        Letter sign(AliyunRequest request, AliyunKey key) {
            String query = Query.of(request.parameters());
            String bodyHash = Signature.sha256("");
            Map<String, String> headers = new TreeMap<>(Map.of(
                    "host", request.host(),
                    "x-acs-action", request.action(),
                    "x-acs-version", request.version(),
                    "x-acs-date", request.time(),
                    "x-acs-signature-nonce", request.nonce(),
                    "x-acs-content-sha256", bodyHash));
            String names = String.join(";", headers.keySet());
            String canonical = String.join(
                    "\n",
                    "POST",
                    request.path(),
                    query,
                    headers.entrySet().stream()
                            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                            .collect(Collectors.joining()),
                    names,
                    bodyHash);
            byte[] signature = Signature.hmacSha256(key.secret(), NAME + "\n" + Signature.sha256(canonical));
            headers.put(
                    "Authorization",
                    NAME + " Credential=" + key.id() + ",SignedHeaders=" + names + ",Signature="
                            + HexFormat.of().formatHex(signature));
            return new Letter(URI.create(request.home() + "?" + query), headers, "");
        }
    };

    private static final String NAME = "ACS3-HMAC-SHA256";

    /** The signed call. */
    abstract Letter sign(AliyunRequest request, AliyunKey key);

    /** The signature of version 1.0 over a query whose parameters are sorted and encoded. */
    static String rpcSignature(String method, String query, AliyunKey key) {
        String text = method + "&" + Query.encode("/") + "&" + Query.encode(query);
        return Base64.getEncoder().encodeToString(Signature.hmacSha1(key.secret() + "&", text));
    }
}
