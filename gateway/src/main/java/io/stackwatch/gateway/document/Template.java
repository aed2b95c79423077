package io.stackwatch.gateway.document;

import io.stackwatch.core.enforcement.DocumentKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a kind of document says, line by line, with fields in braces: a resource {@code <KIND>.txt}. The first characters of a line say
 * what it is: {@code # title}, {@code ## heading}, {@code = name | text} of a form, {@code % table}, {@code < line} on the left,
 * {@code > line} on the right, anything else a paragraph. A line behind {@code ?} is left out when one of its fields is not known; of
 * any other line a field that is not known refuses the document. A name with a trailing {@code ?} in braces stays empty instead. A
 * backslash and an n begin a new line. {@code ! 无文号} says that such a document has no number.
 */
record Template(String title, boolean numbered, List<Line> lines) {

    private static final String WITHOUT_NUMBER = "! 无文号";
    private static final Pattern FIELD = Pattern.compile("\\{([^{}?]+)(\\?)?}");

    Template {
        lines = List.copyOf(lines);
    }

    /** What a line is. */
    enum Kind {
        HEADING("## "),
        ENTRY("= "),
        TABLE("% "),
        LEFT("< "),
        RIGHT("> "),
        PARAGRAPH("");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }
    }

    /**
     * A line.
     *
     * @param kind what it is
     * @param optional whether it is left out when a field is not known
     * @param name of an entry, else empty
     * @param text with fields in braces
     */
    record Line(Kind kind, boolean optional, String name, String text) {}

    /** A field as a line uses it. */
    record Use(DocumentField field, boolean mayBeEmpty, int start, int end) {}

    /** The template of a kind; empty if the program has none. */
    static Optional<Template> of(DocumentKind kind) {
        String name = kind.name() + ".txt";
        try (InputStream resource = Template.class.getResourceAsStream(name)) {
            return resource == null
                    ? Optional.empty()
                    : Optional.of(parse(name, new String(resource.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }

    static Template parse(String name, String text) {
        List<Line> lines = new ArrayList<>();
        String title = "";
        boolean numbered = true;
        for (String written : text.split("\n", -1)) {
            if (written.isBlank()) {
                continue;
            }
            if (written.startsWith("# ")) {
                title = written.substring(2).strip();
                continue;
            }
            if (written.strip().equals(WITHOUT_NUMBER)) {
                numbered = false;
                continue;
            }
            Line line = line(written);
            uses(name, line.text());
            lines.add(line);
        }
        if (title.isEmpty()) {
            throw new IllegalArgumentException(name + " has no title");
        }
        return new Template(title, numbered, lines);
    }

    private static Line line(String written) {
        boolean optional = written.startsWith("?");
        String rest = optional ? written.substring(1).stripLeading() : written;
        for (Kind kind : Kind.values()) {
            if (rest.startsWith(kind.mark)) {
                String text = rest.substring(kind.mark.length()).strip();
                int bar = kind == Kind.ENTRY ? text.indexOf('|') : -1;
                return bar < 0
                        ? new Line(kind, optional, "", lines(text))
                        : new Line(
                                kind,
                                optional,
                                text.substring(0, bar).strip(),
                                lines(text.substring(bar + 1).strip()));
            }
        }
        throw new IllegalStateException("every line is a paragraph at least");
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }

    /** The fields of a line, in order; a name that no field has is an error of the template. */
    static List<Use> uses(String where, String text) {
        List<Use> uses = new ArrayList<>();
        Matcher matcher = FIELD.matcher(text);
        while (matcher.find()) {
            String label = matcher.group(1);
            DocumentField field = DocumentField.named(label)
                    .orElseThrow(() -> new IllegalArgumentException(where + ": no field is called " + label));
            uses.add(new Use(field, matcher.group(2) != null, matcher.start(), matcher.end()));
        }
        return uses;
    }

    /** Every field that it asks for. */
    Set<DocumentField> fields() {
        Set<DocumentField> fields = new HashSet<>();
        lines.forEach(line -> uses(title, line.text()).forEach(use -> fields.add(use.field())));
        return fields;
    }
}
