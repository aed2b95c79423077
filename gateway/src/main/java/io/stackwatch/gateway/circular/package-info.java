/**
 * The papers of a month: workbook, circular (通报), tables for machines, made from figures that are counted already.
 *
 * <p>Belongs here: what stands in which table, how a rate is shown, that hours add up to the figures before anything is
 * printed. Does not belong here: how an hour counts ({@code core.transmission}), when a month is closed and by whom, how a
 * file's bytes come to be the same everywhere ({@code circular.bytes}).
 */
@NullMarked
package io.stackwatch.gateway.circular;

import org.jspecify.annotations.NullMarked;
