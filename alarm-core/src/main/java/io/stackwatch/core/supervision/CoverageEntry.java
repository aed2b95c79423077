package io.stackwatch.core.supervision;

import io.stackwatch.core.registry.BoilerId;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.IndustryCode;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether one outlet, or one boiler of which no outlet is registered, must be on line, and whether it is.
 *
 * @param county where its enterprise lies
 * @param enterprise whose it is
 * @param enterpriseName the name of that time
 * @param thing the outlet or boiler
 * @param grounds why it must; empty if nothing says so
 * @param must what follows from the grounds
 * @param line whether it is on line
 * @param since since when the line is as it is; of one that is not connected, since when it must be
 */
public record CoverageEntry(
        RegionCode county,
        EnterpriseId enterprise,
        String enterpriseName,
        Thing thing,
        List<CoverageGround> grounds,
        Must must,
        Line line,
        Optional<Instant> since) {

    public CoverageEntry {
        grounds = List.copyOf(grounds);
    }

    /**
     * What is looked at.
     *
     * @param outlet empty for a boiler without one
     * @param boilers coal boilers that must be on line through it
     * @param name its name
     * @param stackHeightMetres if registered
     * @param industry empty for a boiler without an outlet
     * @param station who reports for it
     */
    public record Thing(
            Optional<OutletId> outlet,
            List<BoilerId> boilers,
            String name,
            Optional<BigDecimal> stackHeightMetres,
            Optional<IndustryCode> industry,
            Optional<Mn> station) {

        public Thing {
            boilers = List.copyOf(boilers);
        }
    }

    /** What the grounds say. */
    public enum Must {
        /** A duty of law is registered. */
        BY_LAW,
        /** The plan wants it; no duty of law is registered, so that missing data are an alarm and no penalty. */
        BY_PLAN_ONLY,
        /** Nothing wants it. */
        NO,
        /** Nothing that is known wants it, and the height of its stack is not registered. */
        NOT_KNOWN
    }

    /** Whether it is on line. */
    public enum Line {
        /** It reports. */
        ON_LINE,
        /** It does not report, and an accepted stop or an exemption says that it need not. */
        STOPPED,
        /** It has reported, and is silent. */
        SILENT,
        /** Somebody is registered to report for it, and never has. */
        NEVER_DELIVERED,
        /** Nobody is registered to report for it. */
        NOT_CONNECTED,
        /** A boiler of which no outlet is registered. */
        NO_OUTLET
    }

    /** Whether it must be on line. */
    public boolean mustBeOnline() {
        return must == Must.BY_LAW || must == Must.BY_PLAN_ONLY;
    }

    /** Whether it must be on line and is not. */
    public boolean lacking() {
        return mustBeOnline() && line != Line.ON_LINE && line != Line.STOPPED;
    }
}
