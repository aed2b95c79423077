package io.stackwatch.core.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every detector that is in force has one row of its kind, and no row is of one that is not. */
class DetectorTableTest {

    private final DetectorTable table = DetectorTable.load();

    @Test
    void theRowsOfHoursAreTheDetectorsOfHoursAndTheirAlarms() {
        assertEquals(
                HourDetectors.IN_FORCE.stream().map(HourDetector::code).collect(Collectors.toSet()),
                names(DetectorLine.Kind.HOUR));
        table.lines().stream()
                .filter(line -> line.kind() == DetectorLine.Kind.HOUR)
                .forEach(line -> assertEquals(line.name(), line.alarm()));
    }

    @Test
    void theRowsOfWindowsAreTheDetectorsOfWindows() {
        assertEquals(
                Detectors.inForce().stream().map(Detector::name).collect(Collectors.toSet()),
                names(DetectorLine.Kind.WINDOW));
    }

    @Test
    void levelsAreLevelsOfAlarmsAndADetectorWithoutARowIsRefused() {
        List<String> levels = List.of("BLUE", "YELLOW", "ORANGE", "RED");
        table.lines()
                .forEach(line -> assertEquals(
                        List.of(),
                        List.of(line.level()).stream()
                                .filter(level -> !levels.contains(level))
                                .toList()));
        assertThrows(IllegalArgumentException.class, () -> table.of("guess"));
    }

    private Set<String> names(DetectorLine.Kind kind) {
        return table.lines().stream()
                .filter(line -> line.kind() == kind)
                .map(DetectorLine::name)
                .collect(Collectors.toSet());
    }
}
