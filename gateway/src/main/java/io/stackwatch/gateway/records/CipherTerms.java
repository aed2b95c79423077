package io.stackwatch.gateway.records;

import io.stackwatch.connectors.hj212.cipher.Encryption;

/**
 * What is registered of a station's encryption: everything but the keys.
 *
 * @param form how the ciphertext stands on the wire
 * @param plaintext what becomes of a frame that ought to be encrypted and is not
 */
public record CipherTerms(Encryption.Form form, Encryption.Plaintext plaintext) {}
