package io.stackwatch.gateway.app.planted.simulator;

/** Something pretended for a planted gateway to know. */
public class Plant {}
