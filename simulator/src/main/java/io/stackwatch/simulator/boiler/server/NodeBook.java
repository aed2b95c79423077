package io.stackwatch.simulator.boiler.server;

import io.stackwatch.simulator.boiler.BoilerQuantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which node shows what: the identifier of a node is {@code <boiler>/<node name>}. Immutable. */
final class NodeBook {

    /** One node. */
    record Place(Panel panel, BoilerQuantity quantity) {

        String identifier() {
            return panel.name() + "/" + quantity.nodeName();
        }
    }

    private final Map<String, Place> places = new LinkedHashMap<>();

    NodeBook(List<Panel> panels) {
        for (Panel panel : panels) {
            for (BoilerQuantity quantity : BoilerQuantity.values()) {
                Place place = new Place(panel, quantity);
                places.put(place.identifier(), place);
            }
        }
    }

    Optional<Place> at(Object identifier) {
        return identifier instanceof String text ? Optional.ofNullable(places.get(text)) : Optional.empty();
    }

    int size() {
        return places.size();
    }
}
