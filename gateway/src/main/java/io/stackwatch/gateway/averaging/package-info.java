/**
 * We as the logger of OPC UA sources (decision record 0026): batches become samples, minutes and hours, and these are journaled
 * again as what a data logger would have sent.
 *
 * <p>Belongs here: the cursor over batches, what it keeps, when a minute is complete, the frames it makes, and where each
 * figure came from. Does not belong here: the arithmetic ({@code core.averaging}), what a node means ({@code
 * opcua.mapping}), what follows from an hour ({@code judgement}).
 */
@NullMarked
package io.stackwatch.gateway.averaging;

import org.jspecify.annotations.NullMarked;
