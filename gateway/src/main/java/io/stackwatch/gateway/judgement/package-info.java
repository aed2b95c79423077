/**
 * The core cursor: journal records and the passing of time become verdicts, alarms and candidate cases.
 *
 * <p>Belongs here: the order in which things are decided and the one transaction that they share with the cursor's place.
 * Does not belong here: the decisions themselves (alarm-core) and the statements ({@code records}).
 */
@NullMarked
package io.stackwatch.gateway.judgement;

import org.jspecify.annotations.NullMarked;
