package io.stackwatch.gateway.circular;

import io.stackwatch.core.transmission.CityMonth.County;
import io.stackwatch.core.transmission.CityMonth.EnterpriseMonth;
import io.stackwatch.core.transmission.CityMonth.OutletMonth;
import java.util.List;

/**
 * The hours of one outlet, by factor and time.
 *
 * @param county where it lies
 * @param enterprise whose it is
 * @param outlet which
 * @param lines every hour that is due or was taken out of the count
 */
record OutletHours(County county, EnterpriseMonth enterprise, OutletMonth outlet, List<HourLine> lines) {

    /** Takes the hours of a city, outlet by outlet in the order of the figures. */
    interface Reader {

        void read(OutletHours hours) throws java.io.IOException;
    }
}
