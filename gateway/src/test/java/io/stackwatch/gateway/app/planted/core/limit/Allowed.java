package io.stackwatch.gateway.app.planted.core.limit;

/** Something of the law for a planted connector to know. */
public class Allowed {}
