package io.stackwatch.core.enforcement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The file of a case (案卷): what it is about, and what was done, in order. Where it stands follows from its acts and the tables
 * alone; no clock, calendar or law is asked, so an old file reads the same for ever.
 *
 * @param subject what it is about, with the time of its hours as they stand
 * @param acts what was done, in order
 * @param strands where each procedure stands
 */
public record CaseFile(FileSubject subject, List<CaseAct> acts, Map<Strand, StrandFile> strands) {

    public CaseFile {
        acts = List.copyOf(acts);
        strands = Collections.unmodifiableMap(new TreeMap<>(strands));
    }

    /** A file in which nothing was done yet. */
    public static CaseFile about(FileSubject subject) {
        return new CaseFile(subject, List.of(), Map.of());
    }

    /** Its identity. */
    public CaseFileId id() {
        return subject.fileId();
    }

    /** One of its strands; without any act if it has not begun. */
    public StrandFile strand(Strand strand) {
        return strands.getOrDefault(strand, StrandFile.none(strand));
    }

    /** The strands of a procedure, by number. */
    public List<StrandFile> strands(Procedure procedure) {
        return strands.values().stream()
                .filter(strand -> strand.strand().procedure() == procedure)
                .toList();
    }

    /** Whether a procedure of it goes on. */
    public boolean open() {
        return strands.values().stream().anyMatch(strand -> !strand.stage().end());
    }

    /** The file after one more act; a step that is not in the tables is a broken promise. */
    public CaseFile after(CaseProcess process, CaseAct act) {
        StrandFile strand = strand(act.header().strand());
        ProcessRow row = process.row(strand, act)
                .orElseThrow(() -> new IllegalStateException(act.kind() + " in state "
                        + strand.reached().map(Stage::name).orElse("[*]") + " of " + strand.strand() + " of " + id()
                        + ", path " + strand.path()));
        return with(act, strand.after(act, row));
    }

    CaseFile with(CaseAct act, StrandFile strand) {
        List<CaseAct> more = new ArrayList<>(acts);
        more.add(act);
        Map<Strand, StrandFile> changed = new TreeMap<>(strands);
        changed.put(strand.strand(), strand);
        FileSubject then = act.regrouping()
                .map(moved -> subject.<FileSubject>match(
                        violation -> violation.during(moved.begun(), moved.ended()), county -> county))
                .orElse(subject);
        return new CaseFile(then, more, changed);
    }

    /** The file that a history makes. */
    public static CaseFile fold(CaseProcess process, FileSubject subject, List<CaseAct> history) {
        CaseFile file = about(subject);
        for (CaseAct act : history) {
            file = file.after(process, act);
        }
        return file;
    }

    /**
     * The hours that it is about, in order, after acts that took some over or gave some away; a file that was merged keeps its own.
     *
     * @param opened those that it was opened on
     */
    public List<CaseHour> hours(Collection<CaseHour> opened) {
        Set<CaseHour> hours = new TreeSet<>(opened);
        for (CaseAct act : acts) {
            act.regrouping().ifPresent(moved -> {
                switch (act.kind()) {
                    case SPLIT_OFF -> moved.hours().forEach(hours::remove);
                    case TOOK_OVER, SPLIT_FROM -> hours.addAll(moved.hours());
                    default -> {
                        // a file that is merged keeps what it was about
                    }
                }
            });
        }
        return List.copyOf(hours);
    }

    /** The last act, if there was one. */
    Optional<CaseAct> lastAct() {
        return acts.isEmpty() ? Optional.empty() : Optional.of(acts.get(acts.size() - 1));
    }
}
