package io.stackwatch.gateway.registry;

import java.util.List;
import java.util.Map;

/**
 * What an import found and did.
 *
 * @param rows rows that can be used, by sheet
 * @param errors what is wrong; if anything is, nothing was taken over
 * @param takenOver whether the rows are now in the store
 */
public record ImportReport(Map<String, Integer> rows, List<SheetError> errors, boolean takenOver) {

    public ImportReport {
        rows = Map.copyOf(rows);
        errors = List.copyOf(errors);
    }
}
