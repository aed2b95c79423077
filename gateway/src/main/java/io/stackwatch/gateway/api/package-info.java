/**
 * What people and programs see: the HTTP interface that {@code openapi.yaml} describes, the event stream, one plain page.
 *
 * <p>Belongs here: handlers that parse, call and render; the shapes of answers; the ports through which the records are
 * read ({@link io.stackwatch.gateway.api.CityRecords}). Does not belong here: SQL, judgement, anything that decides.
 */
@NullMarked
package io.stackwatch.gateway.api;

import org.jspecify.annotations.NullMarked;
