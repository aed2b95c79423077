package io.stackwatch.simulator.plant;

/**
 * What goes through a stack at one instant; units as {@link Quantity} says.
 *
 * @param load fraction of the rated output, 0 for a stopped plant
 */
public record StackGas(
        double load,
        double particulates,
        double sulphurDioxide,
        double nitrogenOxides,
        double oxygen,
        double velocity,
        double temperature,
        double pressure,
        double humidity,
        double flow) {

    /** The figure of one quantity. */
    public double of(Quantity quantity) {
        return switch (quantity) {
            case PARTICULATES -> particulates;
            case SULPHUR_DIOXIDE -> sulphurDioxide;
            case NITROGEN_OXIDES -> nitrogenOxides;
            case OXYGEN -> oxygen;
            case VELOCITY -> velocity;
            case TEMPERATURE -> temperature;
            case PRESSURE -> pressure;
            case HUMIDITY -> humidity;
            case FLOW -> flow;
        };
    }
}
