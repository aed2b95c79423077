package io.stackwatch.core.enforcement;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Identity of somebody who acts in a case. Width, case, white space and invisible characters make nobody another person.
 *
 * @param value the identity in its only spelling
 */
public record PersonId(String value) implements Comparable<PersonId> {

    public PersonId {
        StringBuilder visible = new StringBuilder();
        Normalizer.normalize(value, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT)
                .forEach(visible::appendCodePoint);
        value = visible.toString().toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("nobody is named");
        }
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
