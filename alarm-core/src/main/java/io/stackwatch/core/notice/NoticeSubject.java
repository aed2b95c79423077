package io.stackwatch.core.notice;

import io.stackwatch.core.alarm.AlarmId;
import java.util.function.Function;

/** What a notice is about: an alarm or a case file. */
public sealed interface NoticeSubject {

    /** Calls the function of the variant. */
    <T> T match(Function<OfAlarm, T> alarm, Function<OfCase, T> file);

    /** Of what kind it is. */
    default Kind kind() {
        return match(alarm -> Kind.ALARM, file -> Kind.CASE);
    }

    /** The id among its kind. */
    default String id() {
        return match(alarm -> alarm.alarm().value(), OfCase::file);
    }

    /** The subject of a kind with an id, as {@link #kind} and {@link #id} gave them. */
    static NoticeSubject of(Kind kind, String id) {
        return switch (kind) {
            case ALARM -> new OfAlarm(new AlarmId(id));
            case CASE -> new OfCase(id);
        };
    }

    /** Of what kind a subject is. Names are stored and never change. */
    enum Kind {
        ALARM,
        CASE
    }

    /** One alarm. */
    record OfAlarm(AlarmId alarm) implements NoticeSubject {
        @Override
        public <T> T match(Function<OfAlarm, T> alarm, Function<OfCase, T> file) {
            return alarm.apply(this);
        }
    }

    /**
     * One case file.
     *
     * @param file its id in writing; the type of the id belongs to enforcement, which knows this package and not
     *     vice versa
     */
    record OfCase(String file) implements NoticeSubject {
        public OfCase {
            if (file.isBlank()) {
                throw new IllegalArgumentException("no case file is named");
            }
        }

        @Override
        public <T> T match(Function<OfAlarm, T> alarm, Function<OfCase, T> caseFile) {
            return caseFile.apply(this);
        }
    }
}
