package io.stackwatch.simulator.conform;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The cases: scripts in folders {@code <side>/<edition>/<name>.case}, those of the kit or somebody's own. */
public final class CaseLibrary {

    private static final String SUFFIX = ".case";

    private CaseLibrary() {}

    /** The kit's cases for one side and edition, by name. */
    public static List<ConformanceCase> of(Side side, KitEdition edition) throws IOException, CaseRefused {
        URL folder = CaseLibrary.class.getResource(side.folder());
        if (folder == null) {
            throw new IOException("the kit comes without cases for a " + side.folder());
        }
        try {
            URI where = folder.toURI();
            if (!"jar".equals(where.getScheme())) {
                return scripts(Path.of(where), side, edition);
            }
            try (FileSystem jar = FileSystems.newFileSystem(where, Map.of())) {
                return scripts(jar.provider().getPath(where), side, edition);
            }
        } catch (URISyntaxException e) {
            throw new IOException("the kit's cases cannot be found", e);
        }
    }

    /** Cases in a folder of one's own with the same layout below it. */
    public static List<ConformanceCase> in(Path folder, Side side, KitEdition edition) throws IOException, CaseRefused {
        return scripts(folder.resolve(side.folder()), side, edition);
    }

    private static List<ConformanceCase> scripts(Path folder, Side side, KitEdition edition)
            throws IOException, CaseRefused {
        Path scripts = folder.resolve(edition.label());
        if (!Files.isDirectory(scripts)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(scripts)) {
            files = all.filter(file -> nameOf(file).endsWith(SUFFIX)).sorted().toList();
        }
        List<ConformanceCase> cases = new ArrayList<>();
        List<CaseProblem> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                cases.add(CaseReader.read(nameOf(file), side, edition, Files.readString(file)));
            } catch (CaseRefused e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new CaseRefused(problems);
        }
        return cases;
    }

    private static String nameOf(Path file) {
        return Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
    }
}
