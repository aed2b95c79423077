package io.stackwatch.gateway.app;

import io.stackwatch.connectors.hj212.server.Downlink;
import io.stackwatch.connectors.hj212.session.Requests;
import io.stackwatch.connectors.hj212.session.StationBook;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.station.Activation;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the MN that a logger was given down the connection on which it asked (1002). Once: a logger that did not hear it
 * asks again with its next 1001, and its entry in the quarantine says so.
 */
record GivenMn(Downlink downlink, StationBook stations, String systemCode, Clock clock) implements Activation {

    private static final Logger LOG = LoggerFactory.getLogger(GivenMn.class);
    private static final DateTimeFormatter QN =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(LegalTime.ZONE);

    @Override
    public void assign(String peer, Mn station, Act act) {
        String password =
                stations.profile(station).map(StationProfile::password).orElse("");
        byte[] packet = Requests.assignment(password, systemCode, QN.format(clock.instant()), station);
        LOG.info("mn={} peer={} cn=1002 by={} sent={}", station, peer, act.by(), downlink.sendToPeer(peer, packet));
    }
}
