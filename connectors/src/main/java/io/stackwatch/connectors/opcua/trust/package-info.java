/**
 * Certificates: our own, and those of the servers that a person has trusted.
 *
 * <p>Belongs here: the folder with both, the judgement of a certificate with its reason, the act of trusting. Does not belong
 * here: who may act and the record of the act (whoever calls {@code accept}), and connections.
 */
@NullMarked
package io.stackwatch.connectors.opcua.trust;

import org.jspecify.annotations.NullMarked;
