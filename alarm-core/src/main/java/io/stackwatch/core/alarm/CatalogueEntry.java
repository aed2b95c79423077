package io.stackwatch.core.alarm;

import io.stackwatch.core.registry.Verification;

/**
 * What people call a kind of alarm, and what it may lead to: a row of {@link AlarmCatalogue}.
 *
 * @param type the code
 * @param chinese name shown first
 * @param english name
 * @param trigger what raises it, in words
 * @param legalLink articles that its matter touches; not a charge
 * @param mark how far the row has been checked
 */
public record CatalogueEntry(
        AlarmType type, String chinese, String english, String trigger, String legalLink, Verification mark) {}
