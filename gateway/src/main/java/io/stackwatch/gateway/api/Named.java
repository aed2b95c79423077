package io.stackwatch.gateway.api;

import java.util.Optional;

/** Something with an id and a name for people; the name is the id where nobody gave one. */
public record Named(String id, String name, Optional<String> nameEn) {}
