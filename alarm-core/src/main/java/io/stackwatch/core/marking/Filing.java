package io.stackwatch.core.marking;

import java.util.Optional;

/**
 * What somebody of an enterprise wants: a new mark, another version of a mark, or its withdrawal.
 *
 * @param mark which mark; a number of its own if it is new
 * @param basedOn the version that was seen when this was written; 0 for a new mark
 * @param content what it shall say; empty to withdraw it
 * @param by who
 * @param explanation why it is late; may be empty text
 */
public record Filing(MarkId mark, int basedOn, Optional<MarkContent> content, String by, String explanation) {}
