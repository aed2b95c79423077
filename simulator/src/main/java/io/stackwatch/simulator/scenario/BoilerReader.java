package io.stackwatch.simulator.scenario;

import io.stackwatch.simulator.boiler.BoilerDesign;
import io.stackwatch.simulator.boiler.BoilerPlan;
import io.stackwatch.simulator.boiler.FirePlan;
import io.stackwatch.simulator.boiler.Spell;
import io.stackwatch.simulator.fault.Disorder;
import io.stackwatch.simulator.fault.DisorderKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads one entry of {@code boilers}: one boiler, or as many alike as {@code count} says. */
final class BoilerReader {

    static final Set<String> KEYS = Set.of(
            "name", "count", "rated", "sulphur", "ash", "megajoules", "oxygen", "seed", "fires", "banked", "faults");

    private static final int MOST = 5_000;

    private final Moments moments;
    private final DisorderReader disorders;

    BoilerReader(Moments moments, DisorderReader disorders) {
        this.moments = moments;
        this.disorders = disorders;
    }

    /** @param number of the first of them, from 1: its seed unless the entry says another */
    List<BoilerPlan> read(Section section, int number) throws ScenarioRefused {
        String name = section.text("name");
        long count = section.whole("count", 1);
        if (count < 1 || count > MOST) {
            throw section.refused("count", "1 to " + MOST, "" + count);
        }
        if (!name.matches(BoilerPlan.NAME) || name.length() > 34) {
            throw section.refused("name", "letters, digits, dot, dash and underscore, at most 34", "'" + name + "'");
        }
        BoilerDesign design = design(section);
        FirePlan fires = fires(section);
        List<Disorder> wrong = disorders.read(section, Set.of(DisorderKind.Scope.NODE, DisorderKind.Scope.BOILER));
        long seed = section.whole("seed", number);
        List<BoilerPlan> plans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String own = section.has("count") ? String.format(Locale.ROOT, "%s%02d", name, i + 1) : name;
            plans.add(new BoilerPlan(own, design, fires, seed + i, wrong));
        }
        return plans;
    }

    private static BoilerDesign design(Section section) throws ScenarioRefused {
        BoilerDesign usual = BoilerDesign.ofTonnes(within(section, "rated", 75, 1, 2_000));
        return new BoilerDesign(
                usual.ratedTonnes(),
                within(section, "sulphur", usual.sulphurPercent(), 0.05, 5),
                within(section, "ash", usual.ashPercent(), 1, 60),
                within(section, "megajoules", usual.megajoules(), 8, 35),
                within(section, "oxygen", usual.oxygen(), 1, 15));
    }

    private static double within(Section section, String key, double otherwise, double least, double most)
            throws ScenarioRefused {
        double value = section.number(key, otherwise);
        if (!(value >= least && value <= most)) {
            throw section.refused(key, least + " to " + most, section.text(key));
        }
        return value;
    }

    private FirePlan fires(Section section) throws ScenarioRefused {
        List<Spell> fires = section.has("fires")
                ? spells(section, "fires")
                : FirePlan.always().fires();
        return new FirePlan(fires, spells(section, "banked"));
    }

    private List<Spell> spells(Section section, String key) throws ScenarioRefused {
        return moments.windows(section, key).stream()
                .map(window -> new Spell(window.from(), window.to()))
                .toList();
    }
}
