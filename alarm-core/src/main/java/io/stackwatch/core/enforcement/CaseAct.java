package io.stackwatch.core.enforcement;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.penalty.Yuan;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that was done in a case; appended to its file, never changed. The variants differ in what they carry, the kinds in what
 * they mean.
 */
public sealed interface CaseAct {

    /** One function for each variant. */
    record Cases<T>(
            Function<Step, T> step,
            Function<Issued, T> issued,
            Function<Served, T> served,
            Function<Dated, T> dated,
            Function<Checked, T> checked,
            Function<Paid, T> paid,
            Function<Regrouped, T> regrouped) {}

    /** Calls the function of the variant. */
    <T> T match(Cases<T> cases);

    /** Who, when, why. */
    ActHeader header();

    /** What was done. */
    ActKind kind();

    /** On which day, in Asia/Shanghai; periods begin with it. */
    LocalDate day();

    /** The amount that it carries, if it does. */
    default Optional<Yuan> amount() {
        return match(new Cases<>(
                step -> Optional.empty(),
                issued -> issued.sum(),
                served -> Optional.empty(),
                dated -> Optional.empty(),
                checked -> Optional.empty(),
                paid -> Optional.of(paid.sum()),
                regrouped -> Optional.empty()));
    }

    /** What it found, if it is a check. */
    default Optional<CheckResult> found() {
        return match(new Cases<>(
                step -> Optional.empty(),
                issued -> Optional.empty(),
                served -> Optional.empty(),
                dated -> Optional.empty(),
                checked -> Optional.of(checked.result()),
                paid -> Optional.empty(),
                regrouped -> Optional.empty()));
    }

    /** Which hours it brings from or gives to another file, if it does. */
    default Optional<Regrouping> regrouping() {
        return match(new Cases<>(
                step -> Optional.empty(),
                issued -> Optional.empty(),
                served -> Optional.empty(),
                dated -> Optional.empty(),
                checked -> Optional.empty(),
                paid -> Optional.empty(),
                regrouped -> Optional.of(regrouped.what())));
    }

    private static void check(ActKind kind, ActKind.Shape shape) {
        if (kind.shape() != shape) {
            throw new IllegalArgumentException(kind + " is carried by a " + kind.shape() + ", not by a " + shape);
        }
    }

    /** A step that carries nothing more; its day is that of its entry. */
    record Step(ActHeader header, ActKind kind) implements CaseAct {
        public Step {
            check(kind, ActKind.Shape.STEP);
        }

        @Override
        public LocalDate day() {
            return header.at().atZone(LegalTime.ZONE).toLocalDate();
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.step().apply(this);
        }
    }

    /**
     * A document was issued.
     *
     * @param number of the document; of a confirmed law the id of its row
     * @param sum the amount that it names, if it names one
     */
    record Issued(ActHeader header, ActKind kind, LocalDate day, String number, Optional<Yuan> sum) implements CaseAct {
        public Issued {
            check(kind, ActKind.Shape.ISSUED);
            if (number.isBlank()) {
                throw new IllegalArgumentException(kind + " without a document number");
            }
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.issued().apply(this);
        }
    }

    /**
     * A document was served.
     *
     * @param proof such as the number of the receipt
     */
    record Served(ActHeader header, ActKind kind, LocalDate day, String proof) implements CaseAct {
        public Served {
            check(kind, ActKind.Shape.SERVICE);
            if (proof.isBlank()) {
                throw new IllegalArgumentException(kind + " without a proof of service");
            }
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.served().apply(this);
        }
    }

    /** Something happened on a day. */
    record Dated(ActHeader header, ActKind kind, LocalDate day) implements CaseAct {
        public Dated {
            check(kind, ActKind.Shape.DATED);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.dated().apply(this);
        }
    }

    /** A check found something. */
    record Checked(ActHeader header, ActKind kind, LocalDate day, CheckResult result) implements CaseAct {
        public Checked {
            check(kind, ActKind.Shape.CHECKED);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.checked().apply(this);
        }
    }

    /** Money was received. */
    record Paid(ActHeader header, LocalDate day, Yuan sum) implements CaseAct {
        @Override
        public ActKind kind() {
            return ActKind.PAID;
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.paid().apply(this);
        }
    }

    /** Hours went from one file to another. */
    record Regrouped(ActHeader header, ActKind kind, Regrouping what) implements CaseAct {
        public Regrouped {
            check(kind, ActKind.Shape.REGROUPED);
        }

        @Override
        public LocalDate day() {
            return header.at().atZone(LegalTime.ZONE).toLocalDate();
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.regrouped().apply(this);
        }
    }
}
