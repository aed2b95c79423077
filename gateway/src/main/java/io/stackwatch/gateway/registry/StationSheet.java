package io.stackwatch.gateway.registry;

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
import io.stackwatch.gateway.records.CipherTerms;
import io.stackwatch.gateway.records.StationSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row of {@code stations.csv}: who speaks for which outlet, and how. */
final class StationSheet {

    /** Columns that must be there. */
    static final String COLUMNS = "mn outlet edition from";

    /** Columns that may. */
    static final String OPTIONAL = "crc password_policy password minute_interval_min label_at_end units encryption"
            + " plaintext answer_within_s resends result_within_s outstanding refused_findings peers until";

    private static final Set<Integer> MINUTE_INTERVALS = Set.of(1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30);
    private static final int LONGEST_WAIT_S = 3_600;
    private static final int MOST_PEERS = 32;

    private StationSheet() {}

    static Optional<SheetFacts.StationRow> station(SheetRow row) {
        Optional<Mn> mn = row.value(
                "mn", "1 to 64 characters, not beginning with " + DerivedStations.PREFIX, StationSheet::logger);
        Optional<OutletId> outlet = row.value("outlet", "an outlet's id", OutletId::new);
        Optional<StationProfile.Edition> edition = row.value("edition", "2005, 2017 or 2025", StationSheet::edition);
        Optional<StationProfile.CrcMode> crc =
                SheetFacts.oneOfOr(row, "crc", StationProfile.CrcMode.class, StationProfile.CrcMode.HJ212);
        Optional<StationProfile.PasswordPolicy> policy = SheetFacts.oneOfOr(
                row, "password_policy", StationProfile.PasswordPolicy.class, StationProfile.PasswordPolicy.REJECT);
        Optional<Duration> interval = row.valueOr(
                "minute_interval_min",
                "one of 1 2 3 4 5 6 10 12 15 20 30",
                Duration.ofMinutes(1),
                StationSheet::minutes);
        Optional<Boolean> labelAtEnd = row.valueOr("label_at_end", "yes or no", false, SheetFacts::yes);
        Optional<Map<FactorCode, Unit>> units =
                row.valueOr("units", "pairs such as a00000=m3/h separated by blanks", Map.of(), StationSheet::units);
        Optional<Optional<CipherTerms>> cipher = cipher(row);
        Optional<Dialogue> dialogue = dialogue(row);
        Optional<Admittance> admittance = admittance(row);
        Optional<Effective> effective = SheetFacts.effective(row);
        boolean passwordNeeded = policy.isPresent() && policy.get() != StationProfile.PasswordPolicy.IGNORE;
        if (passwordNeeded && row.orEmpty("password").isEmpty()) {
            row.wrong("password", "a password, or IGNORE as password_policy");
            return Optional.empty();
        }
        if (!SheetFacts.whole(mn, outlet, edition, crc, policy, interval, labelAtEnd, units, effective)
                || !SheetFacts.whole(cipher, dialogue, admittance)) {
            return Optional.empty();
        }
        StationProfile profile = new StationProfile(
                mn.get(),
                edition.get(),
                crc.get(),
                policy.get(),
                row.orEmpty("password"),
                interval.get(),
                labelAtEnd.get(),
                units.get(),
                Optional.empty(),
                dialogue.get(),
                admittance.get());
        return Optional.of(new SheetFacts.StationRow(
                new Station(mn.get(), outlet.get(), effective.get()),
                new StationSettings(profile, effective.get(), cipher.get())));
    }

    /** The cells that would make this row; the opposite of {@link #station}. */
    static Map<String, String> cells(SheetFacts.StationRow row) {
        StationProfile profile = row.settings().profile();
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("mn", profile.mn().value());
        cells.put("outlet", row.station().outlet().value());
        cells.put("edition", year(profile.edition()));
        cells.put("crc", profile.crcMode().name());
        cells.put("password_policy", profile.passwordPolicy().name());
        cells.put("password", profile.password());
        cells.put("minute_interval_min", String.valueOf(profile.minuteInterval().toMinutes()));
        cells.put("label_at_end", profile.labelAtEnd() ? "yes" : "no");
        cells.put(
                "units",
                joined(profile.units().entrySet().stream().map(unit -> unit.getKey() + "=" + unit.getValue())));
        cells.put(
                "encryption",
                row.settings().cipher().map(terms -> terms.form().name()).orElse("NONE"));
        row.settings()
                .cipher()
                .ifPresent(terms -> cells.put("plaintext", terms.plaintext().name()));
        cells.put(
                "answer_within_s",
                String.valueOf(profile.dialogue().answerWithin().toSeconds()));
        cells.put("resends", String.valueOf(profile.dialogue().resends()));
        cells.put(
                "result_within_s",
                String.valueOf(profile.dialogue().resultWithin().toSeconds()));
        cells.put("outstanding", String.valueOf(profile.dialogue().outstanding()));
        cells.put(
                "refused_findings",
                joined(profile.admittance().refused().stream().map(Finding::name)));
        cells.put("peers", joined(profile.admittance().peers().stream().map(PeerRange::toString)));
        cells.put("from", row.station().effective().from().toString());
        cells.put(
                "until",
                row.station().effective().until().map(Instant::toString).orElse(""));
        return cells;
    }

    private static String joined(Stream<String> words) {
        return words.sorted().collect(Collectors.joining(" "));
    }

    private static Optional<Optional<CipherTerms>> cipher(SheetRow row) {
        Optional<Optional<Encryption.Form>> form = row.valueOr(
                "encryption",
                "NONE, " + Arrays.toString(Encryption.Form.values()),
                Optional.empty(),
                cell -> cell.equals("NONE") ? Optional.empty() : Optional.of(Encryption.Form.valueOf(cell)));
        Optional<Encryption.Plaintext> plaintext =
                SheetFacts.oneOfOr(row, "plaintext", Encryption.Plaintext.class, Encryption.Plaintext.WARN);
        return SheetFacts.whole(form, plaintext)
                ? Optional.of(form.get().map(chosen -> new CipherTerms(chosen, plaintext.get())))
                : Optional.empty();
    }

    private static Optional<Dialogue> dialogue(SheetRow row) {
        Dialogue usual = Dialogue.usual();
        Optional<Integer> answer = SheetFacts.number(row, "answer_within_s", 1, LONGEST_WAIT_S, (int)
                usual.answerWithin().toSeconds());
        Optional<Integer> resends = SheetFacts.number(row, "resends", 0, 99, usual.resends());
        Optional<Integer> result = SheetFacts.number(row, "result_within_s", 1, LONGEST_WAIT_S, (int)
                usual.resultWithin().toSeconds());
        Optional<Integer> outstanding = SheetFacts.number(row, "outstanding", 1, 16, usual.outstanding());
        return SheetFacts.whole(answer, resends, result, outstanding)
                ? Optional.of(new Dialogue(
                        Duration.ofSeconds(answer.get()),
                        resends.get(),
                        Duration.ofSeconds(result.get()),
                        outstanding.get()))
                : Optional.empty();
    }

    private static Optional<Admittance> admittance(SheetRow row) {
        Optional<Set<Finding>> refused = row.valueOr(
                "refused_findings",
                "names of findings separated by blanks, such as NO_QN CRC_MODBUS; not " + Admittance.NOT_REFUSABLE,
                Set.of(),
                cell -> new Admittance(
                                List.of(),
                                SheetFacts.words(cell).map(Finding::valueOf).collect(Collectors.toSet()))
                        .refused());
        Optional<List<PeerRange>> peers = row.valueOr(
                "peers",
                "up to " + MOST_PEERS + " addresses or ranges such as 10.1.2.3 10.9.0.0/16, separated by blanks",
                List.of(),
                StationSheet::peers);
        return SheetFacts.whole(refused, peers)
                ? Optional.of(new Admittance(peers.get(), refused.get()))
                : Optional.empty();
    }

    private static List<PeerRange> peers(String cell) {
        List<PeerRange> ranges = SheetFacts.words(cell).map(PeerRange::of).toList();
        if (ranges.size() > MOST_PEERS) {
            throw new IllegalArgumentException(cell);
        }
        return ranges;
    }

    /** Stations that are derived from sources are registered by nobody. */
    private static Mn logger(String cell) {
        Mn mn = new Mn(cell);
        if (DerivedStations.isDerived(mn)) {
            throw new IllegalArgumentException(cell);
        }
        return mn;
    }

    private static StationProfile.Edition edition(String cell) {
        return switch (cell) {
            case "2005" -> StationProfile.Edition.HJT212_2005;
            case "2017" -> StationProfile.Edition.HJ212_2017;
            case "2025" -> StationProfile.Edition.HJ212_2025;
            default -> throw new IllegalArgumentException(cell);
        };
    }

    /** The year by which people name an edition. */
    static String year(StationProfile.Edition edition) {
        return switch (edition) {
            case HJT212_2005 -> "2005";
            case HJ212_2017 -> "2017";
            case HJ212_2025 -> "2025";
        };
    }

    private static Duration minutes(String cell) {
        int count = Integer.parseInt(cell);
        if (!MINUTE_INTERVALS.contains(count)) {
            throw new IllegalArgumentException(cell);
        }
        return Duration.ofMinutes(count);
    }

    private static Map<FactorCode, Unit> units(String cell) {
        return SheetFacts.words(cell)
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(StationSheet::factorOf, pair -> new Unit(pair[1])));
    }

    private static FactorCode factorOf(String[] pair) {
        if (pair.length != 2) {
            throw new IllegalArgumentException(pair[0]);
        }
        return new FactorCode(pair[0]);
    }
}
