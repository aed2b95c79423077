package io.stackwatch.gateway.audit;

import java.nio.file.Path;

/**
 * A paper and where it lies.
 *
 * @param path of the file, which has the bytes that {@code paper} names
 */
public record PaperOnShelf(PaperFile paper, Path path) {}
