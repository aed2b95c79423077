package io.stackwatch.gateway.app.planted.gateway.examination;

import io.stackwatch.gateway.app.planted.gateway.journal.Writer;

/** Checks with the code of the one who wrote. */
public final class Borrower {

    private final Writer writer;

    public Borrower(Writer writer) {
        this.writer = writer;
    }

    public Writer writer() {
        return writer;
    }
}
