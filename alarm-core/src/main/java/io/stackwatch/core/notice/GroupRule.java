package io.stackwatch.core.notice;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * With which others an alarm is told: a row of {@code grouping.csv}.
 *
 * @param by what the members of a group have in common besides their kind and hour
 * @param source where it is from
 * @param mark how far it has been checked
 */
public record GroupRule(By by, String source, Verification mark) {

    private static final String ANY = "*";

    /** What members of a group have in common. */
    public enum By {
        OUTLET,
        ENTERPRISE,
        COUNTY
    }

    /** The rows that come with the program, by kind of alarm; {@code *} for every other kind. */
    public static Map<String, GroupRule> load() {
        Map<String, GroupRule> rules = new LinkedHashMap<>();
        for (DataTable.Row row :
                DataTable.resource(GroupRule.class, "grouping.csv").rows()) {
            GroupRule rule = new GroupRule(
                    row.constant("by", By.class), row.text("source"), row.constant("mark", Verification.class));
            if (rules.put(row.text("type"), rule) != null) {
                throw row.fault("type", "two rows for " + row.text("type"));
            }
        }
        if (!rules.containsKey(ANY)) {
            throw new IllegalArgumentException("grouping.csv has no row " + ANY);
        }
        return rules;
    }

    /** The rule of a kind of alarm. */
    public static GroupRule of(Map<String, GroupRule> rules, AlarmType type) {
        GroupRule own = rules.get(type.code());
        if (own != null) {
            return own;
        }
        GroupRule any = rules.get(ANY);
        if (any == null) {
            throw new IllegalArgumentException("no rule of grouping for " + type);
        }
        return any;
    }

    /**
     * The group that an alarm is in: its kind, its place, and the hour that it has reached. What is not registered as far as
     * the rule asks is a group by its own subject.
     */
    public String key(Alarm alarm, AlarmPlace place) {
        String own = alarm.key().subject().kind() + ":" + alarm.key().subject().id();
        String common =
                switch (by) {
                    case OUTLET -> own;
                    case ENTERPRISE ->
                        place.enterprise().map(id -> "ENTERPRISE:" + id).orElse(own);
                    case COUNTY -> place.county().map(code -> "COUNTY:" + code).orElse(own);
                };
        return alarm.key().type() + " " + common + " " + alarm.lastHour().truncatedTo(ChronoUnit.HOURS);
    }
}
