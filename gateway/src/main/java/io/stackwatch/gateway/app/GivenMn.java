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
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the MN that a logger was given down the very connection on which it asked (1002), never to whoever has its address
 * now. Once: a logger that did not hear it asks again with its next 1001, and its entry in the quarantine says so.
 */
record GivenMn(Downlink downlink, StationBook stations, String systemCode, Clock clock) implements Activation {

    private static final Logger LOG = LoggerFactory.getLogger(GivenMn.class);
    private static final DateTimeFormatter QN =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(LegalTime.ZONE);

    @Override
    public void assign(String peer, Instant askedAt, Mn station, Act act) {
        String password =
                stations.profile(station).map(StationProfile::password).orElse("");
        byte[] packet = Requests.assignment(password, systemCode, QN.format(clock.instant()), station);
        Downlink.Sent sent = downlink.sendToPeer(peer, askedAt, packet);
        LOG.info("mn={} peer={} cn=1002 by={} sent={}", station, peer, act.by(), sent);
    }
}
