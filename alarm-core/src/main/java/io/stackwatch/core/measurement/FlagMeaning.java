package io.stackwatch.core.measurement;

import io.stackwatch.core.registry.Verification;

/**
 * What one alphabet of data marks means by a letter: a row of {@link FlagTable}.
 *
 * @param alphabet which document defines it, such as {@code HJ 212-2017}
 * @param flag the letters
 * @param chinese the meaning in the document's words
 * @param english the same in English
 * @param usable whether a datum so marked may be used for judging
 * @param mark how far the row has been checked
 */
public record FlagMeaning(
        String alphabet, DataFlag flag, String chinese, String english, boolean usable, Verification mark) {}
