package io.stackwatch.gateway.api;

import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.gateway.casework.CaseCity;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A city with one open case file behind its API, for tests of what the API gives of it. */
abstract class OneFileOverHttp {

    final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @TempDir
    Path folder;

    ApiRunning api;
    RecordStore store;
    CaseCity city;
    CaseFileId id;
    String file;

    @BeforeEach
    void start() throws Exception {
        store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
        city = CaseCity.in(store, folder.resolve("proofs"));
        api = new ApiRunning();
        api.casework = city.desk;
        api.documents = city.documents(CaseCity.HEADS);
        api.clock = city.clock;
        api.start(ApiOptions.defaults());
        id = city.opened("2026-10-08");
        file = "/api/v1/case-files/" + id;
    }

    @AfterEach
    void stop() {
        api.close();
        store.close();
    }

    HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(api.uri(path))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
