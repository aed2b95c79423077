package io.stackwatch.core.enforcement;

import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.function.Function;

/** What a case file is about. */
public sealed interface FileSubject {

    /** Calls the function of the variant. */
    <T> T match(Function<Violation, T> violation, Function<County, T> county);

    /** The county in which it is. */
    RegionCode region();

    /** Its identity. */
    CaseFileId fileId();

    /**
     * A violation by an enterprise.
     *
     * @param fileId the file: that of the candidate, or of a part that was split off
     * @param candidate the candidate case it grew from
     * @param enterprise whose
     * @param region where
     * @param matter of the law
     * @param begun when the act began
     * @param ended when it ended
     * @param livelihood whether the plant serves basic livelihood or the public interest (部令30 art. 7), such as heating
     * @param harm whether it did harm, so that it may be punished for longer (Code art. 1054)
     */
    record Violation(
            CaseFileId fileId,
            CaseId candidate,
            EnterpriseId enterprise,
            RegionCode region,
            Matter matter,
            Instant begun,
            Instant ended,
            boolean livelihood,
            boolean harm)
            implements FileSubject {

        public Violation {
            if (ended.isBefore(begun)) {
                throw new IllegalArgumentException("an act that ends at " + ended + ", before " + begun);
            }
        }

        /** Of a file that grew from the candidate case as a whole. */
        public Violation(
                CaseId candidate,
                EnterpriseId enterprise,
                RegionCode region,
                Matter matter,
                Instant begun,
                Instant ended,
                boolean livelihood,
                boolean harm) {
            this(CaseFileId.of(candidate), candidate, enterprise, region, matter, begun, ended, livelihood, harm);
        }

        /** Whether it is a part that was split off another file. */
        public boolean part() {
            return !fileId.equals(CaseFileId.of(candidate));
        }

        /** The same violation with another time. */
        public Violation during(Instant from, Instant until) {
            return new Violation(fileId, candidate, enterprise, region, matter, from, until, livelihood, harm);
        }

        @Override
        public <T> T match(Function<Violation, T> violation, Function<County, T> county) {
            return violation.apply(this);
        }
    }

    /**
     * A county in a month.
     *
     * @param region which county
     * @param month whose figures it is about
     */
    record County(RegionCode region, YearMonth month) implements FileSubject {
        @Override
        public CaseFileId fileId() {
            return CaseFileId.of(region, month);
        }

        @Override
        public <T> T match(Function<Violation, T> violation, Function<County, T> county) {
            return county.apply(this);
        }
    }
}
