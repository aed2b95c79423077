package io.stackwatch.gateway.api;

import java.util.Optional;

/** The limit that something was, or would be, compared with. */
public record AppliedLimit(
        String id, String value, String unit, Optional<String> referenceOxygen, Optional<String> instrument) {}
