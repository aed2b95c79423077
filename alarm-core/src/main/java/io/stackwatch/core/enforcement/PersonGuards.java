package io.stackwatch.core.enforcement;

import java.util.Optional;
import java.util.stream.Stream;

/** Who may not do what, because of what he did before. */
final class PersonGuards {

    private PersonGuards() {}

    static Optional<String> twoOfficers(Situation situation) {
        Optional<Actor> second = situation.act().header().second();
        if (second.isEmpty()) {
            return Optional.of("a second officer is not named");
        }
        if (second.get().same(situation.by())) {
            return Optional.of(situation.by().id() + " is named twice");
        }
        return Stream.of(situation.by(), second.get())
                .filter(actor -> !actor.certifiedOfficer())
                .findFirst()
                .map(actor -> actor.id() + " is no certified officer");
    }

    static Optional<String> notTheProposer(Situation situation) {
        return situation.strand().steps().stream()
                .map(StrandFile.Taken::act)
                .filter(act -> (act.kind().proposes() && did(situation.by(), act)) || hasHand(situation.by(), act))
                .findFirst()
                .map(act -> situation.by().id() + " proposed it by " + act.kind());
    }

    static Optional<String> notAnInvestigator(Situation situation) {
        return situation.file().acts().stream()
                .filter(act -> (act.kind().investigates() && did(situation.by(), act)) || hasHand(situation.by(), act))
                .findFirst()
                .map(act -> situation.by().id() + " took part in " + act.kind());
    }

    /** Whether he proposed or investigated in a file whose hours this one has taken over. */
    private static boolean hasHand(Actor actor, CaseAct act) {
        return act.regrouping()
                .filter(moved -> moved.hands().contains(actor.id()))
                .isPresent();
    }

    private static boolean did(Actor actor, CaseAct act) {
        return act.header().by().same(actor)
                || act.header().second().filter(actor::same).isPresent();
    }
}
