package io.stackwatch.simulator.fault;

import io.stackwatch.simulator.logger.FrameSeal.Treatment;
import io.stackwatch.simulator.logger.Handled;
import io.stackwatch.simulator.logger.LoggerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The lapses of one logger, planned and told; counts what they may hit. For one thread at a time. */
public final class Lapses {

    private final List<Lapse> lapses;
    private long requests;
    private long sealed;
    private long hits;

    public Lapses(List<Lapse> planned) {
        this.lapses = new ArrayList<>(planned);
    }

    /** Adds one; those that are over are forgotten. */
    public void add(Lapse lapse, Instant now) {
        lapses.removeIf(old -> !old.to().isAfter(now));
        lapses.add(lapse);
    }

    /** Forgets all. */
    public void heal() {
        lapses.clear();
    }

    /** How many requests and frames were hit. */
    public long hits() {
        return hits;
    }

    /** What the logger does about a request: the right thing, or what the first lapse that is on makes of it. */
    public Handled answer(Handled right, LoggerState before, Instant now) {
        requests++;
        for (Lapse lapse : lapses) {
            if (!lapse.kind().isOfCipher() && lapse.covers(now) && requests % lapse.every() == 0) {
                hits++;
                return lapse.instead(right, before);
            }
        }
        return right;
    }

    /** How the next frame that has to be encrypted is treated. */
    public Treatment seal(Instant now) {
        sealed++;
        for (Lapse lapse : lapses) {
            if (lapse.kind().isOfCipher() && lapse.covers(now) && sealed % lapse.every() == 0) {
                hits++;
                return lapse.kind() == LapseKind.PLAINTEXT ? Treatment.IN_CLEAR : Treatment.OLD_KEY;
            }
        }
        return Treatment.RIGHT;
    }
}
