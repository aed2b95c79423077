/**
 * The stations' SM4 keys at rest (HJ 212-2025 6.4.3): sealed under one master key that is not in the store of decisions.
 *
 * <p>Belongs here: sealing and opening, which key holds at which instant, renewal. Does not belong here: the cipher of the
 * wire ({@code connectors.hj212.cipher}), and who may order a renewal.
 */
@NullMarked
package io.stackwatch.gateway.keys;

import org.jspecify.annotations.NullMarked;
