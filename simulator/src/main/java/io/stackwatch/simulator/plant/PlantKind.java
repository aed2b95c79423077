package io.stackwatch.simulator.plant;

/**
 * A kind of plant and its typical figures at rated output.
 *
 * <p>Made up, and plausible for a plant with the treatment that its kind usually has. What such a plant is allowed to let
 * out is not here and nowhere in the simulator.
 *
 * @param name the name in scenario files, for example {@code coal-boiler}
 * @param sulphurDioxide mg/m3, dry, standard state, at the reference oxygen
 * @param nitrogenOxides likewise
 * @param particulates likewise
 * @param oxygen percent at rated output
 * @param referenceOxygen percent, that its logger converts to unless the scenario says otherwise
 * @param temperature degrees Celsius
 * @param velocity m/s
 * @param humidity percent
 * @param pressure kPa gauge
 * @param area cross-section of the duct, m2
 * @param ratedLoad mean load as a fraction of the rated output
 * @param dailySwing how far the load swings over a day, as a fraction of the rated output
 */
public record PlantKind(
        String name,
        double sulphurDioxide,
        double nitrogenOxides,
        double particulates,
        double oxygen,
        double referenceOxygen,
        double temperature,
        double velocity,
        double humidity,
        double pressure,
        double area,
        double ratedLoad,
        double dailySwing) {

    public PlantKind {
        if (name.isBlank()) {
            throw new IllegalArgumentException("blank kind of plant");
        }
        if (!(oxygen > 0 && oxygen < 21) || !(referenceOxygen > 0 && referenceOxygen < 21)) {
            throw new IllegalArgumentException(
                    "oxygen of " + name + " must be between 0 and 21: " + oxygen + ", " + referenceOxygen);
        }
    }
}
