package io.stackwatch.gateway.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody who opens files on candidates and does act after act in them over the API, and after each kill looks what is there and goes on.
 * Remembers what was answered.
 */
final class ActStream implements Runnable {

    /** {@code strand kind who second amount proof}; {@code -} for none. */
    private static final List<String> ACTS = List.of(
            "PENALTY-1 DATA_REVIEWED li:OFFICER wang - -",
            "PENALTY-1 INFORMED li:OFFICER - - -",
            "PENALTY-1 FILED zhao:HEAD - - -",
            "ORDER-1 ORDER_ISSUED li:OFFICER wang - -",
            "ORDER-1 ORDER_SERVED li:OFFICER - - 回证1",
            "PENALTY-1 INVESTIGATED li:OFFICER wang - -",
            "PENALTY-1 CASE_REVIEWED li:OFFICER - 200000 -",
            "PENALTY-1 NOTICE_ISSUED li:OFFICER - 200000 -",
            "PENALTY-1 NOTICE_SERVED li:OFFICER - - 回证2");

    private static final String FILES = "/api/v1/case-files";
    private static final long REST = 10_000_000;

    private final DemoApi api;
    private final List<String> candidates;
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Boolean> granted = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();
    private final AtomicReference<Throwable> failed = new AtomicReference<>();
    private volatile boolean stopped;

    ActStream(int port, List<String> candidates) {
        this.api = new DemoApi(port);
        this.candidates = List.copyOf(candidates);
    }

    void stop() {
        stopped = true;
    }

    /** When something was answered last, by {@link System#nanoTime()}; 0 if nothing was. */
    long lastAnswer() {
        return last.get();
    }

    /** What no kill explains. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failed.get());
    }

    /** By file: how many of its acts were answered, the machine's first one included. */
    Map<String, Integer> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** The exemptions that were asked for, by their documents; whether they were answered. */
    Map<String, Boolean> granted() {
        return Map.copyOf(granted);
    }

    @Override
    public void run() {
        try {
            for (String candidate : candidates) {
                for (int done = 0; done <= ACTS.size() && !stopped; ) {
                    done = step(candidate, done);
                }
                grant(candidate);
            }
        } catch (InterruptedException | RuntimeException | IOException unexplained) {
            failed.set(unexplained);
        }
    }

    /** Does the next act of a file; answers how many its acts are, as far as anybody was told. */
    private int step(String candidate, int done) throws InterruptedException, IOException {
        try {
            JsonNode file = done == 0
                    ? api.post(FILES, signed("li:OFFICER", candidate))
                    : api.post(FILES + "/" + candidate + "/acts", body(ACTS.get(done - 1)));
            int acts = file.path("acts").size();
            acknowledged.put(candidate, acts);
            last.set(System.nanoTime());
            return acts;
        } catch (DemoApi.Refused refused) {
            throw refused;
        } catch (IOException killed) {
            return look(candidate, done);
        }
    }

    private int look(String candidate, int done) throws InterruptedException {
        while (!stopped) {
            try {
                return api.find(FILES + "/" + candidate)
                        .map(file -> file.path("acts").size())
                        .orElse(0);
            } catch (IOException notBackYet) {
                LockSupport.parkNanos(REST);
            }
        }
        return done;
    }

    /** An act of another kind; once, whether it is answered or not. */
    private void grant(String candidate) throws InterruptedException {
        if (stopped) {
            return;
        }
        Map<String, Object> body = signed("li:OFFICER", candidate);
        body.remove("candidate");
        body.remove("role");
        body.put("kind", "POWER_CUT");
        body.put("outlet", "DA002");
        body.put("from", "2026-11-01T00:00:00+08:00");
        body.put("until", "2026-11-01T01:00:00+08:00");
        body.put("document", candidate);
        granted.put(candidate, false);
        try {
            api.post("/api/v1/exemptions", body);
            granted.put(candidate, true);
        } catch (IOException killed) {
            LockSupport.parkNanos(REST);
        }
    }

    private static Map<String, Object> signed(String who, String candidate) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("candidate", candidate);
        body.put("by", who.substring(0, who.indexOf(':')));
        body.put("role", who.substring(who.indexOf(':') + 1));
        body.put("reason", "超标属实");
        return body;
    }

    private static Map<String, Object> body(String act) {
        String[] words = act.split(" ", -1);
        Map<String, Object> body = signed(words[2], "");
        body.remove("candidate");
        body.put("strand", words[0]);
        body.put("kind", words[1]);
        put(body, "second", words[3]);
        put(body, "amount", words[4]);
        put(body, "proof", words[5]);
        return body;
    }

    private static void put(Map<String, Object> body, String name, String value) {
        if (!value.equals("-")) {
            body.put(name, value);
        }
    }
}
