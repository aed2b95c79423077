package io.stackwatch.core.integrity;

/** One way of cheating or failing, looked for in a window of one outlet. A pure function with a name. */
interface Detector {

    /** Its name, which is stored and never changes; its parameters are the rows {@code <name>.*}. */
    String name();

    /** What it looks for, in a few words, with the number of the indicator. */
    String looksFor();

    /** What it thinks of a window. */
    Opinion examine(OutletView view, Terms terms);
}
