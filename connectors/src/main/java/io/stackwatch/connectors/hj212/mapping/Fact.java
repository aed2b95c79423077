package io.stackwatch.connectors.hj212.mapping;

import io.stackwatch.connectors.hj212.codec.ProtocolTime;
import io.stackwatch.core.measurement.DataFlag;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a frame says and that is no figure of a factor over a span. Texts are kept as sent; nothing here knows what
 * is allowed. Codes are the sender's, not translated.
 */
public sealed interface Fact {

    /** The reaction to whichever it is. */
    <T> T match(Cases<T> cases);

    /** A reaction to each of them; a new kind of fact makes a new method, so nobody can forget it. */
    interface Cases<T> {

        /** To a facility's state or run time. */
        T facility(Facility facility);

        /** To something about a device. */
        T device(DeviceInfo device);

        /** To a parameter. */
        T parameter(Parameter parameter);

        /** To a working condition. */
        T condition(WorkingCondition condition);

        /** To a check against a standard. */
        T check(StandardCheck check);

        /** To a sample of a periodic analyser. */
        T sample(PeriodicSample sample);

        /** To a noise figure. */
        T noise(Noise noise);

        /** To an alarm of a logger. */
        T alarm(ReportedAlarm alarm);

        /** To a remark on a factor. */
        T note(FactorNote note);
    }

    /**
     * What a treatment facility did: 2021 and 2041.
     *
     * @param facility {@code SBx}
     * @param aspect which of the two it is
     * @param text the state (0 off, 1 running, 2 calibrating, 3 maintained, 4 alarm, 5 back-flushing) or hours of the day
     */
    record Facility(String facility, Facility.Aspect aspect, String text) implements Fact {

        /** What is said of it. */
        public enum Aspect {
            /** {@code -RS}. */
            STATE,
            /** {@code -RT}: hours of the day. */
            RUN_TIME
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.facility(this);
        }
    }

    /**
     * What a device is or says: 3019, 3020, and the hardware ids of 1001 in 2025.
     *
     * @param aspect which of the two it is
     * @param code the information code, or the factor whose analyser it is
     * @param subject the analyser that it belongs to, where the frame says so
     * @param text the identity; the log line, state or parameter without the {@code //} around it
     */
    record DeviceInfo(DeviceInfo.Aspect aspect, String code, Optional<String> subject, String text) implements Fact {

        /** What is said of it. */
        public enum Aspect {
            /** {@code -SN}. */
            IDENTITY,
            /** {@code -Info}. */
            INFORMATION
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.device(this);
        }
    }

    /**
     * A named value of the dialogue: {@code SystemTime}, {@code RtdInterval}, {@code VaseNo}, {@code RestartTime},
     * {@code 101-UpValue}, {@code QnRtn}.
     *
     * @param name the whole name
     * @param subject the last {@code PolId} before it; of {@code PolId} its own value
     * @param text the value
     */
    record Parameter(String name, Optional<String> subject, String text) implements Fact {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.parameter(this);
        }
    }

    /**
     * A key production condition (关键生产工况, ST 45 of 2025) as a word: {@code p99101-Rtd=St}. The official list of words
     * was not seen.
     *
     * @param code what it speaks of
     * @param text the word
     * @param flag its mark
     */
    record WorkingCondition(String code, String text, Optional<DataFlag> flag) implements Fact {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.condition(this);
        }
    }

    /**
     * An automatic check against a standard (自动标样核查, 2062 of 2025).
     *
     * @param code the factor
     * @param reading what the analyser read: {@code -SampleRd}, in the surface-water profile {@code -Check}
     * @param standard what the standard holds: {@code -StandardValue}
     * @param result {@code -ResultType}: 1 passed, 0 failed
     * @param flag its mark
     */
    record StandardCheck(
            String code,
            Optional<String> reading,
            Optional<String> standard,
            Optional<String> result,
            Optional<DataFlag> flag)
            implements Fact {

        /** What the device says of it itself. */
        public Outcome outcome() {
            return switch (result.orElse("")) {
                case "1" -> Outcome.PASSED;
                case "0" -> Outcome.FAILED;
                default -> Outcome.NOT_SAID;
            };
        }

        /** How it came out. */
        public enum Outcome {
            /** Passed. */
            PASSED,
            /** Failed. */
            FAILED,
            /** Neither 0 nor 1. */
            NOT_SAID
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.check(this);
        }
    }

    /**
     * One sample of a periodic analyser (2013 of 2025).
     *
     * @param code the factor
     * @param figures everything that is said of it, by suffix: {@code Avg}, {@code SampleTime}, {@code SampleType} and more
     * @param flag its mark
     */
    record PeriodicSample(String code, Map<String, String> figures, Optional<DataFlag> flag) implements Fact {

        public PeriodicSample {
            figures = Map.copyOf(figures);
        }

        /** When it was taken; empty if that is not said or no time. */
        public Optional<Instant> takenAt() {
            return Optional.ofNullable(figures.get("SampleTime")).flatMap(ProtocolTime::parse);
        }

        /** When its analysis was done; empty if that is not said or no time. */
        public Optional<Instant> completedAt() {
            return Optional.ofNullable(figures.get("CompleteTime")).flatMap(ProtocolTime::parse);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.sample(this);
        }
    }

    /**
     * A noise figure: 2052, and 2051, 2061, 2031 of noise stations.
     *
     * @param index {@code Leq}, {@code L10}, {@code LMx}
     * @param part the part of the span that it speaks of
     * @param text the level, dB
     */
    record Noise(String index, Part part, String text) implements Fact {

        /** Which part of the span. */
        public enum Part {
            /** {@code -Data}: all of it. */
            WHOLE,
            /** {@code -DayData}. */
            DAY,
            /** {@code -NightData}. */
            NIGHT
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.noise(this);
        }
    }

    /**
     * An alarm that a logger of 2005 raised by its own limits: 2071, 2072.
     *
     * @param code the factor
     * @param text the value: {@code -Ala}
     * @param time {@code AlarmTime}
     * @param type {@code AlarmType}: 0 or 1; which means which was not seen
     */
    record ReportedAlarm(String code, String text, Optional<String> time, Optional<String> type) implements Fact {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.alarm(this);
        }
    }

    /**
     * A remark on a factor: {@code -SampleTime} of a batch analyser, {@code -EFlag} of the device's own, {@code -RawAvg} and
     * other as-measured values of 2025.
     *
     * @param code the factor
     * @param suffix which remark
     * @param text its value
     */
    record FactorNote(String code, String suffix, String text) implements Fact {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.note(this);
        }
    }
}
