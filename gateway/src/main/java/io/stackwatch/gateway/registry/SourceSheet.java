package io.stackwatch.gateway.registry;

import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.RegisteredSource;
import io.stackwatch.gateway.records.SecretReference;
import io.stackwatch.gateway.records.SourceLogin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One row of {@code opcua-sources.csv}: which server, how protected, as whom, how often. */
final class SourceSheet {

    /** Columns that must be there. */
    static final String COLUMNS = "id endpoint from";

    /** Columns that may. */
    static final String OPTIONAL = "policy mode login user password publishing_ms sampling_ms queue_size keep_alive"
            + " lifetime history until";

    private static final Rhythm USUAL = Rhythm.defaults();

    private SourceSheet() {}

    static Optional<RegisteredSource> source(SheetRow row) {
        Optional<Mn> id = row.value(
                "id",
                "1 to " + RegisteredSource.MAX_ID_LENGTH + " letters, digits, - and _",
                RegisteredSource::checked);
        Optional<String> endpoint =
                row.value("endpoint", "an address such as opc.tcp://10.1.2.3:4840", address -> SourceSettings.of(
                                new Mn("any"), address, List.of())
                        .endpointUrl());
        Optional<Security> security = security(row);
        Optional<SourceLogin> login = login(row);
        Optional<Rhythm> rhythm = rhythm(row);
        Optional<Boolean> history = row.valueOr("history", "yes or no", true, SheetFacts::yes);
        Optional<Effective> effective = SheetFacts.effective(row);
        return SheetFacts.whole(id, endpoint, security, login, rhythm, history, effective)
                ? Optional.of(new RegisteredSource(
                        id.get(),
                        endpoint.get(),
                        security.get(),
                        login.get(),
                        rhythm.get(),
                        history.get(),
                        effective.get()))
                : Optional.empty();
    }

    private static Optional<Security> security(SheetRow row) {
        Optional<Security.Policy> policy =
                SheetFacts.oneOfOr(row, "policy", Security.Policy.class, Security.Policy.NONE);
        boolean open = policy.equals(Optional.of(Security.Policy.NONE));
        Optional<Security.Mode> mode = SheetFacts.oneOfOr(
                row, "mode", Security.Mode.class, open ? Security.Mode.NONE : Security.Mode.SIGN_AND_ENCRYPT);
        if (!SheetFacts.whole(policy, mode)) {
            return Optional.empty();
        }
        if (open != (mode.get() == Security.Mode.NONE)) {
            row.wrong("mode", open ? "NONE with policy NONE" : "SIGN or SIGN_AND_ENCRYPT with policy " + policy.get());
            return Optional.empty();
        }
        return Optional.of(new Security(policy.get(), mode.get()));
    }

    private static Optional<SourceLogin> login(SheetRow row) {
        Optional<SourceLogin.Kind> kind =
                SheetFacts.oneOfOr(row, "login", SourceLogin.Kind.class, SourceLogin.Kind.ANONYMOUS);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        boolean nobody = kind.get() == SourceLogin.Kind.ANONYMOUS;
        if (nobody != row.orEmpty("user").isEmpty()) {
            row.wrong("user", nobody ? "nothing: login is ANONYMOUS" : "a user, or the file of the certificate");
            return Optional.empty();
        }
        if (nobody != row.orEmpty("password").isEmpty()) {
            row.wrong("password", nobody ? "nothing: login is ANONYMOUS" : where(kind.get()));
            return Optional.empty();
        }
        // what does not look like a reference may be the password itself: it is not repeated in the error
        Optional<SecretReference> secret = row.secret("password", where(kind.get()), SecretReference::new);
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        if (kind.get() == SourceLogin.Kind.CERTIFICATE && !secret.get().text().startsWith("file:")) {
            row.wrong("password", where(kind.get()));
            return Optional.empty();
        }
        return Optional.of(new SourceLogin(kind.get(), row.orEmpty("user"), secret.get()));
    }

    private static String where(SourceLogin.Kind kind) {
        return kind == SourceLogin.Kind.CERTIFICATE
                ? "where the private key stands: file:PATH"
                : "where the password stands, not the password: env:NAME or file:PATH";
    }

    private static Optional<Rhythm> rhythm(SheetRow row) {
        Optional<Duration> publishing = millis(row, "publishing_ms", USUAL.publishing());
        Optional<Duration> sampling = millis(row, "sampling_ms", USUAL.sampling());
        Optional<Integer> queue = SheetFacts.number(row, "queue_size", 1, 10_000, USUAL.queueSize());
        Optional<Integer> keepAlive = SheetFacts.number(row, "keep_alive", 1, 33_333, USUAL.keepAliveCount());
        Optional<Integer> lifetime = SheetFacts.number(
                row, "lifetime", 3, 100_000, Math.max(USUAL.lifetimeCount(), 3 * keepAlive.orElse(1)));
        if (!SheetFacts.whole(publishing, sampling, queue, keepAlive, lifetime)) {
            return Optional.empty();
        }
        if (lifetime.get() < 3 * keepAlive.get()) {
            row.wrong("lifetime", "at least three times keep_alive (OPC UA Part 4, 5.14.2.2)");
            return Optional.empty();
        }
        return Optional.of(new Rhythm(publishing.get(), sampling.get(), queue.get(), keepAlive.get(), lifetime.get()));
    }

    private static Optional<Duration> millis(SheetRow row, String column, Duration whenEmpty) {
        return SheetFacts.number(row, column, 10, 3_600_000, Math.toIntExact(whenEmpty.toMillis()))
                .map(Duration::ofMillis);
    }
}
