/**
 * The composition root: the program's commands, and the only place where parts are created and joined.
 *
 * <p>Belongs here: {@code serve}, {@code demo} and their like, starting and stopping in order. Does not belong here: any
 * decision. Nobody else may know the simulator, and nobody at all may depend on this package.
 */
@NullMarked
package io.stackwatch.gateway.app;

import org.jspecify.annotations.NullMarked;
