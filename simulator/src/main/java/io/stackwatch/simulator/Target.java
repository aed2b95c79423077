package io.stackwatch.simulator;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where the frames go: {@code host:port}. */
record Target(String host, int port) {

    @Override
    public String toString() {
        return host + ":" + port;
    }

    /** Reads it from the command line. */
    static final class Converter implements ITypeConverter<Target> {
        @Override
        public Target convert(String text) {
            int colon = text.lastIndexOf(':');
            try {
                int port = Integer.parseInt(text.substring(colon + 1));
                if (colon > 0 && port > 0 && port < 65_536) {
                    return new Target(text.substring(0, colon), port);
                }
            } catch (NumberFormatException e) {
                // answered below
            }
            throw new TypeConversionException("expected host:port, such as 127.0.0.1:9212, found '" + text + "'");
        }
    }
}
