package io.stackwatch.simulator.boiler.security;

import io.stackwatch.simulator.boiler.server.BoilerFixture;
import io.stackwatch.simulator.boiler.server.BoilerServer;
import io.stackwatch.simulator.boiler.server.ServerOptions;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The matrix against our pretended boilers, which are made with Milo as our connector is. */
class SecurityOfBoilersTest extends SecurityMatrix {

    private record Boilers(BoilerServer server, Path folder) implements Peer {

        @Override
        public String endpointUrl() {
            return server.endpointUrl();
        }

        @Override
        public String node() {
            return "nsu=urn:stackwatch:simulator:boiler;s=B01/SO2";
        }

        @Override
        public void trust(X509Certificate client) throws Exception {
            Papers.der(folder.resolve("trusted"), client);
        }

        @Override
        public void admit(X509Certificate user) throws Exception {
            Papers.der(folder.resolve("users"), user);
        }

        @Override
        public boolean saysWhyItRefusesAClient() {
            return true;
        }

        @Override
        public void close() {
            server.close();
        }
    }

    @Override
    Peer peer(Path place) throws Exception {
        return new Boilers(BoilerFixture.start(1, BoilerFixture.strictTraits(), place), place);
    }

    @Override
    Peer expiredPeer(Path place) throws Exception {
        LocalDate yesterday = LocalDate.now(Clock.system(ZoneOffset.UTC)).minusDays(1);
        ServerOptions options = ServerOptions.local(place).withValidUntil(yesterday);
        return new Boilers(BoilerFixture.start(1, BoilerFixture.strictTraits(), options), place);
    }
}
