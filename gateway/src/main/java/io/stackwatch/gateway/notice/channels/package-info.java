/**
 * The file of channels: which there are, by kind, and how hard it is tried.
 *
 * <p>Belongs here: reading and checking the file, the list of kinds. Does not belong here: the fields of one kind,
 * which are read in its own package.
 */
@NullMarked
package io.stackwatch.gateway.notice.channels;

import org.jspecify.annotations.NullMarked;
