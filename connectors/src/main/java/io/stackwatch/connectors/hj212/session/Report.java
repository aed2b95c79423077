package io.stackwatch.connectors.hj212.session;

import io.stackwatch.connectors.arrival.Disposition;
import io.stackwatch.connectors.hj212.codec.CrcKind;
import io.stackwatch.connectors.hj212.codec.Fault;
import io.stackwatch.core.registry.Mn;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the session made of one thing that arrived.
 *
 * @param station the station that the bytes claim to come from; empty where they say nothing that can be read
 * @param reason why it got its disposition
 * @param command the command, 0 where there is none
 * @param crc the algorithm that the checksum fits, the standard's own before others; empty for none
 * @param findings deviations that were tolerated
 * @param fault what the codec said of bytes that are no frame
 */
public record Report(
        Optional<Mn> station,
        Reason reason,
        int command,
        Optional<CrcKind> crc,
        Set<Finding> findings,
        Optional<Fault> fault) {

    /** The longest {@link #detail()}. */
    public static final int MAX_DETAIL = 255;

    public Report {
        findings = findings.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(findings));
    }

    /** The report on bytes that are no frame. */
    public static Report garbled(Fault fault) {
        return new Report(Optional.empty(), Reason.GARBLED, 0, Optional.empty(), Set.of(), Optional.of(fault));
    }

    /** What becomes of it. */
    public Disposition disposition() {
        return reason.disposition();
    }

    /**
     * All of this in one line of {@code key=value} joined by semicolons, in the words of the closed sets and without
     * payload: {@code crc=MODBUS;cn=2061;findings=NO_QN,CRC_MODBUS}. At most {@link #MAX_DETAIL} characters; findings that
     * do not fit are counted.
     */
    public String detail() {
        StringBuilder detail = new StringBuilder(64);
        if (fault.isPresent()) {
            return detail.append("fault=").append(fault.get()).toString();
        }
        detail.append("crc=").append(crc.map(CrcKind::name).orElse("NONE"));
        if (command != 0) {
            detail.append(";cn=").append(command);
        }
        if (reason != Reason.IN_ORDER) {
            detail.append(";reason=").append(reason);
        }
        appendFindings(detail);
        return detail.toString();
    }

    private void appendFindings(StringBuilder detail) {
        String lead = ";findings=";
        int left = findings.size();
        for (Finding finding : findings) {
            // room is kept for the count of those that do not fit
            if (detail.length() + lead.length() + finding.name().length() > MAX_DETAIL - 4) {
                detail.append(",+").append(left);
                return;
            }
            detail.append(lead).append(finding.name());
            lead = ",";
            left--;
        }
    }
}
