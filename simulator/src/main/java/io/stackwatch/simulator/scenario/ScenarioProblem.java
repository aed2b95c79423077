package io.stackwatch.simulator.scenario;

/**
 * What is wrong in a scenario file, and where.
 *
 * @param file name of the file
 * @param line from 1
 * @param key path of the key, for example {@code loggers[3].episodes[0].factor}
 * @param expected what should stand there
 * @param found what stands there
 */
public record ScenarioProblem(String file, int line, String key, String expected, String found) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + key + ": expected " + expected + ", found " + found;
    }
}
