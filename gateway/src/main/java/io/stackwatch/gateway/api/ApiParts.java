package io.stackwatch.gateway.api;

import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.gateway.audit.AuditDesk;
import io.stackwatch.gateway.casework.CaseworkDesk;
import io.stackwatch.gateway.casework.DocumentDesk;
import io.stackwatch.gateway.counting.CountView;
import io.stackwatch.gateway.detection.Examinations;
import io.stackwatch.gateway.emission.EmissionDesk;
import io.stackwatch.gateway.exchange.ExchangeDesk;
import io.stackwatch.gateway.forecast.RunningHours;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.marking.MarkDesk;
import io.stackwatch.gateway.plant.PlantDesk;
import io.stackwatch.gateway.quality.QaDesk;
import io.stackwatch.gateway.relay.RelayDesk;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the interface shows.
 *
 * @param records decisions and registry
 * @param exchanges requests to loggers
 * @param stations stations and strangers
 * @param relays forwarding to upper platforms
 * @param plants boilers and OPC UA sources
 * @param checks checks of instruments
 * @param emissions emission totals
 * @param counts how hours count and what rates they come to
 * @param audit months, coverage and proposals
 * @param marks marks, exemptions and own outages
 * @param evidence makes evidence packages
 * @param casework case files and what is done in them
 * @param documents the documents of case files
 * @param journal raw frames
 * @param history series for charts
 * @param forecasts what can still become of running hours
 * @param examinations what detectors of windows said
 * @param frames reads raw frames for people
 * @param names what people call a factor
 * @param probes the parts that {@code /health} asks, in the order in which it shows them
 * @param metrics everything that is measured, in Prometheus text format
 * @param clock the gateway's clock
 * @param identity name, version and scale of the clock
 */
public record ApiParts(
        CityRecords records,
        ExchangeDesk exchanges,
        StationDesk stations,
        RelayDesk relays,
        PlantDesk plants,
        QaDesk checks,
        EmissionDesk emissions,
        CountView counts,
        AuditDesk audit,
        MarkDesk marks,
        EvidenceDesk evidence,
        CaseworkDesk casework,
        DocumentDesk documents,
        Journal journal,
        ReadingLog history,
        RunningHours forecasts,
        Examinations examinations,
        FrameReader frames,
        FactorNames names,
        List<Health.Probe> probes,
        Supplier<String> metrics,
        Clock clock,
        Identity identity) {

    public ApiParts {
        probes = List.copyOf(probes);
    }

    /**
     * Who the gateway says it is.
     *
     * @param clockScale seconds of {@code clock} per second of the wall clock
     */
    public record Identity(String name, String version, double clockScale) {}
}
