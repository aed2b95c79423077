package io.stackwatch.connectors.opcua.source;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a source stands at the moment; a snapshot.
 *
 * @param id the source
 * @param state where it is
 * @param since since when
 * @param reason why, in one word such as {@code CONNECTION_LOST} or {@code Bad_IdentityTokenRejected}; empty if there is
 *     nothing to say
 * @param refusedThumbprint the certificate that is to be trusted or not, where the state is
 *     {@link SourceState#CERTIFICATE_REFUSED}
 * @param heardUntil by the server's clock, the last message that was kept
 * @param clock how its clock stands; empty before enough values came to say so
 * @param badNodes the nodes that the server does not give, each with the StatusCode of its refusal
 * @param counts what it has done
 */
public record SourceStatus(
        Mn id,
        SourceState state,
        Instant since,
        String reason,
        Optional<String> refusedThumbprint,
        Optional<Instant> heardUntil,
        Optional<SourceClock> clock,
        Map<String, Long> badNodes,
        SourceCounts counts) {

    public SourceStatus {
        badNodes = Map.copyOf(badNodes);
    }
}
