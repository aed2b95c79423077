package io.stackwatch.simulator.scenario;

import io.stackwatch.simulator.logger.KeyRing;
import io.stackwatch.simulator.logger.LoggerClock;
import io.stackwatch.simulator.logger.LoggerKey;
import io.stackwatch.simulator.logger.Retention;
import io.stackwatch.simulator.report.Edition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Reads the keys of a logger that say how it behaves when it is asked, cut off, or left alone. */
final class TraitsReader {

    static final Set<String> KEYS = Set.of(
            "after-cut", "pace", "keeps", "clock", "activation", "heartbeat", "power", "conditions", "encryption");

    /** Some days before the ninety of HJ 212-2025 6.4.3 are over. */
    private static final Duration RENEW_AFTER = Duration.ofDays(85);

    private static final Duration LONGEST_KEPT = Duration.ofDays(400);
    private static final Duration LONGEST_DRIFT = Duration.ofDays(1);

    private final Moments moments;
    private final Instant start;

    TraitsReader(Moments moments, Instant start) {
        this.moments = moments;
        this.start = start;
    }

    Traits read(Section section, Edition edition) throws ScenarioRefused {
        Optional<Section> clock = section.section("clock", Set.of("drift", "per-day", "asks-above"));
        Optional<Section> encryption = section.section("encryption", Set.of("key", "created", "renew-after", "form"));
        for (String key : new String[] {"activation", "heartbeat", "power", "conditions", "encryption"}) {
            if (section.has(key) && edition != Edition.Y2025) {
                throw section.refused(key, "edition 2025, which alone has it", "another edition");
            }
        }
        return new Traits(
                afterCut(section),
                section.has("pace") ? Optional.of(section.duration("pace", Duration.ZERO)) : Optional.empty(),
                keeps(section),
                clock.isEmpty() ? LoggerClock.right() : clock(clock.get()),
                clock.isEmpty() ? Duration.ZERO : clock.get().duration("asks-above", Duration.ZERO),
                !section.yes("activation", false),
                interval(section, "heartbeat"),
                interval(section, "power"),
                interval(section, "conditions"),
                encryption.isEmpty() ? Optional.empty() : Optional.of(keys(encryption.get())),
                encryption.isEmpty() ? RENEW_AFTER : renewAfter(encryption.get()));
    }

    private static AfterCut afterCut(Section section) throws ScenarioRefused {
        String text = section.text("after-cut", "automatic");
        Optional<AfterCut> named = AfterCut.named(text);
        if (named.isEmpty()) {
            throw section.refused("after-cut", "one of " + AfterCut.names(), "'" + text + "'");
        }
        return named.get();
    }

    private static Retention keeps(Section section) throws ScenarioRefused {
        Optional<Section> keeps = section.section("keeps", Set.of("minutes", "hours", "days"));
        Retention usual = Retention.defaults();
        if (keeps.isEmpty()) {
            return usual;
        }
        return new Retention(
                kept(keeps.get(), "minutes", usual.minutes()),
                kept(keeps.get(), "hours", usual.hours()),
                kept(keeps.get(), "days", usual.days()));
    }

    private static Duration kept(Section section, String key, Duration usual) throws ScenarioRefused {
        Duration kept = section.duration(key, usual);
        if (kept.isNegative() || kept.compareTo(LONGEST_KEPT) > 0) {
            throw section.refused(key, "0 to 9600h", section.text(key));
        }
        return kept;
    }

    private LoggerClock clock(Section section) throws ScenarioRefused {
        Duration drift = drift(section, "drift");
        return new LoggerClock(drift, drift(section, "per-day"), start);
    }

    private static Duration drift(Section section, String key) throws ScenarioRefused {
        Duration drift = section.duration(key, Duration.ZERO);
        if (drift.abs().compareTo(LONGEST_DRIFT) > 0) {
            throw section.refused(key, "-24h to 24h", section.text(key));
        }
        return drift;
    }

    private static Duration interval(Section section, String key) throws ScenarioRefused {
        Duration interval = section.duration(key, Duration.ZERO);
        if (!interval.isZero() && (interval.toSeconds() < 1 || interval.compareTo(Duration.ofDays(1)) > 0)) {
            throw section.refused(key, "0 or 1s to 24h", section.text(key));
        }
        return interval;
    }

    /** The key itself is in no message. */
    private KeyRing keys(Section section) throws ScenarioRefused {
        String key = section.text("key");
        if (!LoggerKey.isKey(key)) {
            throw section.refused("key", "16 printable characters without blanks", key.length() + " characters");
        }
        Instant created = section.has("created") ? moments.moment(section, "created", "start") : start;
        return new KeyRing(new LoggerKey(key), created, Optional.empty(), form(section));
    }

    private static KeyRing.Form form(Section section) throws ScenarioRefused {
        String form = section.text("form", "raw");
        return switch (form) {
            case "raw" -> KeyRing.Form.RAW;
            case "printed" -> KeyRing.Form.PRINTED;
            default -> throw section.refused("form", "raw or printed", "'" + form + "'");
        };
    }

    private static Duration renewAfter(Section section) throws ScenarioRefused {
        Duration after = section.duration("renew-after", RENEW_AFTER);
        if (after.isNegative() || after.isZero() || after.compareTo(KeyRing.LONGEST_VALIDITY) > 0) {
            throw section.refused("renew-after", "above 0 and at most 2160h (90 days)", section.text("renew-after"));
        }
        return after;
    }
}
