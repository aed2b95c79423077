/**
 * The Camel component {@code journal:}: a route that reads a cursor.
 *
 * <p>Belongs here: polling, back-off, when the cursor advances. Does not belong here: what a route does with the records,
 * and how they are stored.
 */
@NullMarked
package io.stackwatch.gateway.journal.camel;

import org.jspecify.annotations.NullMarked;
