package io.stackwatch.simulator.boiler;

/**
 * The fire at one instant; shares are 0 to 1.
 *
 * @param state what it does
 * @param heat share of the demanded heat that it gives
 * @param air share of the usual air that the fans move
 * @param warmth how warm furnace and gas path are
 */
record Fire(FireState state, double heat, double air, double warmth) {

    static final Fire OUT = new Fire(FireState.COLD, 0, 0, 0);
}
