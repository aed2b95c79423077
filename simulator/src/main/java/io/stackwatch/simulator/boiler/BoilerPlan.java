package io.stackwatch.simulator.boiler;

import io.stackwatch.simulator.fault.Disorder;
import java.util.List;

/**
 * One boiler of a scenario.
 *
 * @param name first part of its node ids: letters, digits, dot, dash and underscore
 * @param design what it is built for
 * @param fires when it burns
 * @param seed another one gives another boiler
 * @param disorders what goes wrong with it when
 */
public record BoilerPlan(String name, BoilerDesign design, FirePlan fires, long seed, List<Disorder> disorders) {

    /** What a name looks like. */
    public static final String NAME = "[A-Za-z0-9._-]{1,40}";

    public BoilerPlan {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("the name of a boiler must match " + NAME + ": '" + name + "'");
        }
        disorders = List.copyOf(disorders);
    }
}
