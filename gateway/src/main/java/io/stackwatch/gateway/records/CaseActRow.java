package io.stackwatch.gateway.records;

import io.stackwatch.core.enforcement.CaseAct;

/**
 * An act as it is kept.
 *
 * @param number orders all acts of the city
 * @param place in its file, from 1
 * @param act what was done
 * @param trail number of its row in the audit trail
 */
public record CaseActRow(long number, int place, CaseAct act, long trail) {}
