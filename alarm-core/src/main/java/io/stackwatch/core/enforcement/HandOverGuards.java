package io.stackwatch.core.enforcement;

import java.util.Optional;

/** Whether a procedure may begin in a case. */
final class HandOverGuards {

    private HandOverGuards() {}

    static Optional<String> handedOver(Situation situation) {
        boolean led = situation.process().handOvers().stream()
                .anyMatch(handOver -> handOver.leadsTo(situation.file(), situation.act()));
        return led
                ? Optional.empty()
                : Optional.of("no procedure of the case hands over to "
                        + situation.act().header().strand() + ", which stand at " + standings(situation.file()));
    }

    private static String standings(CaseFile file) {
        return file.strands().values().stream()
                .map(strand -> strand.strand() + " " + strand.stage())
                .toList()
                .toString();
    }

    static Optional<String> livelihood(Situation situation) {
        return serves(situation) ? Optional.empty() : Optional.of("the plant serves no livelihood");
    }

    static Optional<String> notLivelihood(Situation situation) {
        return serves(situation)
                ? Optional.of("the plant serves livelihood: fine and daily penalty instead (部令30 art. 7)")
                : Optional.empty();
    }

    private static boolean serves(Situation situation) {
        return situation.violation().filter(FileSubject.Violation::livelihood).isPresent();
    }
}
