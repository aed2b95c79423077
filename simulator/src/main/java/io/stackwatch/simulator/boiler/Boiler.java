package io.stackwatch.simulator.boiler;

import io.stackwatch.simulator.plant.Noise;
import io.stackwatch.simulator.plant.StackGas;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * One pretended coal boiler with its stack: a pure function of design, plan, seed and time.
 *
 * <p>The load follows the demand as far as the fire lets it. Coal follows from load and efficiency, gas from coal and the
 * oxygen left; air that leaks in, or is blown through a furnace that burns little, dilutes it (oxygen balance). Pollutants
 * are masses of the coal (sulphur, ash) or of its burning, times what the abatement lets through, in that gas. Behind a
 * working scrubber the gas is cool and saturated, behind a tripped one hot and dry. Velocity follows from flow,
 * temperature, pressure, moisture and area (HJ 75-2017, formula for dry standard flow). Immutable and safe for use by
 * several threads.
 */
public final class Boiler {

    static final double AIR_OXYGEN = 20.9;

    /** Share of the sulphur in the coal that becomes gas; a gram of it is two grams of SO2. */
    private static final double SULPHUR_BURNT = 0.85;

    /** Share of the ash that flies. */
    private static final double ASH_FLYING = 0.12;

    /** Milligrams of NOx, as NO2, of a kilogram of coal. */
    private static final double NITROGEN_OXIDES_RAW = 2_800;

    private static final double AMBIENT_TEMPERATURE = 4;
    private static final double AMBIENT_HUMIDITY = 0.8;
    private static final double WATER_PER_COAL = 0.60;
    private static final double KILOPASCAL_STANDARD = 101.325;
    private static final double DRAUGHT = 0.003;

    private final BoilerDesign design;
    private final FirePlan plan;
    private final Noise noise;
    private final HeatDemand demand;
    private final Abatement abatement;

    /**
     * @param trips when the scrubber stands
     * @param zone whose hours of the day the demand follows
     */
    public Boiler(BoilerDesign design, FirePlan plan, List<Spell> trips, long seed, ZoneId zone) {
        this.design = design;
        this.plan = plan;
        this.noise = new Noise(seed);
        this.demand = new HeatDemand(noise, zone);
        this.abatement = new Abatement(trips, noise);
    }

    /** What it does at that instant. */
    public BoilerFigures at(Instant instant) {
        double second = instant.getEpochSecond() + instant.getNano() / 1e9;
        Fire fire = plan.at(second);
        double load = fire.heat() * demand.followed(second);
        double steam = load * design.ratedTonnes();
        double coal = design.coal(steam, efficiency(load, fire.warmth()));
        StackGas gas = gas(second, fire, load, coal);
        double drum = 0.015 * design.ratedTonnes() * noise.fast(8, second);
        return new BoilerFigures(
                fire.state(),
                steam,
                coal * 3.6,
                fanCurrent(fire, gas.flow()),
                steam > 0 ? Math.max(0, steam * 1.02 + drum) : 0,
                steam * (1 + 0.006 * noise.fast(9, second)),
                gas);
    }

    private static double efficiency(double load, double warmth) {
        return BoilerDesign.EFFICIENCY - 0.05 * (1 - load) * (1 - load) - 0.15 * (1 - warmth);
    }

    private StackGas gas(double second, Fire fire, double load, double coal) {
        double left = Math.min(19, design.oxygen() + 3.2 * (1 - load) + 0.3 * noise.drift(4, second));
        double burnt = coal * design.dryGas(left);
        double ingress = design.ratedFlow() * Math.max(DRAUGHT, fire.air() * (0.05 + 0.20 * (1 - fire.heat())));
        double flow = burnt + ingress;
        double oxygen = (burnt * left + ingress * AIR_OXYGEN) / flow;

        double wet = fire.air() > 0 ? abatement.scrubbing(second) : 0;
        double dryTemperature =
                AMBIENT_TEMPERATURE + (130 - AMBIENT_TEMPERATURE) * fire.warmth() * (0.75 + 0.25 * load);
        double wetTemperature = Math.min(dryTemperature, 46 + 5 * load);
        double temperature = wet * wetTemperature + (1 - wet) * dryTemperature + 0.8 * noise.drift(6, second);
        double pressure = -0.02 - 0.12 * flow / design.ratedFlow() + 0.005 * noise.fast(7, second);
        double humidity = humidity(coal * WATER_PER_COAL, flow, wet, temperature, pressure);
        double velocity = flow
                / (1 - humidity / 100)
                * (273 + temperature)
                / 273
                * KILOPASCAL_STANDARD
                / (KILOPASCAL_STANDARD + pressure)
                / design.area();
        return new StackGas(
                load,
                coal
                        * design.ashPercent()
                        / 100
                        * ASH_FLYING
                        * 1e6
                        * abatement.dustThrough(second, fire.warmth())
                        / flow,
                coal * design.sulphurPercent() / 100 * SULPHUR_BURNT * 2e6 * abatement.sulphurThrough(second) / flow,
                coal * NITROGEN_OXIDES_RAW * abatement.nitrogenThrough(second, fire.warmth(), load) / flow,
                oxygen,
                velocity,
                temperature,
                pressure,
                humidity,
                flow);
    }

    /** Percent by volume: saturated behind the scrubber, otherwise what coal and air bring. */
    private static double humidity(double water, double flow, double wet, double temperature, double pressure) {
        double brought = AMBIENT_HUMIDITY + 100 * water / (water + flow);
        double vapour = 0.61094 * Math.exp(17.625 * temperature / (temperature + 243.04));
        double saturated = 100 * vapour / (KILOPASCAL_STANDARD + pressure);
        return wet * saturated + (1 - wet) * brought;
    }

    /** A fan that turns takes a third of its current for itself; the rest goes with the square of the flow. */
    private double fanCurrent(Fire fire, double flow) {
        if (fire.air() <= 0) {
            return 0;
        }
        double rated = 2.4 * design.ratedTonnes();
        double share = flow / design.ratedFlow();
        return rated * (0.35 + 0.60 * share * share);
    }
}
