/**
 * Printed pages (PDF) with Chinese text: paragraphs, tables that go over pages, page numbers, with PDFBox behind them.
 *
 * <p>Belongs here: how text is set and how its file is written. Does not belong here: what the text says.
 */
@NullMarked
package io.stackwatch.gateway.circular.print;

import org.jspecify.annotations.NullMarked;
