package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.gateway.evidence.ActsOfCase;
import io.stackwatch.gateway.evidence.EvidencePackage;
import io.stackwatch.gateway.evidence.ExceedingCity;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evidence package of a case by one call, with its digests in the header. */
final class EvidenceApiTest {

    @TempDir
    private Path folder;

    @Test
    void thePackageComesAsAFileWithItsDigests() throws Exception {
        try (ExceedingCity city = new ExceedingCity(folder);
                ApiRunning api = new ApiRunning()) {
            EvidencePackage made = city.made(ActsOfCase.none());
            api.evidence = candidate -> candidate.equals(city.candidate()) ? Optional.of(made) : Optional.empty();
            api.start(ApiOptions.defaults());

            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(api.uri("/api/v1/cases/" + city.candidate() + "/evidence"))
                                    .timeout(Duration.ofSeconds(30))
                                    .GET()
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());

            assertEquals(200, answer.statusCode());
            assertArrayEquals(made.bytes(), answer.body());
            assertEquals(
                    "application/octet-stream",
                    answer.headers().firstValue("Content-Type").orElse(""));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(answer.body());
            assertEquals(
                    "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":",
                    answer.headers().firstValue("Repr-Digest").orElse(""));
            assertEquals(
                    made.manifestSha256(),
                    answer.headers().firstValue("Manifest-Sha256").orElse(""));
            for (String unknown : new String[] {"0".repeat(32), "no-id"}) {
                assertEquals(
                        404,
                        api.get(404, "caseEvidence", "/api/v1/cases/" + unknown + "/evidence")
                                .getInteger("status"));
            }
        }
    }
}
