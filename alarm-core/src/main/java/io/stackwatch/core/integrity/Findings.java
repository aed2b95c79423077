package io.stackwatch.core.integrity;

import java.util.ArrayList;
import java.util.List;

/** Gathers what a detector finds on its way and makes an opinion of it. Used within one examination. */
final class Findings {

    private final List<Suspicion> suspicions = new ArrayList<>();
    private final List<Opinion.CannotSay> reasons = new ArrayList<>();
    private int looked;

    void suspect(Suspicion suspicion) {
        suspicions.add(suspicion);
    }

    void looked(int figures) {
        looked += figures;
    }

    void cannot(Opinion.Reason why, String detail) {
        reasons.add(new Opinion.CannotSay(why, detail));
    }

    /** Suspicions before anything else; nothing found if at least something could be looked at; else the first reason. */
    Opinion opinion() {
        if (!suspicions.isEmpty()) {
            return new Opinion.Suspects(suspicions);
        }
        if (looked > 0) {
            return new Opinion.NothingFound(looked);
        }
        return reasons.isEmpty()
                ? new Opinion.CannotSay(Opinion.Reason.NOT_MEASURED, "no factor that it looks at is reported")
                : reasons.get(0);
    }
}
