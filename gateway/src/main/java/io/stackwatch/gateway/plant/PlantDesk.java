package io.stackwatch.gateway.plant;

import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.SourceGap;
import io.stackwatch.gateway.records.TrustActRow;
import java.util.List;
import java.util.Optional;

/**
 * What can be asked about plants, and the acts on certificates.
 *
 * <p>Every method may block on the store or on files and is called from worker threads only; several at a time.
 */
public interface PlantDesk {

    /** The boilers of the list as they are registered now, by id, with the answer for each. */
    List<BoilerFile> boilers();

    /** The sources that are registered now, by id, and how each stands. */
    List<SourceFile> sources();

    /** One source. */
    Optional<SourceFile> source(String id);

    /** Cuts of a source, newest first, each with what was read back for it. */
    List<SourceGap> gaps(String id, int limit);

    /** The certificates of servers that are known, by thumbprint: rejected ones first. */
    List<CertificateFile> certificates();

    /** What was decided about certificates, newest first. */
    List<TrustActRow> trustActs(int limit);

    /**
     * Trusts a certificate that is among the rejected, or takes the trust back. Kept with who and why before anything moves.
     *
     * @return the act; empty if there is no such certificate where it should be
     */
    Optional<TrustActRow> decide(String thumbprint, TrustActRow.Kind kind, Act act);

    /** A desk without plants. */
    static PlantDesk none() {
        return new NoPlants();
    }
}
