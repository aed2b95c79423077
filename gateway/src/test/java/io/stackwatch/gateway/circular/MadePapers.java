package io.stackwatch.gateway.circular;

import java.nio.file.Path;

/** A program of its own: writes the papers of the made month into a folder and prints their digests. */
final class MadePapers {

    private MadePapers() {}

    /** Arguments: the folder. */
    public static void main(String[] arguments) throws Exception {
        MadeMonth month = MadeMonth.ofEverything();
        for (Paper paper : new MonthPapers(PaperOptions.defaults())
                .write(month.city(), MadeMonth.header(), month, Path.of(arguments[0]))) {
            System.out.println(paper.sha256() + "  " + paper.name());
        }
    }
}
