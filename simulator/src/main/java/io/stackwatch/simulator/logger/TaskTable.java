package io.stackwatch.simulator.logger;

import io.stackwatch.simulator.report.Edition;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which commands of the host a logger of each edition knows.
 *
 * <p>3014 to 3017 are in 2017 only: no example of 2025 has them. 1001 means something else in 2005 and in 2025, where only the
 * logger says it. Immutable.
 */
final class TaskTable {

    private static final Set<Edition> ALL = EnumSet.allOf(Edition.class);
    private static final Set<Edition> ONLY_2005 = EnumSet.of(Edition.Y2005);
    private static final Set<Edition> SINCE_2017 = EnumSet.of(Edition.Y2017, Edition.Y2025);
    private static final Set<Edition> ONLY_2017 = EnumSet.of(Edition.Y2017);
    private static final Set<Edition> SINCE_2025 = EnumSet.of(Edition.Y2025);

    private final Map<Integer, Row> rows = new HashMap<>();

    private TaskTable() {
        order(1000, ALL, Parameters::patience);
        order(1001, ONLY_2005, AlarmSettings::setWarnTime);
        order(1002, SINCE_2025, Admission::assignMn);
        ask(1011, ALL, Parameters::clock);
        order(1012, ALL, Parameters::setClock);
        rows.put(1014, new Row(SINCE_2025, Kind.ORDER, true, Admission::newKey));
        ask(1021, ONLY_2005, AlarmSettings::limits);
        order(1022, ONLY_2005, AlarmSettings::setLimits);
        ask(1031, ONLY_2005, AlarmSettings::target);
        order(1032, ONLY_2005, AlarmSettings::setTarget);
        ask(1041, ONLY_2005, AlarmSettings::reportTime);
        order(1042, ONLY_2005, AlarmSettings::setReportTime);
        ask(1061, ALL, Parameters::realtimeInterval);
        order(1062, ALL, Parameters::setRealtimeInterval);
        ask(1063, SINCE_2017, Parameters::minuteInterval);
        order(1064, SINCE_2017, Parameters::setMinuteInterval);
        order(1072, ALL, Parameters::setPassword);
        ask(2011, ALL, Records::realtime);
        notice(2012, Records::stopRealtime);
        ask(2013, SINCE_2025, Records::cycles);
        ask(2021, ALL, Records::facilities);
        notice(2022, Records::stopFacilities);
        ask(2031, ALL, Records::days);
        ask(2041, ALL, Records::facilityTimes);
        ask(2051, ALL, Records::minutes);
        ask(2061, ALL, Records::hours);
        ask(2062, SINCE_2025, Records::standardChecks);
        ask(2071, ONLY_2005, AlarmSettings::alarms);
        order(3011, ALL, FieldWork::calibrate);
        order(3012, ALL, FieldWork::sample);
        order(3013, ALL, FieldWork::clean);
        order(3014, EnumSet.of(Edition.Y2005, Edition.Y2017), FieldWork::compare);
        ask(3015, ONLY_2017, FieldWork::retain);
        order(3016, ONLY_2017, FieldWork::setCycle);
        ask(3017, ONLY_2017, FieldWork::cycle);
        ask(3018, SINCE_2017, FieldWork::resultDelay);
        ask(3019, SINCE_2017, FieldWork::serialNumber);
        ask(3020, SINCE_2017, FieldWork::information);
        order(3021, SINCE_2017, FieldWork::setInformation);
        order(3022, SINCE_2025, FieldWork::retainNow);
        order(3024, SINCE_2025, FieldWork::checkStandard);
    }

    static TaskTable standard() {
        return new TaskTable();
    }

    Optional<Row> find(int command, Edition edition) {
        return Optional.ofNullable(rows.get(command))
                .filter(row -> row.editions().contains(edition));
    }

    private void ask(int command, Set<Edition> editions, Task task) {
        rows.put(command, new Row(editions, Kind.QUESTION, false, task));
    }

    private void order(int command, Set<Edition> editions, Task task) {
        rows.put(command, new Row(editions, Kind.ORDER, false, task));
    }

    private void notice(int command, Task task) {
        rows.put(command, new Row(ALL, Kind.NOTICE, false, task));
    }

    /**
     * One command.
     *
     * @param editions which know it
     * @param kind how it is answered, and whether it may be carried out twice
     * @param secret whether it is only taken encrypted
     * @param task what is done
     */
    record Row(Set<Edition> editions, Kind kind, boolean secret, Task task) {}

    /** How a command is treated. */
    enum Kind {
        /** Changes nothing that a repetition would change again. */
        QUESTION,
        /** Carried out once per request number. */
        ORDER,
        /** Answered with 9013 alone. */
        NOTICE
    }
}
