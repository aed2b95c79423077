package io.stackwatch.core.notice;

/**
 * One fact of a notice.
 *
 * @param key its name for templates and machines, such as {@code outlet}
 * @param label its name for readers
 * @param value what it is, numbers with their unit
 */
public record NoticeFact(String key, String label, String value) {

    public NoticeFact {
        if (!key.matches("[a-z][A-Za-z0-9]{0,39}")) {
            throw new IllegalArgumentException("a fact's key is 1 to 40 letters and digits: '" + key + "'");
        }
    }
}
