package io.stackwatch.gateway.api;

import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.session.Finding;
import io.stackwatch.connectors.hj212.session.PeerRange;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Station;
import io.stackwatch.gateway.records.ChangeRow;
import io.stackwatch.gateway.records.CipherTerms;
import io.stackwatch.gateway.records.PacketSetRow;
import io.stackwatch.gateway.records.QuarantineRow;
import io.stackwatch.gateway.records.StationActRow;
import io.stackwatch.gateway.records.StationFile;
import io.stackwatch.gateway.records.StationKeyRow;
import io.stackwatch.gateway.records.StationSettings;
import io.stackwatch.gateway.registry.DerivedStations;
import io.stackwatch.gateway.station.StationStanding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows about stations as the shapes that the contract promises: no password and no key is in any of them. Pure. */
final class StationShapes {

    private StationShapes() {}

    /** A station in one version of its registration. */
    record Registered(Station station, StationSettings settings) {

        String mn() {
            return station.mn().value();
        }
    }

    static StationView station(Registered registered, StationFile file, Optional<StationView.Link> link) {
        return new StationView(
                registered.mn(),
                registered.station().outlet().value(),
                DerivedStations.isDerived(registered.station().mn())
                        ? StationView.Kind.DERIVED
                        : StationView.Kind.LOGGER,
                DerivedStations.sourceOf(registered.station().mn()),
                StationStanding.year(registered.settings().profile().edition()),
                registered.settings().cipher().isPresent(),
                link,
                file.heard()
                        .map(row -> new StationView.Heard(
                                row.firstAt(), row.firstSequence(), row.lastAt(), row.lastSequence(), row.times())),
                (int) file.deviations().stream()
                        .filter(row -> StationStanding.goesOn(row, file.heard()))
                        .count(),
                behaviour(registered, file).stream().allMatch(StationView.Behaviour::asRegistered));
    }

    static StationView.Profile profile(StationSettings settings) {
        StationProfile profile = settings.profile();
        return new StationView.Profile(
                StationStanding.year(profile.edition()),
                profile.crcMode().name(),
                profile.passwordPolicy().name(),
                profile.minuteInterval().toMinutes(),
                profile.labelAtEnd(),
                profile.units().entrySet().stream()
                        .map(unit -> unit.getKey() + "=" + unit.getValue())
                        .sorted()
                        .toList(),
                settings.cipher().map(terms -> terms.form().name()).orElse("NONE"),
                settings.cipher()
                        .map(CipherTerms::plaintext)
                        .orElse(Encryption.Plaintext.WARN)
                        .name(),
                profile.dialogue().answerWithin().toSeconds(),
                profile.dialogue().resends(),
                profile.dialogue().resultWithin().toSeconds(),
                profile.dialogue().outstanding(),
                profile.admittance().refused().stream().map(Finding::name).toList(),
                profile.admittance().peers().stream().map(PeerRange::toString).toList(),
                settings.effective().from(),
                settings.effective().until());
    }

    static List<StationView.Behaviour> behaviour(Registered registered, StationFile file) {
        return file.behaviours().stream()
                .map(row -> StationStanding.compare(row, Optional.of(registered.settings())))
                .map(compared -> new StationView.Behaviour(
                        compared.behaviour().aspect(),
                        compared.behaviour().value(),
                        compared.behaviour().sinceAt(),
                        compared.behaviour().sinceSequence(),
                        compared.registered(),
                        compared.standard(),
                        compared.asRegistered(),
                        compared.asStandard()))
                .toList();
    }

    static List<StationView.Deviation> deviations(StationFile file) {
        return file.deviations().stream()
                .map(row -> new StationView.Deviation(
                        row.finding(),
                        StationStanding.goesOn(row, file.heard()),
                        row.sinceAt(),
                        row.sinceSequence(),
                        row.firstAt(),
                        row.firstSequence(),
                        row.lastAt(),
                        row.lastSequence(),
                        row.times()))
                .toList();
    }

    static StationView.Change change(ChangeRow row) {
        return new StationView.Change(row.aspect(), row.was(), row.became(), row.at(), row.sequence());
    }

    static StationView.Packets packets(PacketSetRow row) {
        return new StationView.Packets(
                row.upload().systemCode(),
                row.upload().command(),
                row.upload().dataTime(),
                row.packets(),
                row.missing(),
                row.firstAt(),
                row.firstSequence(),
                row.lastAt(),
                row.lastSequence());
    }

    static StationView.Key key(StationKeyRow row) {
        return new StationView.Key(
                row.number(),
                row.createdAt(),
                row.enteredBy(),
                Optional.of(row.validFrom()).filter(from -> !from.equals(Instant.EPOCH)),
                row.retiredAt());
    }

    static StationView.Deed deed(StationActRow row) {
        return new StationView.Deed(
                row.number(),
                row.kind().name(),
                row.act().at(),
                row.act().by(),
                row.act().reason(),
                row.detail());
    }

    static QuarantineView quarantine(QuarantineRow row, Optional<QuarantineView.Admission> admission) {
        return new QuarantineView(
                row.id(),
                Optional.of(row.mn()).filter(mn -> !mn.isEmpty()),
                row.host(),
                row.lastPeer(),
                row.reason(),
                row.firstAt(),
                row.id(),
                row.lastAt(),
                row.lastSequence(),
                row.times(),
                row.state().name(),
                admission);
    }
}
