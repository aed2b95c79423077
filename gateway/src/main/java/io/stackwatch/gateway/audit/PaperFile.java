package io.stackwatch.gateway.audit;

/**
 * A paper that has been written.
 *
 * @param name of the file
 * @param mediaType of its content
 * @param bytes how many
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 */
public record PaperFile(String name, String mediaType, long bytes, String sha256) {}
