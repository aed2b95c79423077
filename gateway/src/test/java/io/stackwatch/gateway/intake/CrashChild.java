package io.stackwatch.gateway.intake;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrivals;
import io.stackwatch.gateway.journal.Journal.Refusal;
import io.stackwatch.gateway.journal.segment.JournalOptions;
import io.stackwatch.gateway.journal.segment.SegmentJournal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/**
 * The process that {@link CrashTest} kills: several producers that send numbered frames through an intake and print
 * {@code producer number sequence} for each one that was acknowledged, until they are killed.
 *
 * <p>Arguments: the journal's directory, then for each producer the number to start with.
 */
final class CrashChild {

    /** Small, so that a kill also meets a change of segments and the packing of one. */
    static final JournalOptions OPTIONS = JournalOptions.defaults()
            .withMaxRecordBytes(8192)
            .withSegmentBytes(512 << 10)
            .withBlockBytes(32 << 10)
            .withReserveBytes(0);

    private static final int IN_FLIGHT = 64;

    private CrashChild() {}

    public static void main(String[] arguments) throws IOException {
        SegmentJournal journal = SegmentJournal.open(Path.of(arguments[0]), OPTIONS);
        Intake intake = new Intake(journal, IntakeOptions.defaults().withRecentFrames(100_000));
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        print(
                out,
                "ready " + journal.recovery().took().toMillis() + " "
                        + journal.recovery().tornBytes());
        for (int producer = 0; producer < arguments.length - 1; producer++) {
            int from = Integer.parseInt(arguments[producer + 1]);
            int name = producer;
            new Thread(() -> produce(intake, out, name, from)).start();
        }
    }

    static Mn station(int producer) {
        return new Mn("PRODUCER" + producer);
    }

    private static void produce(Intake intake, FileOutputStream out, int producer, int from) {
        Semaphore room = new Semaphore(IN_FLIGHT);
        for (int n = from; ; n++) {
            room.acquireUninterruptibly();
            int number = n;
            intake.take(Arrivals.frame(station(producer), number), new Answer() {
                @Override
                public void kept(long sequence) {
                    print(out, producer + " " + number + " " + sequence);
                    room.release();
                }

                @Override
                public void refused(Refusal why) {
                    print(out, "refused " + why);
                }

                @Override
                public void dropped() {
                    print(out, "dropped");
                }
            });
        }
    }

    private static synchronized void print(FileOutputStream out, String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // the test that reads this is gone
            Runtime.getRuntime().halt(1);
        }
    }
}
