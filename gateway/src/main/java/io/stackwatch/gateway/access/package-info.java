/**
 * Accounts and sessions: who signs in, who he is then, and what is written down about it.
 *
 * <p>Belongs here: hashes of passwords, tokens, sessions, accounts, and finding whom a request is about. Does not belong here: HTTP, and the
 * decision whether somebody may ({@code core.access}).
 */
@NullMarked
package io.stackwatch.gateway.access;

import org.jspecify.annotations.NullMarked;
