package io.stackwatch.gateway.api;

import io.stackwatch.core.access.About;
import io.stackwatch.core.access.Caller;
import io.stackwatch.core.access.Grant;
import io.stackwatch.core.access.Reach;
import io.stackwatch.core.access.Subject;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.access.Subjects;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;

/** Cuts a list to what a caller reaches, by its query parameters. */
final class ListCut {

    private final AccessTable.Entry entry;
    private final Subjects subjects;

    ListCut(AccessTable.Entry entry, Subjects subjects) {
        this.entry = entry;
        this.subjects = subjects;
    }

    /**
     * A parameter to be set.
     *
     * @param name empty text if nothing is to be set: what is asked for is cut enough
     */
    record Setting(String name, String value) {

        static final Setting NONE = new Setting("", "");
    }

    /** What cuts the list to the reach of a grant; empty if it goes beyond that of every grant. May block. */
    Optional<Setting> of(Caller caller, MultiMap query) {
        for (Grant grant : caller.in(entry.rule().roles())) {
            Optional<Setting> setting = grant.reach()
                    .match(
                            () -> Optional.of(Setting.NONE),
                            division -> division(division, query),
                            firm -> firm(firm, query));
            if (setting.isPresent()) {
                return setting;
            }
        }
        return Optional.empty();
    }

    private Optional<Setting> division(Reach.Division reach, MultiMap query) {
        Optional<String> region = given(entry.cut().region(), query);
        boolean within = region.map(code -> new Subject(Optional.of(new RegionCode(code)), Optional.empty()))
                        .map(reach::covers)
                        .orElse(true)
                && othersWithin(reach, query);
        return !within
                ? Optional.empty()
                : setting(entry.cut().region(), reach.region().value(), query, region);
    }

    private Optional<Setting> firm(Reach.Firm reach, MultiMap query) {
        Optional<String> enterprise = given(entry.cut().enterprise(), query);
        return !othersWithin(reach, query)
                ? Optional.empty()
                : setting(entry.cut().enterprise(), reach.enterprise().value(), query, enterprise);
    }

    /** Nothing is to be set where the list is cut enough; nothing can be where it has no such parameter. */
    private Optional<Setting> setting(Optional<String> name, String value, MultiMap query, Optional<String> own) {
        boolean narrow = own.isPresent()
                || given(entry.cut().enterprise(), query).isPresent()
                || given(entry.cut().outlet(), query).isPresent();
        return narrow ? Optional.of(Setting.NONE) : name.map(one -> new Setting(one, value));
    }

    private boolean othersWithin(Reach reach, MultiMap query) {
        return covered(reach, About.ENTERPRISE, given(entry.cut().enterprise(), query))
                && covered(reach, About.OUTLET, given(entry.cut().outlet(), query));
    }

    private boolean covered(Reach reach, About about, Optional<String> id) {
        return id.map(one -> subjects.of(about, one))
                .map(owners -> isCovered(reach, owners))
                .orElse(true);
    }

    private static boolean isCovered(Reach reach, List<Subject> owners) {
        return owners.stream().anyMatch(reach::covers);
    }

    private static Optional<String> given(Optional<String> name, MultiMap query) {
        return name.map(query::get).filter(text -> !text.isBlank());
    }
}
