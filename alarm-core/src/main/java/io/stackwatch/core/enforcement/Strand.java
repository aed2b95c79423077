package io.stackwatch.core.enforcement;

/**
 * One run of a procedure in a case: the second order to correct is {@code ORDER-2}.
 *
 * @param procedure which procedure
 * @param number from 1; a daily penalty has the number of the order that was refused
 */
public record Strand(Procedure procedure, int number) implements Comparable<Strand> {

    public Strand {
        if (number < 1) {
            throw new IllegalArgumentException("strands of " + procedure + " begin at 1: " + number);
        }
    }

    /** Reads what {@link #toString} wrote. */
    public static Strand parse(String text) {
        int dash = text.lastIndexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException("no strand such as ORDER-2: '" + text + "'");
        }
        return new Strand(Procedure.valueOf(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }

    @Override
    public int compareTo(Strand other) {
        int first = procedure.compareTo(other.procedure);
        return first != 0 ? first : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return procedure + "-" + number;
    }
}
