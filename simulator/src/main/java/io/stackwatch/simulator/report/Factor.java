package io.stackwatch.simulator.report;

import io.stackwatch.simulator.plant.Quantity;

/**
 * How a quantity is named and written on the wire.
 *
 * @param quantity what it is
 * @param code code of HJ 212-2017 and -2025
 * @param code2005 code of HJ/T 212-2005
 * @param decimals digits behind the point of a value
 * @param amountDecimals digits behind the point of an amount (Cou)
 */
public record Factor(Quantity quantity, String code, String code2005, int decimals, int amountDecimals) {}
