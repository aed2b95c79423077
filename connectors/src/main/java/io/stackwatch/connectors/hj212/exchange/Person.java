package io.stackwatch.connectors.hj212.exchange;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Who is meant by a name, however it is spelled: width, case, white space and invisible characters make nobody another
 * person.
 *
 * <p>Whether somebody is who he says is not known here: without a login two people are a procedure, not a control.
 *
 * @param key the name in its only spelling; empty if nobody is named
 */
public record Person(String key) {

    /** The person that a name means. */
    public static Person named(String name) {
        StringBuilder visible = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT)
                .forEach(visible::appendCodePoint);
        return new Person(visible.toString().toLowerCase(Locale.ROOT));
    }

    /** Whether a name can be read as it is written: it has no control and no invisible format characters. */
    public static boolean isPlain(String name) {
        return name.codePoints().noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }

    /** Whether nobody is named. */
    public boolean isNobody() {
        return key.isEmpty();
    }
}
