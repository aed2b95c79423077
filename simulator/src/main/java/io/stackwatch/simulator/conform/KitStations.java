package io.stackwatch.simulator.conform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stations that the kit brings along, for a platform that can register what it likes, and the sheet that lists them. */
public final class KitStations {

    /** Stations of a kind, so that cases may be played side by side. */
    private static final int PER_EDITION = 8;

    private static final String HEAD = "edition,profile,mn,password,key,old_key";

    private KitStations() {}

    /** The stations for these editions. */
    public static List<Station> of(Set<KitEdition> editions) {
        List<Station> stations = new ArrayList<>();
        for (KitEdition edition : KitEdition.values()) {
            if (editions.contains(edition)) {
                for (int i = 1; i <= PER_EDITION; i++) {
                    stations.add(station(
                            edition, Station.Profile.PLAIN, mn(edition, i), "%02d%04d".formatted(i, edition.year())));
                }
            }
        }
        if (editions.contains(KitEdition.OF_2017)) {
            stations.add(station(
                    KitEdition.OF_2017, Station.Profile.MODBUS, mn(KitEdition.OF_2017, PER_EDITION + 1), "992017"));
        }
        printed(editions).ifPresent(stations::add);
        if (editions.contains(KitEdition.OF_2005)) {
            stations.add(station(KitEdition.OF_2005, Station.Profile.PRINTED, "LD130133000015", "123456"));
        }
        return stations;
    }

    /** The MN that 2017 and 2025 both print can be registered for one of them only. */
    private static Optional<Station> printed(Set<KitEdition> editions) {
        String mn = "010000A8900016F000169DC0";
        if (editions.contains(KitEdition.OF_2017)) {
            return Optional.of(station(KitEdition.OF_2017, Station.Profile.PRINTED, mn, "123456"));
        }
        return editions.contains(KitEdition.OF_2025_SM4)
                ? Optional.of(new Station(
                        KitEdition.OF_2025_SM4,
                        Station.Profile.PRINTED,
                        mn,
                        "123456",
                        Optional.of("0".repeat(16)),
                        Optional.empty()))
                : Optional.empty();
    }

    private static Station station(KitEdition edition, Station.Profile profile, String mn, String password) {
        boolean secret = edition.isEncrypted();
        return new Station(
                edition,
                profile,
                mn,
                password,
                secret ? Optional.of("kit-" + mn.substring(mn.length() - 4) + "-key-new") : Optional.empty(),
                secret ? Optional.of("kit-" + mn.substring(mn.length() - 4) + "-key-old") : Optional.empty());
    }

    private static String mn(KitEdition edition, int number) {
        String lead = edition == KitEdition.OF_2005
                ? "C0F2005"
                : edition.isEncrypted() ? "C0F202554" : "C0F" + edition.year();
        int digits = (edition == KitEdition.OF_2005 ? 14 : 24) - lead.length();
        return lead + ("%0" + digits + "d").formatted(number);
    }

    /** The stations in a sheet of the kit. */
    public static List<Station> read(Path sheet) throws IOException, CaseRefused {
        List<String> lines = Files.readAllLines(sheet, StandardCharsets.UTF_8);
        List<CaseProblem> problems = new ArrayList<>();
        List<Station> stations = new ArrayList<>();
        if (lines.isEmpty() || !lines.get(0).strip().equals(HEAD)) {
            throw new CaseRefused(List.of(new CaseProblem(sheet.toString(), 1, HEAD, "another line")));
        }
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                Optional<Station> station = row(line.split(",", -1));
                station.ifPresent(stations::add);
                if (station.isEmpty()) {
                    problems.add(new CaseProblem(
                            sheet.toString(),
                            i + 1,
                            "six cells: edition, profile, mn, password, and keys of 16 characters or nothing",
                            "a row that is none"));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new CaseRefused(problems);
        }
        return stations;
    }

    /** Writes the sheet. */
    public static void write(Path sheet, List<Station> stations) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        for (Station each : stations) {
            lines.add(String.join(
                    ",",
                    each.edition().label(),
                    each.profile().word(),
                    each.mn(),
                    each.password(),
                    each.key().orElse(""),
                    each.oldKey().orElse("")));
        }
        Files.write(sheet, lines, StandardCharsets.UTF_8);
    }

    private static Optional<Station> row(String[] cells) {
        if (cells.length != 6 || cells[2].isBlank() || !isKey(cells[4]) || !isKey(cells[5])) {
            return Optional.empty();
        }
        Optional<KitEdition> edition = KitEdition.labelled(cells[0]);
        Optional<Station.Profile> profile = Station.Profile.of(cells[1]);
        if (edition.isEmpty() || profile.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Station(edition.get(), profile.get(), cells[2], cells[3], present(cells[4]), present(cells[5])));
    }

    private static boolean isKey(String cell) {
        return cell.isEmpty() || cell.getBytes(StandardCharsets.UTF_8).length == 16;
    }

    private static Optional<String> present(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }
}
