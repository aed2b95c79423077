/**
 * The scenario file: which loggers there are, and what goes wrong when.
 *
 * <p>Belongs here: reading and checking the file; an error names file, line, key and what was expected. Does not belong
 * here: doing what it says.
 */
@NullMarked
package io.stackwatch.simulator.scenario;

import org.jspecify.annotations.NullMarked;
