package io.stackwatch.simulator.conform;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * One line of a script. The set is closed; each says how it is played, so that none can be forgotten.
 *
 * <p>Playing gives what was wrong, or nothing.
 */
sealed interface Step {

    /** Its line in the script. */
    int line();

    /** As it stands there. */
    String text();

    /** Plays it. */
    Optional<Mismatch> play(Stage stage) throws IOException;

    /** {@code connect [name]}, and for a logger {@code await-connection [name] [within 60s]}. */
    record Connect(int line, String text, String name, Optional<Duration> within) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) throws IOException {
            return stage.connect(name, within);
        }
    }

    /** {@code use name}: that connection from now on. */
    record Use(int line, String text, String name) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) {
            stage.use(name);
            return Optional.empty();
        }
    }

    /** {@code close}, {@code reset}, {@code half-close}. */
    record End(int line, String text, Manner manner) implements Step {

        enum Manner {
            CLOSE,
            RESET,
            HALF_CLOSE
        }

        @Override
        public Optional<Mismatch> play(Stage stage) throws IOException {
            switch (manner) {
                case CLOSE -> stage.line().close();
                case RESET -> stage.line().reset();
                case HALF_CLOSE -> stage.line().finishSending();
            }
            return Optional.empty();
        }
    }

    /** {@code send [options] segment}. */
    record Send(int line, String text, SendPlan plan, String segment) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) throws IOException {
            stage.send(plan, segment);
            return Optional.empty();
        }
    }

    /** {@code send-raw bytes}: as they stand. */
    record SendRaw(int line, String text, String bytes) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) throws IOException {
            stage.sendRaw(bytes);
            return Optional.empty();
        }
    }

    /** {@code repeat}: the last packet again, byte for byte. */
    record Repeat(int line, String text) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) throws IOException {
            stage.repeat();
            return Optional.empty();
        }
    }

    /** {@code expect [next] commands [for qn] [where tests] [with tests] [within 5s]}. */
    record Expect(int line, String text, Expectation expectation, Optional<Duration> within) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) throws IOException {
            return stage.expect(expectation, within);
        }
    }

    /** {@code never commands [for qn] [where tests] within 5s}. */
    record Never(int line, String text, Expectation expectation, Duration within) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) throws IOException {
            return stage.never(expectation, within);
        }
    }

    /** {@code again within 15s}, {@code not-again within 15s}: the packet that was expected last comes once more, or does not. */
    record Again(int line, String text, boolean wanted, Duration within) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) throws IOException {
            return stage.again(wanted, within);
        }
    }

    /** {@code silence 300ms}: no answer comes. */
    record Silence(int line, String text, Duration length) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) throws IOException {
            return stage.silence(length);
        }
    }

    /** {@code fence}: a good upload is sent, and its answer is the next one. */
    record Fence(int line, String text) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) throws IOException {
            return stage.fence();
        }
    }

    /** {@code expect-closed within 5s}. */
    record Closed(int line, String text, Duration within) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) throws IOException {
            return stage.closed(within);
        }
    }

    /** {@code pause 300ms}: time passes; what comes is heard. */
    record Pause(int line, String text, Duration length) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) throws IOException {
            stage.listen(length);
            return Optional.empty();
        }
    }

    /** {@code forget}: what came so far is not asked about. */
    record Forget(int line, String text) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) {
            stage.line().unclaimed().clear();
            return Optional.empty();
        }
    }

    /** {@code away 70s}: the connection ends, and nobody is there for this time. */
    record Away(int line, String text, Duration length) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) throws IOException {
            stage.away(length);
            return Optional.empty();
        }
    }

    /** {@code order command content}: the platform is told to ask. */
    record Order(int line, String text, int command, String content) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) throws IOException {
            return stage.order(command, content);
        }
    }

    /** {@code answers on} or {@code off}: whether the kit answers what a logger uploads. */
    record Answers(int line, String text, boolean on) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) {
            stage.answerUploads(on);
            return Optional.empty();
        }
    }

    /** {@code capture name field}: of the packet that was expected last. */
    record Capture(int line, String text, String name, String field) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) {
            return stage.capture(name, field);
        }
    }

    /** {@code well-formed}: the packet that was expected last keeps the grammar of its edition. */
    record WellFormed(int line, String text) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) {
            return stage.wellFormed();
        }
    }

    /** {@code flagged}: every factor of the packet that was expected last has its data flag. */
    record Flagged(int line, String text) implements Step {
        @Override
        public Optional<Mismatch> play(Stage stage) {
            return stage.flagged();
        }
    }
}
