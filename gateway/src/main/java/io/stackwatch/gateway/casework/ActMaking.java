package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.ActHeader;
import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.penalty.Yuan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes an act of what a request carries, or says what is missing. Pure. */
final class ActMaking {

    private ActMaking() {}

    /** What is missing for an act of a kind, or is carried and may not be; empty if all is there but the number of a document. */
    static Optional<String> fault(ActKind kind, ActOrder.Carries carries) {
        if (kind.shape() == ActKind.Shape.REGROUPED) {
            return Optional.of(kind + " is done by merging or splitting files");
        }
        List<String> faults = new ArrayList<>();
        ActKind.Shape shape = kind.shape();
        need(faults, "amount", carries.amount().isPresent(), shape == ActKind.Shape.PAYMENT);
        need(faults, "found", carries.found().isPresent(), shape == ActKind.Shape.CHECKED);
        need(faults, "proof", carries.proof().isPresent(), shape == ActKind.Shape.SERVICE);
        refuse(faults, "day", carries.day().isPresent(), shape == ActKind.Shape.STEP);
        refuse(faults, "number", carries.number().isPresent(), shape != ActKind.Shape.ISSUED);
        refuse(
                faults,
                "amount",
                carries.amount().isPresent(),
                shape != ActKind.Shape.ISSUED && shape != ActKind.Shape.PAYMENT);
        refuse(faults, "found", carries.found().isPresent(), shape != ActKind.Shape.CHECKED);
        refuse(faults, "proof", carries.proof().isPresent(), shape != ActKind.Shape.SERVICE);
        return faults.isEmpty() ? Optional.empty() : Optional.of(kind + " " + String.join(", ", faults));
    }

    private static void need(List<String> faults, String name, boolean given, boolean needed) {
        if (needed && !given) {
            faults.add("needs '" + name + "'");
        }
    }

    private static void refuse(List<String> faults, String name, boolean given, boolean foreign) {
        if (given && foreign) {
            faults.add("carries no '" + name + "'");
        }
    }

    /** The act, with the number of its document. */
    static CaseAct act(ActHeader header, ActKind kind, ActOrder.Carries carries, String number) {
        LocalDate day = carries.day().orElse(header.at().atZone(LegalTime.ZONE).toLocalDate());
        return switch (kind.shape()) {
            case STEP -> new CaseAct.Step(header, kind);
            case ISSUED -> new CaseAct.Issued(header, kind, day, number, carries.amount());
            case SERVICE ->
                new CaseAct.Served(header, kind, day, carries.proof().orElse(""));
            case DATED -> new CaseAct.Dated(header, kind, day);
            case CHECKED ->
                new CaseAct.Checked(header, kind, day, carries.found().orElseThrow());
            case PAYMENT -> new CaseAct.Paid(header, day, carries.amount().orElse(Yuan.ZERO));
            case REGROUPED -> throw new IllegalArgumentException(kind + " is made of two files");
        };
    }
}
