/**
 * The documents of a case (文书): from an order, a case file and the tables of law to a text, and from the text to docx and PDF.
 *
 * <p>Belongs here: the templates, what stands in which field, what is refused because it is missing or not confirmed, how a text
 * is printed. Does not belong here: who may issue a document and when ({@code core.enforcement}), where it is kept, which number
 * comes next.
 */
@NullMarked
package io.stackwatch.gateway.document;

import org.jspecify.annotations.NullMarked;
