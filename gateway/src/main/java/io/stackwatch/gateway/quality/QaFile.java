package io.stackwatch.gateway.quality;

import io.stackwatch.core.quality.QaFinding;
import io.stackwatch.gateway.records.QaEventRow;

/** A check as it was recorded, and what it comes to. */
public record QaFile(QaEventRow row, QaFinding finding) {}
