package io.stackwatch.gateway.api;

import io.stackwatch.core.marking.FiledVersion;
import io.stackwatch.core.marking.MarkAct;
import io.stackwatch.core.marking.MarkContent;
import io.stackwatch.core.marking.MarkFile;
import io.stackwatch.core.marking.MarkKind;
import io.stackwatch.core.marking.ProofFile;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.MarkFinding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A mark with all its versions, latest last. */
record MarkView(String id, OutletId outlet, String state, List<Version> versions) {

    static MarkView of(MarkFile file) {
        OutletId outlet =
                file.versions().get(0).version().content().orElseThrow().outlet();
        return new MarkView(
                file.id().value(),
                outlet,
                file.latest().state().name(),
                file.versions().stream().map(Version::of).toList());
    }

    /** One version; without a kind it withdraws the mark. */
    record Version(
            int version,
            String state,
            Optional<String> kind,
            Optional<Instant> from,
            Optional<Instant> until,
            List<FactorCode> factors,
            String reason,
            List<ProofFile> proofs,
            Instant filedAt,
            String filedBy,
            String explanation,
            List<Deed> acts) {

        static Version of(FiledVersion filed) {
            Optional<MarkContent> content = filed.version().content();
            return new Version(
                    filed.version().version(),
                    filed.state().name(),
                    content.map(saying -> saying.kind().value()),
                    content.map(saying -> saying.span().start()),
                    content.map(saying -> saying.span().end()),
                    content.map(saying -> List.copyOf(saying.factors())).orElse(List.of()),
                    content.map(MarkContent::reason).orElse(""),
                    content.map(MarkContent::proofs).orElse(List.of()),
                    filed.version().filedAt(),
                    filed.version().filedBy(),
                    filed.version().explanation(),
                    filed.acts().stream().map(Deed::of).toList());
        }
    }

    /** Something that happened to a version. */
    record Deed(String event, Instant at, String by, String why) {

        static Deed of(MarkAct act) {
            return new Deed(act.event().name(), act.at(), act.by(), act.why());
        }
    }

    /** A kind of mark. */
    record Kind(
            String code, String subject, String chinese, String english, String effect, String source, String mark) {

        static Kind of(MarkKind kind) {
            return new Kind(
                    kind.code().value(),
                    kind.subject().name(),
                    kind.chinese(),
                    kind.english(),
                    kind.effect().name(),
                    kind.source(),
                    kind.mark().name());
        }
    }

    /** Something that an officer should look at. */
    record Finding(
            long number,
            String kind,
            String mark,
            int version,
            OutletId outlet,
            Optional<Instant> hour,
            Optional<FactorCode> factor,
            Instant at,
            String detail) {

        static Finding of(MarkFinding finding) {
            return new Finding(
                    finding.number(),
                    finding.kind().code(),
                    finding.mark().value(),
                    finding.version(),
                    finding.outlet(),
                    finding.hour(),
                    finding.factor(),
                    finding.at(),
                    finding.detail());
        }
    }
}
