package io.stackwatch.gateway.api;

import io.stackwatch.core.deadline.PeriodCalculation;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.Actor;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseHour;
import io.stackwatch.core.enforcement.ObjectionProposals;
import io.stackwatch.core.enforcement.Prospect;
import io.stackwatch.core.enforcement.Regrouping;
import io.stackwatch.core.enforcement.StepDecision;
import io.stackwatch.core.enforcement.StrandFile;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.gateway.casework.CaseDossier;
import io.stackwatch.gateway.casework.EnterpriseSight;
import io.stackwatch.gateway.records.CaseActColumns;
import io.stackwatch.gateway.records.CaseActRow;
import io.stackwatch.gateway.records.CaseDeadlineRecords;
import io.stackwatch.gateway.records.CaseDeadlineRow;
import io.stackwatch.gateway.records.CaseObjectionRecords;
import io.stackwatch.gateway.records.CasePaperRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A case file with everything that hangs on it. */
record CaseDossierView(
        CaseLineView summary,
        List<Way> strands,
        List<Deed> acts,
        List<Hour> hours,
        List<Next> next,
        List<Due> deadlines,
        CaseMoneyView money,
        List<Paper> documents,
        List<Handed> handOvers,
        List<Objection> objections,
        Optional<Proposed> proposed,
        List<Notice> notices) {

    static CaseDossierView of(CaseDossier dossier, Instant now) {
        return new CaseDossierView(
                CaseLineView.of(dossier.line(), now),
                dossier.file().strands().values().stream().map(Way::of).toList(),
                dossier.acts().stream()
                        .map(row -> Deed.of(row, dossier.papers()))
                        .toList(),
                Hour.of(dossier.hours()),
                dossier.prospects().stream().map(Next::of).toList(),
                dossier.deadlines().stream().map(row -> Due.of(row, now)).toList(),
                CaseMoneyView.of(dossier.money()),
                dossier.papers().documents().stream().map(Paper::of).toList(),
                dossier.papers().handOvers().stream().map(Handed::of).toList(),
                dossier.objections().stream().map(Objection::of).toList(),
                dossier.proposal().map(Proposed::of),
                dossier.notices().stream().map(Notice::of).toList());
    }

    /** What an enterprise sees of its own. */
    record Sight(
            String id,
            boolean open,
            List<Paper> documents,
            List<Deed> acts,
            List<Due> deadlines,
            List<Next> next,
            List<Objection> objections) {

        static Sight of(EnterpriseSight sight, Instant now) {
            CaseDossier.Papers none = new CaseDossier.Papers(List.of(), List.of(), List.of(), List.of());
            return new Sight(
                    sight.file().value(),
                    sight.open(),
                    sight.documents().stream().map(Paper::of).toList(),
                    sight.acts().stream().map(row -> Deed.of(row, none)).toList(),
                    sight.deadlines().stream().map(row -> Due.of(row, now)).toList(),
                    sight.prospects().stream().map(Next::of).toList(),
                    sight.objections().stream().map(Objection::of).toList());
        }
    }

    /** A strand with its way. */
    record Way(String strand, String procedure, String chinese, String stage, List<String> path) {
        static Way of(StrandFile strand) {
            return new Way(
                    strand.strand().toString(),
                    strand.strand().procedure().name(),
                    strand.strand().procedure().chinese(),
                    strand.stage().name(),
                    strand.path());
        }
    }

    /** Something that was done. */
    record Deed(
            int place,
            String strand,
            String kind,
            LocalDate day,
            Instant enteredAt,
            Person by,
            Optional<Person> second,
            String reason,
            Optional<String> number,
            Optional<String> proof,
            Optional<String> amount,
            Optional<String> amountInWords,
            Optional<String> found,
            Optional<String> otherFile,
            List<Hour> movedHours,
            long trail,
            List<String> calculation,
            List<Proof> proofs) {

        static Deed of(CaseActRow row, CaseDossier.Papers papers) {
            CaseAct act = row.act();
            return new Deed(
                    row.place(),
                    act.header().strand().toString(),
                    act.kind().name(),
                    act.day(),
                    act.header().at(),
                    Person.of(act.header().by()),
                    act.header().second().map(Person::of),
                    act.header().reason(),
                    CaseActColumns.document(act),
                    CaseActColumns.proof(act),
                    act.amount().map(Yuan::toString),
                    act.amount().map(Yuan::inWords),
                    act.found().map(Enum::name),
                    act.regrouping().map(moved -> moved.other().value()),
                    Hour.of(act.regrouping().map(Regrouping::hours).orElse(List.of())),
                    row.trail(),
                    papers.calculations().stream()
                            .filter(line -> line.place() == row.place())
                            .map(CasePaperRecords.Line::words)
                            .toList(),
                    papers.proofs().stream()
                            .filter(proof -> proof.place() == row.place())
                            .map(proof -> new Proof(proof.name(), proof.sha256(), proof.bytes()))
                            .toList());
        }
    }

    /** An hour that it is about. */
    record Hour(String candidate, FactorCode factor, Instant start) {
        static List<Hour> of(List<CaseHour> hours) {
            return hours.stream()
                    .map(hour -> new Hour(hour.candidate().value(), hour.factor(), hour.start()))
                    .toList();
        }
    }

    /** Who acted, and as what. */
    record Person(String id, Role role, Optional<RegionCode> county, boolean certified) {
        static Person of(Actor actor) {
            return new Person(actor.id().value(), actor.role(), actor.region(), actor.certified());
        }
    }

    /** A file that proves an act. */
    record Proof(String name, String sha256, long bytes) {}

    /** What can be done next, or why not. */
    record Next(
            String strand,
            String event,
            String to,
            String condition,
            List<Role> who,
            boolean allowed,
            Optional<StepDecision.Reason> reason,
            List<String> hindrances,
            List<String> asked,
            List<String> documents,
            String source) {

        static Next of(Prospect prospect) {
            String name = prospect.row().name();
            return new Next(
                    prospect.strand().toString(),
                    prospect.row().event().name(),
                    prospect.row().to().name(),
                    name.endsWith("]") ? name.substring(name.lastIndexOf('[') + 1, name.length() - 1) : "",
                    prospect.row().who().stream().sorted().toList(),
                    prospect.reason().isEmpty(),
                    prospect.reason(),
                    prospect.hindrances(),
                    prospect.open(),
                    prospect.row().documents().stream()
                            .map(kind -> kind.title())
                            .toList(),
                    prospect.row().source());
        }
    }

    /** A deadline with its calculation. */
    record Due(
            String strand,
            int number,
            String period,
            Role owner,
            String standing,
            LocalDate begun,
            Optional<LocalDate> lastDay,
            Optional<Instant> warnAt,
            Optional<Instant> passesAt,
            String passing,
            boolean passed,
            Optional<LocalDate> overOn,
            List<String> calculation,
            List<Doubt> doubts) {

        /**
         * Something that the last day rests on and that is not verified, such as the calendar of a year.
         *
         * @param mark how far it has been checked
         */
        record Doubt(String what, Verification mark) {}

        static Due of(CaseDeadlineRow row, Instant now) {
            return new Due(
                    row.strand().toString(),
                    row.number(),
                    row.period().value(),
                    row.owner(),
                    row.standing().name(),
                    row.begun(),
                    row.lastDay(),
                    row.warnAt(),
                    row.passesAt(),
                    row.passing().name(),
                    row.standing() == CaseDeadlineRow.Standing.RUNNING
                            && row.passesAt().filter(end -> !end.isAfter(now)).isPresent(),
                    row.overOn(),
                    row.words(),
                    PeriodCalculation.doubts(row.words()).stream()
                            .map(basis -> new Doubt(basis.what(), basis.mark()))
                            .toList());
        }
    }

    /** A document. */
    record Paper(
            long id,
            int place,
            String kind,
            String title,
            Optional<String> number,
            Instant at,
            Optional<Instant> receivedAt) {

        static Paper of(CasePaperRecords.Paper paper) {
            return new Paper(
                    paper.number(),
                    paper.place(),
                    paper.kind().name(),
                    paper.kind().title(),
                    paper.document(),
                    paper.at(),
                    paper.received());
        }
    }

    /** One strand began another. */
    record Handed(int place, String from, String to, String source) {
        static Handed of(CasePaperRecords.Handed handed) {
            return new Handed(
                    handed.place(), handed.from().toString(), handed.to().toString(), handed.source());
        }
    }

    /** An objection to an hour, with its answer. */
    record Objection(
            long id,
            Instant hour,
            Instant filedAt,
            String filedBy,
            String reason,
            String state,
            Optional<Instant> answeredAt,
            Optional<String> answeredBy,
            Optional<String> answer) {

        static Objection of(CaseObjectionRecords.Objection objection) {
            Optional<CaseObjectionRecords.Answer> answer = objection.answer();
            return new Objection(
                    objection.number(),
                    objection.hour(),
                    objection.filed().at(),
                    objection.filed().by(),
                    objection.filed().reason(),
                    answer.map(said -> said.upheld() ? "UPHELD" : "REJECTED").orElse("FILED"),
                    answer.map(said -> said.act().at()),
                    answer.map(said -> said.act().by()),
                    answer.map(said -> said.act().reason()));
        }
    }

    /** What an officer is proposed to do about objections that were upheld; nothing follows by itself. */
    record Proposed(String strand, String act, List<Hour> hours, String source) {
        static Proposed of(ObjectionProposals.Proposal proposal) {
            return new Proposed(
                    proposal.strand().toString(), proposal.act().name(), Hour.of(proposal.hours()), proposal.source());
        }
    }

    /** What the sweep told. */
    record Notice(
            long id,
            String strand,
            String period,
            String kind,
            Role recipient,
            LocalDate lastDay,
            String passing,
            Instant at) {

        static Notice of(CaseDeadlineRecords.Notice notice) {
            return new Notice(
                    notice.number(),
                    notice.strand().toString(),
                    notice.period().value(),
                    notice.kind().name(),
                    notice.recipient(),
                    notice.lastDay(),
                    notice.passing().name(),
                    notice.at());
        }
    }
}
