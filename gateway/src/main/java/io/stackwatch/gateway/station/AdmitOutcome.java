package io.stackwatch.gateway.station;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.QuarantineRow;
import io.stackwatch.gateway.registry.SheetError;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What came of letting somebody in. */
public sealed interface AdmitOutcome {

    <T> T match(
            Function<Done, T> done,
            Function<Refused, T> refused,
            Function<DecidedBefore, T> decidedBefore,
            Supplier<T> noSuchEntry);

    /** It is registered, and its frames are on their way. */
    record Done(long act, Mn station) implements AdmitOutcome {
        @Override
        public <T> T match(
                Function<Done, T> done,
                Function<Refused, T> refused,
                Function<DecidedBefore, T> decidedBefore,
                Supplier<T> noSuchEntry) {
            return done.apply(this);
        }
    }

    /** What was stated cannot be registered; nothing happened. */
    record Refused(List<SheetError> errors) implements AdmitOutcome {

        public Refused {
            errors = List.copyOf(errors);
        }

        @Override
        public <T> T match(
                Function<Done, T> done,
                Function<Refused, T> refused,
                Function<DecidedBefore, T> decidedBefore,
                Supplier<T> noSuchEntry) {
            return refused.apply(this);
        }
    }

    /** Somebody has decided about the entry before. */
    record DecidedBefore(QuarantineRow.State state) implements AdmitOutcome {
        @Override
        public <T> T match(
                Function<Done, T> done,
                Function<Refused, T> refused,
                Function<DecidedBefore, T> decidedBefore,
                Supplier<T> noSuchEntry) {
            return decidedBefore.apply(this);
        }
    }

    /** There is no such entry. */
    record NoSuchEntry() implements AdmitOutcome {
        @Override
        public <T> T match(
                Function<Done, T> done,
                Function<Refused, T> refused,
                Function<DecidedBefore, T> decidedBefore,
                Supplier<T> noSuchEntry) {
            return noSuchEntry.get();
        }
    }
}
