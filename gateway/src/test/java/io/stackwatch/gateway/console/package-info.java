/** The console as people use it: a browser in front of a whole gateway. */
@NullMarked
package io.stackwatch.gateway.console;

import org.jspecify.annotations.NullMarked;
