/**
 * The conformance kit: named cases of HJ 212 as scripts, played against a platform or against a logger.
 *
 * <p>Belongs here: the language of the cases, the stage on which they are played, what a case demands of stations and of the
 * other side. Does not belong here: packets (packet), results on paper (outcome), and anything of the connectors: the kit
 * has its own eyes (docs/adr/0018).
 */
@NullMarked
package io.stackwatch.simulator.conform;

import org.jspecify.annotations.NullMarked;
