package io.stackwatch.gateway.access;

import io.stackwatch.core.access.Caller;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.gateway.access.SignInAnswer.Opened;
import io.stackwatch.gateway.records.AccountRecords;
import io.stackwatch.gateway.records.AccountRow;
import io.stackwatch.gateway.records.PersonRecords;
import io.stackwatch.gateway.records.PersonRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.SessionRecords;
import io.stackwatch.gateway.records.SessionRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions: begun, asked for with every request, ended. Safe for use by several threads; every call blocks on the store.
 *
 * <p>Sessions run on the wall clock; who somebody is and what the trail tells of him, on the city's, which a demonstration lets run fast.
 */
public final class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final Duration LONGEST_UNSEEN = Duration.ofMinutes(1);
    private static final int PARTS = 30;
    private static final Duration KEPT = Duration.ofDays(30);

    private final RecordStore store;
    private final AccessOptions options;
    private final Tokens tokens;
    private final Clock city;
    private final Clock wall;

    Sessions(RecordStore store, AccessOptions options, Tokens tokens, Clock city, Clock wall) {
        this.store = store;
        this.options = options;
        this.tokens = tokens;
        this.city = city;
        this.wall = wall;
    }

    /** Whose session a token opens now; empty if it is none, has ended, or its owner is registered for nothing any more. */
    public Optional<Standing> of(String token) {
        return asked(token, true);
    }

    /** The same, without counting as use of the session. */
    public Optional<Standing> peek(String token) {
        return asked(token, false);
    }

    private Optional<Standing> asked(String token, boolean use) {
        String digest = Tokens.digest(token);
        Instant now = wall.instant();
        Optional<SessionRow> row =
                store.read(handle -> SessionRecords.find(handle, digest)).filter(session -> session.holdsAt(now));
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Optional<Standing> standing = store.read(handle -> standing(handle, row.get(), token));
        if (standing.isEmpty()) {
            store.write(handle -> SessionRecords.end(handle, digest, SessionRow.End.NOT_REGISTERED, now));
            LOG.info("session ended; person={} why=NOT_REGISTERED", row.get().person());
        } else if (use && isOld(row.get(), now)) {
            store.write(handle -> {
                SessionRecords.seen(handle, digest, now);
                return true;
            });
        }
        return standing;
    }

    /** Ends the session of a token, if there is one. */
    public void signOut(String token) {
        Optional<Standing> standing = of(token);
        if (standing.isPresent()) {
            PersonId person = standing.get().caller().person();
            store.write(handle -> {
                SessionRecords.end(handle, Tokens.digest(token), SessionRow.End.SIGNED_OUT, wall.instant());
                AccessAct.SIGNED_OUT.tell(
                        handle,
                        city.instant(),
                        person.value(),
                        standing.get().roles(),
                        SignIns.subject(person),
                        "signed out",
                        "");
                return true;
            });
            LOG.info("signed out; person={}", person);
        }
    }

    /**
     * Opens a session within a transaction; empty if the person is registered for nothing now.
     *
     * @param how he showed who he is
     * @param before a token whose session ends
     */
    Optional<Opened> open(Handle handle, PersonId person, String how, Peer peer, Optional<String> before) {
        Instant now = wall.instant().truncatedTo(ChronoUnit.MILLIS);
        String token = tokens.fresh();
        SessionRow row = new SessionRow(
                Tokens.digest(token),
                person,
                Tokens.digest(Tokens.csrf(token)),
                now,
                now,
                now.plus(options.longest()),
                options.idle(),
                peer.agent(),
                peer.address(),
                Optional.empty(),
                Optional.empty());
        Optional<Standing> standing = standing(handle, row, token);
        standing.ifPresent(one -> {
            before.ifPresent(old -> SessionRecords.end(handle, Tokens.digest(old), SessionRow.End.REPLACED, now));
            SessionRecords.add(handle, row, now.minus(KEPT));
            AccessAct.SIGNED_IN.tell(
                    handle,
                    city.instant(),
                    person.value(),
                    one.roles(),
                    SignIns.subject(person),
                    how,
                    "address=" + peer.address() + " agent=" + row.agent());
            LOG.info("signed in; person={} how={} peer={}", person, how, peer.address());
        });
        return standing.map(one -> new Opened(token, one));
    }

    /** Opens a session for somebody whom another server vouched for. */
    public SignInAnswer vouched(PersonId person, String how, Peer peer, Optional<String> before) {
        return store.write(handle -> this.open(handle, person, how, peer, before)
                .<SignInAnswer>map(one -> one)
                .orElseGet(SignInAnswer.Refused::new));
    }

    private Optional<Standing> standing(Handle handle, SessionRow row, String token) {
        List<PersonRow> rows = PersonRecords.of(handle, row.person(), city.instant());
        Caller caller = Grants.of(row.person(), rows);
        Optional<AccountRow> account = AccountRecords.find(handle, row.person());
        if (caller.grants().isEmpty()
                || account.filter(one -> one.barredAt().isPresent()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Standing(
                caller,
                rows.get(0).name(),
                account.filter(AccountRow::mustChange).isPresent(),
                Tokens.csrf(token),
                row.expiresAt()));
    }

    private static boolean isOld(SessionRow row, Instant now) {
        Duration part = row.idle().dividedBy(PARTS);
        return row.seenAt()
                .plus(part.compareTo(LONGEST_UNSEEN) < 0 ? part : LONGEST_UNSEEN)
                .isBefore(now);
    }
}
