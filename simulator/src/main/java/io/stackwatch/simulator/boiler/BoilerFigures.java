package io.stackwatch.simulator.boiler;

import io.stackwatch.simulator.plant.StackGas;

/**
 * What a boiler does at one instant; units as {@link BoilerQuantity} says.
 *
 * @param fire what the fire does
 * @param load the heat given, as t/h of steam
 * @param fuel t/h
 * @param fanCurrent A
 * @param feedWater t/h
 * @param steam t/h at the meter
 * @param gas what goes through the stack
 */
public record BoilerFigures(
        FireState fire, double load, double fuel, double fanCurrent, double feedWater, double steam, StackGas gas) {

    /** The figure of one quantity. */
    public double of(BoilerQuantity quantity) {
        return switch (quantity) {
            case SULPHUR_DIOXIDE -> gas.sulphurDioxide();
            case NITROGEN_OXIDES -> gas.nitrogenOxides();
            case PARTICULATES -> gas.particulates();
            case OXYGEN -> gas.oxygen();
            case FLOW -> gas.flow();
            case VELOCITY -> gas.velocity();
            case TEMPERATURE -> gas.temperature();
            case PRESSURE -> gas.pressure();
            case HUMIDITY -> gas.humidity();
            case LOAD -> load;
            case FUEL -> fuel;
            case FAN_CURRENT -> fanCurrent;
            case FEED_WATER -> feedWater;
            case STEAM -> steam;
            case FIRE -> fire.code();
        };
    }
}
