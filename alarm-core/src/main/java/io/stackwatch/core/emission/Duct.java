package io.stackwatch.core.emission;

import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where the flow of an outlet is measured (烟道), in one version of its registration.
 *
 * @param outlet whose duct it is
 * @param basis what the logger's flow counts
 * @param section what velocity is multiplied with; empty if the area of the section is not known
 * @param document what says so, with its number
 * @param mark how far the row has been checked
 * @param effective when this version holds
 */
public record Duct(
        OutletId outlet,
        FlowBasis basis,
        Optional<Section> section,
        String document,
        Verification mark,
        Effective effective) {

    public Duct {
        if (basis != FlowBasis.REPORTED_DRY_STANDARD && section.isEmpty()) {
            throw new IllegalArgumentException(basis + " needs a section of the duct: " + outlet);
        }
    }

    /**
     * The section at which velocity is measured.
     *
     * @param squareMetres its area F, above 0
     * @param velocityFactor coefficient of the velocity field Kv, above 0; 1 if the logger has it in already
     * @param ambientPascal pressure of the air outside Ba, above 0
     */
    public record Section(BigDecimal squareMetres, BigDecimal velocityFactor, BigDecimal ambientPascal) {

        public Section {
            if (squareMetres.signum() <= 0 || velocityFactor.signum() <= 0 || ambientPascal.signum() <= 0) {
                throw new IllegalArgumentException("area, factor and pressure are above 0: " + squareMetres + ", "
                        + velocityFactor + ", " + ambientPascal);
            }
            squareMetres = squareMetres.stripTrailingZeros();
            velocityFactor = velocityFactor.stripTrailingZeros();
            ambientPascal = ambientPascal.stripTrailingZeros();
        }
    }
}
