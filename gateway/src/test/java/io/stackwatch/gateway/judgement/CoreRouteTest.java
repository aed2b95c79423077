package io.stackwatch.gateway.judgement;

import static io.stackwatch.gateway.judgement.WatchedCity.frame;
import static io.stackwatch.gateway.judgement.WatchedCity.hour;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.MigratedFile;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CoreRouteTest {

    @TempDir
    Path folder;

    @Test
    void aBatchIsAppliedAndAStoreThatFailsFailsTheExchange() throws Exception {
        try (WatchedCity city = new WatchedCity(MigratedFile.sqlite(folder.resolve("records.db")), 1);
                DefaultCamelContext camel = new DefaultCamelContext()) {
            city.begin("2026-11-24T07:10:00");
            camel.addRoutes(new CoreRoute(city.cursor, "direct:records"));
            camel.start();
            List<JournalRecord> batch = List.of(
                    city.record("2026-11-24T08:00:20", "M1", frame("M1", hour("2026-11-24T07:00:00", "50", "N"))));
            city.store.write(handle -> handle.execute("ALTER TABLE alarm_event RENAME TO gone"));
            assertThrows(CamelExecutionException.class, () -> camel.createProducerTemplate()
                    .sendBody("direct:records", batch));
            city.store.write(handle -> handle.execute("ALTER TABLE gone RENAME TO alarm_event"));
            assertEquals(0, city.cursor.place().position());
            camel.createProducerTemplate().sendBody("direct:records", batch);
            assertEquals(1, city.cursor.place().position());
        }
    }
}
