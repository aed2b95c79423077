package io.stackwatch.connectors.hj212.mapping;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import java.util.Optional;

/**
 * One row of the code table (HJ 212-2017 Appendix B and later additions).
 *
 * @param code the code of 2017/2025
 * @param oldCode the code of 2005
 * @param nameZh the standard's name
 * @param nameEn the same in English
 * @param unit the default unit of concentrations and parameters
 * @param amountUnit the default unit of amounts ({@code Cou})
 * @param notes where the row comes from and how sure it is; marks are kept
 */
public record Factor(
        FactorCode code,
        Optional<String> oldCode,
        String nameZh,
        String nameEn,
        Unit unit,
        Optional<Unit> amountUnit,
        String notes) {}
