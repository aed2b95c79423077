/**
 * The desk at which checks of instruments are recorded and read: what each came to, when instruments were out of control, which
 * checks are overdue.
 *
 * <p>Belongs here: bringing recorded checks to the rules of {@code core.quality}. Does not belong here: the rules themselves,
 * the statements ({@code records}).
 */
@NullMarked
package io.stackwatch.gateway.quality;

import org.jspecify.annotations.NullMarked;
