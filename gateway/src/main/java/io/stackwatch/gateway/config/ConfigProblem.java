package io.stackwatch.gateway.config;

/**
 * One thing that is wrong with the configuration.
 *
 * @param source the file, or {@code environment}
 * @param line from 1; 0 for the environment
 * @param key the setting
 * @param found what stood there
 * @param expected what would have been right
 */
public record ConfigProblem(String source, int line, String key, String found, String expected) {

    /** One line for the operator, such as {@code stackwatch.yaml:7: hj212.port: found '92x2', expected a port from 0 to 65535}. */
    public String inWords() {
        String where = line > 0 ? source + ":" + line : source;
        return where + ": " + key + ": found '" + found + "', expected " + expected;
    }
}
