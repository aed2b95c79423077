/**
 * The desk at which cases are worked on: files are opened by an officer's act, acts are decided by the tables of {@code core.enforcement}
 * and kept with all that follows from them in one transaction, deadlines are swept, and people are told where a case stands.
 *
 * <p>Belongs here: who may act (registered persons), one transaction per act, numbers of documents, deadlines as rows. Does not belong here:
 * what may be done when, and what it costs ({@code core.enforcement}, {@code core.penalty}), how a document looks, and rows
 * ({@code records}).
 */
@NullMarked
package io.stackwatch.gateway.casework;

import org.jspecify.annotations.NullMarked;
