package io.stackwatch.simulator.conform;

/**
 * What is wrong in a script, and where.
 *
 * @param file name of the file
 * @param line from 1
 * @param expected what should stand there
 * @param found what stands there
 */
public record CaseProblem(String file, int line, String expected, String found) {

    @Override
    public String toString() {
        return file + ":" + line + ": expected " + expected + ", found " + found;
    }
}
