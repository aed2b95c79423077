package io.stackwatch.gateway.audit;

import java.util.List;
import java.util.stream.Stream;

/** Tells a version of a month in files. Safe for use by several threads. */
@FunctionalInterface
public interface Papers {

    /** The papers of a version, in their order; the names differ. */
    List<Paper> of(PaperBrief brief);

    /** These papers, and behind them others. */
    default Papers and(Papers others) {
        return brief ->
                Stream.concat(of(brief).stream(), others.of(brief).stream()).toList();
    }

    /** The canonical text of the figures alone: the bytes of which the digest of a version is taken. */
    static Papers figures() {
        return new FigurePapers();
    }
}
