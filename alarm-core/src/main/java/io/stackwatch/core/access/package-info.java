/**
 * Who may see and do what: grants, how far they reach, and the decision about a request; passwords and the lock-out of an account.
 *
 * <p>Belongs here: decisions over values, each with its reason. Does not belong here: cookies, digests, tables; and which act of a case
 * somebody may do, which is {@code enforcement}'s.
 */
@NullMarked
package io.stackwatch.core.access;

import org.jspecify.annotations.NullMarked;
