package io.stackwatch.gateway.evidence;

import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.CaseFile;
import io.stackwatch.gateway.records.VerdictRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes evidence packages. The same records and the same moment give the same bytes. Safe for use by several threads; blocks on store and
 * journal, so never on an event loop.
 */
public final class EvidencePackages {

    private final EvidenceSources sources;
    private final Function<FactorCode, String> factorNames;

    /**
     * @param sources where it is made from
     * @param factorNames what people call a factor
     */
    public EvidencePackages(EvidenceSources sources, Function<FactorCode, String> factorNames) {
        this.sources = sources;
        this.factorNames = factorNames;
    }

    /** The package of a candidate case as of a moment; empty if there is no such case. */
    public Optional<EvidencePackage> of(CaseId candidate, Instant now) {
        return sources.records().candidateCase(candidate).map(file -> make(file, now));
    }

    private EvidencePackage make(CaseFile file, Instant now) {
        Scope scope = new Scope(file, sources.registry().get(), now);
        long head = sources.journal().head();
        List<EvidenceFile> files = files(scope);
        Manifest manifest = Manifest.of(file.row().id().value(), now, head, files);
        StoredZip zip = new StoredZip();
        files.forEach(zip::add);
        zip.add(new EvidenceFile(Manifest.NAME, manifest.text().getBytes(StandardCharsets.UTF_8)));
        byte[] bytes = zip.bytes();
        return new EvidencePackage(
                "evidence-" + file.row().id() + ".zip", bytes, Manifest.digest(bytes), manifest.sha256());
    }

    private List<EvidenceFile> files(Scope scope) {
        FrameSheet frames = new FrameSheet(sources);
        List<JournalRecord> records = frames.of(scope);
        HourSheets hours = new HourSheets(sources);
        RuleSheets rules = new RuleSheets(sources);
        StateSheets state = new StateSheets(sources);
        CaseSheets course = new CaseSheets(sources);
        Optional<ActsOfCase.Course> acts = sources.acts().of(scope.file().row().id());
        List<EvidenceFile> files = new ArrayList<>(List.of(
                Guide.file(),
                course.candidate(scope),
                course.notices(scope),
                CaseSheets.acts(acts.map(ActsOfCase.Course::acts).orElse(List.of())),
                CaseSheets.trail(acts.map(ActsOfCase.Course::trail).orElse(List.of())),
                frames.raw(records),
                frames.said(records),
                new MinuteSheet(sources).of(scope, records),
                hours.reports(scope),
                hours.verdicts(scope),
                hours.objections(scope),
                hours.made(scope),
                hours.samples(scope),
                new ConversionSheet(sources).of(scope),
                rules.limits(scope, verdicts(scope)),
                rules.parameters(scope),
                rules.registration(scope),
                state.considered(scope),
                state.versions(scope),
                state.exceptions(scope),
                state.checks(scope),
                state.standing(scope)));
        try {
            files.add(
                    0,
                    new CoverPage(scope, factorNames.apply(scope.factor()))
                            .of(files, records.size(), acts.isPresent()));
        } catch (IOException broken) {
            throw new UncheckedIOException("the cover of " + scope.file().row().id() + " cannot be printed", broken);
        }
        return files;
    }

    private List<VerdictRow> verdicts(Scope scope) {
        return scope.hours().stream()
                .flatMap(start -> sources.records().hour(scope.hour(start, scope.factor())).verdicts().stream())
                .toList();
    }
}
