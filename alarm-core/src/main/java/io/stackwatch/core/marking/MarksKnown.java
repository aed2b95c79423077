package io.stackwatch.core.marking;

import java.util.List;

/**
 * All that is known about one outlet's time, whether it counts or not.
 *
 * @param files marks that were filed, in the order of filing: every one that touches the hours asked about, and for working
 *     conditions every one of the legal year
 * @param automatic marks that follow from data marks
 * @param exemptions grants, of the outlet and of the city
 * @param outages our own
 */
public record MarksKnown(
        List<MarkFile> files, List<AutomaticMark> automatic, List<Exemption> exemptions, List<OwnOutage> outages) {

    /** Nothing is known. */
    public static final MarksKnown NOTHING = new MarksKnown(List.of(), List.of(), List.of(), List.of());

    public MarksKnown {
        files = List.copyOf(files);
        automatic = List.copyOf(automatic);
        exemptions = List.copyOf(exemptions);
        outages = List.copyOf(outages);
    }
}
