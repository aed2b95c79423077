package io.stackwatch.gateway.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a version of a month in files. The same version gives the same bytes, whenever it is told. Safe for use by several threads,
 * each with a folder of its own.
 */
@FunctionalInterface
public interface Papers {

    /**
     * Writes the papers of a version.
     *
     * @param folder where to; it is there and empty
     * @return what was written, in the order in which it is to be read
     * @throws RuntimeException if the figures cannot be told; what lies in the folder then is thrown away
     */
    List<PaperFile> write(PaperBrief brief, Path folder) throws IOException;

    /** These papers, and behind them others. */
    default Papers and(Papers others) {
        return (brief, folder) -> {
            List<PaperFile> all = new ArrayList<>(write(brief, folder));
            all.addAll(others.write(brief, folder));
            return all;
        };
    }

    /** The canonical text of the figures alone: the bytes of which the digest of a version is taken. */
    static Papers figures() {
        return new FigurePapers();
    }
}
