/**
 * Bytes to frames and back: HJ 212 packets (通讯包) of all three editions, in plain text.
 *
 * <p>Belongs here: framing, checksums, the data segment (数据段), flags, protocol time, the table of commands. Pure
 * functions of bytes on the JDK alone: no logger, no clock, no socket. Does not belong here: who may speak and what is
 * answered ({@code session}), and what a factor means ({@code mapping}).
 */
@NullMarked
package io.stackwatch.connectors.hj212.codec;

import org.jspecify.annotations.NullMarked;
