package io.stackwatch.gateway.records;

import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.session.Admittance;
import io.stackwatch.connectors.hj212.session.Dialogue;
import io.stackwatch.connectors.hj212.session.Finding;
import io.stackwatch.connectors.hj212.session.PeerRange;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Station;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Versions of stations as rows; keys are not among them. */
final class StationRows {

    /** What stands in the column of a station that speaks in clear. */
    private static final String CLEAR = "NONE";

    private StationRows() {}

    static void save(Handle handle, RegisteredFacts facts) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO station (mn, outlet, edition, crc, password_policy, password, minute_interval, label_at_end,
                  units, encryption, plaintext, answer_within_s, resends, result_within_s, outstanding, refused_findings,
                  peers, valid_from, valid_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (mn, valid_from) DO UPDATE SET outlet = excluded.outlet, edition = excluded.edition,
                  crc = excluded.crc, password_policy = excluded.password_policy, password = excluded.password,
                  minute_interval = excluded.minute_interval, label_at_end = excluded.label_at_end,
                  units = excluded.units, encryption = excluded.encryption, plaintext = excluded.plaintext,
                  answer_within_s = excluded.answer_within_s, resends = excluded.resends,
                  result_within_s = excluded.result_within_s, outstanding = excluded.outstanding,
                  refused_findings = excluded.refused_findings, peers = excluded.peers,
                  valid_until = excluded.valid_until""")) {
            for (int i = 0; i < facts.rows().stations().size(); i++) {
                add(batch, facts.rows().stations().get(i), facts.settings().get(i));
            }
            batch.execute();
        }
    }

    private static void add(RowBatch batch, Station station, StationSettings settings) {
        StationProfile profile = settings.profile();
        batch.add(
                station.mn().value(),
                station.outlet().value(),
                profile.edition().name(),
                profile.crcMode().name(),
                profile.passwordPolicy().name(),
                profile.password(),
                profile.minuteInterval().toMinutesPart(),
                profile.labelAtEnd() ? 1 : 0,
                units(profile),
                settings.cipher().map(terms -> terms.form().name()).orElse(CLEAR),
                settings.cipher()
                        .map(CipherTerms::plaintext)
                        .orElse(Encryption.Plaintext.WARN)
                        .name(),
                profile.dialogue().answerWithin().toSeconds(),
                profile.dialogue().resends(),
                profile.dialogue().resultWithin().toSeconds(),
                profile.dialogue().outstanding(),
                profile.admittance().refused().stream().map(Finding::name).collect(Collectors.joining(" ")),
                profile.admittance().peers().stream().map(PeerRange::toString).collect(Collectors.joining(" ")),
                station.effective().from().toEpochMilli(),
                Sql.millis(station.effective().until()));
    }

    private static String units(StationProfile profile) {
        return new TreeMap<>(profile.units())
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" "));
    }

    static Station read(ResultSet row, List<StationSettings> settings) throws SQLException {
        Mn mn = new Mn(row.getString("mn"));
        Effective effective = Sql.effective(row);
        Map<FactorCode, Unit> units = words(row.getString("units"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> new FactorCode(pair[0]), pair -> new Unit(pair[1])));
        StationProfile profile = new StationProfile(
                mn,
                StationProfile.Edition.valueOf(row.getString("edition")),
                StationProfile.CrcMode.valueOf(row.getString("crc")),
                StationProfile.PasswordPolicy.valueOf(row.getString("password_policy")),
                row.getString("password"),
                Duration.ofMinutes(row.getInt("minute_interval")),
                row.getInt("label_at_end") == 1,
                units,
                Optional.empty(),
                new Dialogue(
                        Duration.ofSeconds(row.getInt("answer_within_s")),
                        row.getInt("resends"),
                        Duration.ofSeconds(row.getInt("result_within_s")),
                        row.getInt("outstanding")),
                new Admittance(
                        words(row.getString("peers")).map(PeerRange::of).toList(),
                        words(row.getString("refused_findings"))
                                .map(Finding::valueOf)
                                .collect(Collectors.toSet())));
        String form = row.getString("encryption");
        Optional<CipherTerms> cipher = form.equals(CLEAR)
                ? Optional.empty()
                : Optional.of(new CipherTerms(
                        Encryption.Form.valueOf(form), Encryption.Plaintext.valueOf(row.getString("plaintext"))));
        settings.add(new StationSettings(profile, effective, cipher));
        return new Station(mn, new OutletId(row.getString("outlet")), effective);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty());
    }
}
