package io.stackwatch.gateway.document;

import java.util.Optional;

/**
 * The authority that issues, and where its decisions are paid, reviewed and enforced. None of it is known to the program; the bureau
 * gives it, and what it does not give is missing.
 *
 * @param authority full name (行政机关)
 * @param contact address, telephone and whom to ask for
 * @param account bank and account for fines
 * @param reconsideration who decides on reconsideration (复议机关)
 * @param litigation the court for litigation (管辖法院)
 * @param enforcement the court that enforces (执行法院)
 */
public record Letterhead(
        String authority,
        Optional<String> contact,
        Optional<String> account,
        Optional<String> reconsideration,
        Optional<String> litigation,
        Optional<String> enforcement) {

    public Letterhead {
        if (authority.isBlank()) {
            throw new IllegalArgumentException("a document has an authority");
        }
    }
}
