package io.stackwatch.gateway.document;

import java.util.List;
import java.util.function.Function;

/** A part of a document's text; the parts stand one below the other. */
public sealed interface Block {

    /** One function for each variant. */
    record Cases<T>(
            Function<Heading, T> heading,
            Function<Paragraph, T> paragraph,
            Function<Line, T> line,
            Function<Form, T> form,
            Function<Grid, T> grid) {}

    /** Calls the function of the variant. */
    <T> T match(Cases<T> cases);

    /** A heading. */
    record Heading(String text) implements Block {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.heading().apply(this);
        }
    }

    /** A paragraph. */
    record Paragraph(String text) implements Block {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.paragraph().apply(this);
        }
    }

    /** A line of its own: to whom, or who signs and when. */
    record Line(String text, Place place) implements Block {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.line().apply(this);
        }
    }

    /** Where a line stands. */
    enum Place {
        LEFT,
        RIGHT
    }

    /** Names with what stands behind them, in a frame. */
    record Form(List<Entry> entries) implements Block {
        public Form {
            entries = List.copyOf(entries);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.form().apply(this);
        }
    }

    /** A name and what stands behind it. */
    record Entry(String name, String text) {}

    /** A table with a caption. */
    record Grid(String caption, List<GridColumn> columns, List<List<String>> rows) implements Block {
        public Grid {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(caption + ": " + row + " does not fit " + columns);
                }
            }
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.grid().apply(this);
        }
    }

    /**
     * A column of a table.
     *
     * @param name its name
     * @param share how much of the width it takes, beside the shares of the others
     * @param onTheRight whether it holds numbers
     */
    record GridColumn(String name, int share, boolean onTheRight) {}
}
