package io.stackwatch.gateway.access;

import io.stackwatch.core.access.About;
import io.stackwatch.core.access.Subject;
import java.util.List;

/** Finds whom a request is about; may block. */
@FunctionalInterface
public interface Subjects {

    /** Whom a thing with an id is about: one or, for what proves several things, some; none if there is no such thing. */
    List<Subject> of(About about, String id);
}
