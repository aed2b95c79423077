/**
 * What can still become of the hours that are running, for whoever runs the plant: until when the hour can comply, and below
 * what it has to stay.
 *
 * <p>Belongs here: which minutes of the running hour are known, and the limit that will be in force. Does not belong here: the
 * arithmetic ({@code core.exceedance.HourForecast}), and any verdict: minutes come from the reading log, which is a cache, and
 * nothing legal follows from what is said here.
 */
@NullMarked
package io.stackwatch.gateway.forecast;

import org.jspecify.annotations.NullMarked;
