/**
 * Who is watched, as an officer hands it over: sheets are read, checked and taken over; a snapshot answers from memory.
 *
 * <p>Belongs here: the import with its dry run, the city's divisions, the book of stations. Does not belong here: what the
 * facts mean (alarm-core) and how they are stored ({@code records}).
 */
@NullMarked
package io.stackwatch.gateway.registry;

import org.jspecify.annotations.NullMarked;
