/**
 * SM4 on the content of a packet (HJ 212-2025 6.4 and appendix A.2).
 *
 * <p>Belongs here: keys, the cipher, opening and sealing a frame's content. Does not belong here: where keys are kept, who
 * may change them, and what is done with a frame that cannot be opened.
 */
@NullMarked
package io.stackwatch.connectors.hj212.cipher;

import org.jspecify.annotations.NullMarked;
