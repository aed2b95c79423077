package io.stackwatch.gateway.access;

import io.stackwatch.core.access.LockOut;
import io.stackwatch.core.access.PasswordRule;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.gateway.access.SignInAnswer.Opened;
import io.stackwatch.gateway.access.SignInAnswer.Refused;
import io.stackwatch.gateway.access.SignInAnswer.Shut;
import io.stackwatch.gateway.records.AccountRecords;
import io.stackwatch.gateway.records.AccountRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.SessionRecords;
import io.stackwatch.gateway.records.SessionRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Signing in with a password, and changing it. Safe for use by several threads; every call blocks, on the store and on the hash: callers
 * bound how many there are at a time.
 *
 * <p>An attempt is written down as failed before the password is looked at, so that many at once are no way around the lock.
 */
public final class SignIns {

    private final RecordStore store;
    private final RuleParameters parameters;
    private final Tokens tokens;
    private final Sessions sessions;
    private final Clock city;
    private final Clock wall;
    private final RefusalLog log = new RefusalLog();
    private final String nobodysHash;

    SignIns(RecordStore store, RuleParameters parameters, Tokens tokens, Sessions sessions, Clock city, Clock wall) {
        this.store = store;
        this.parameters = parameters;
        this.tokens = tokens;
        this.sessions = sessions;
        this.city = city;
        this.wall = wall;
        this.nobodysHash = PasswordHash.at(parameters, wall.instant()).of(tokens.fresh(), tokens);
    }

    /**
     * Opens a session for who knows the password of an account.
     *
     * @param before the token that the browser sent, whose session ends when another one opens
     */
    public SignInAnswer signIn(String name, String password, Peer peer, Optional<String> before) {
        Optional<PersonId> person = identity(name);
        String key = key(person, name);
        Instant now = wall.instant();
        Optional<Instant> shut = store.write(handle -> tried(handle, key, peer, now));
        if (shut.isPresent()) {
            log.refused("SHUT", peer, now);
            return new Shut(shut.get(), Duration.between(now, shut.get()));
        }
        Optional<AccountRow> account = person.flatMap(one -> store.read(handle -> AccountRecords.find(handle, one)));
        boolean right = PasswordHash.matches(account.map(AccountRow::hash).orElse(nobodysHash), password);
        if (account.isEmpty() || !right) {
            store.write(handle -> account.map(known -> refused(handle, known.person(), key, "PASSWORD", peer, now))
                    .orElseGet(() -> untold(handle, key)));
            log.refused("PASSWORD", peer, now);
            return new Refused();
        }
        return store.write(handle -> {
            AccountRecords.forget(handle, key);
            Optional<Opened> opened = account.get().barredAt().isPresent()
                    ? Optional.empty()
                    : sessions.open(handle, account.get().person(), "password", peer, before);
            if (opened.isEmpty()) {
                String why = account.get().barredAt().isPresent() ? "LOCKED" : "NOT_REGISTERED";
                refused(handle, account.get().person(), key, why, peer, now);
                log.refused(why, peer, now);
            }
            return opened.<SignInAnswer>map(one -> one).orElseGet(Refused::new);
        });
    }

    /** Changes the password of whose session it is; his other sessions end, and this one gets another token. */
    public PasswordAnswer change(String token, String current, String next, Peer peer) {
        Optional<Standing> standing = sessions.of(token);
        Optional<AccountRow> account = standing.flatMap(one ->
                store.read(handle -> AccountRecords.find(handle, one.caller().person())));
        if (account.isEmpty()) {
            return new PasswordAnswer.Wrong();
        }
        PersonId person = account.get().person();
        String key = key(Optional.of(person), person.value());
        Instant now = wall.instant();
        Optional<Instant> shut = store.write(handle -> tried(handle, key, peer, now));
        if (shut.isPresent()) {
            return new PasswordAnswer.Closed(new Shut(shut.get(), Duration.between(now, shut.get())));
        }
        if (!PasswordHash.matches(account.get().hash(), current)) {
            store.write(handle -> refused(handle, person, key, "PASSWORD", peer, now));
            return new PasswordAnswer.Wrong();
        }
        PasswordRule rule = PasswordRule.at(parameters, now);
        Optional<PasswordRule.Fault> fault = rule.fault(person, next)
                .or(() -> current.equals(next) ? Optional.of(PasswordRule.Fault.UNCHANGED) : Optional.empty());
        if (fault.isPresent()) {
            store.write(handle -> {
                AccountRecords.forget(handle, key);
                return true;
            });
            return new PasswordAnswer.Unfit(fault.get(), rule);
        }
        String hash = PasswordHash.at(parameters, now).of(next, tokens);
        return store.write(handle -> {
            AccountRecords.forget(handle, key);
            AccountRecords.save(handle, account.get().withHash(hash, false, now));
            SessionRecords.endAll(handle, person, SessionRow.End.PASSWORD_CHANGED, now);
            AccessAct.PASSWORD_CHANGED.tell(
                    handle,
                    city.instant(),
                    person.value(),
                    standing.get().roles(),
                    subject(person),
                    "by its owner",
                    "address=" + peer.address());
            return sessions.open(handle, person, "changed password", peer, Optional.empty())
                    .<PasswordAnswer>map(PasswordAnswer.Changed::new)
                    .orElseGet(PasswordAnswer.Wrong::new);
        });
    }

    /** Until when the account is shut; if it is open, the attempt is noted. */
    private Optional<Instant> tried(Handle handle, String key, Peer peer, Instant now) {
        LockOut lock = LockOut.at(parameters, now);
        Optional<Instant> shut = lock.shutUntil(AccountRecords.failures(handle, key, now.minus(lock.memory())), now);
        if (shut.isEmpty()) {
            AccountRecords.failed(handle, key, now, peer.address(), now.minus(lock.memory()));
        }
        return shut;
    }

    private boolean refused(Handle handle, PersonId person, String key, String why, Peer peer, Instant now) {
        String content = "account=" + person + " why=" + why + " address=" + peer.address();
        AccessAct.SIGN_IN_REFUSED.tell(
                handle, city.instant(), person.value(), "UNSTATED", subject(person), why, content);
        LockOut lock = LockOut.at(parameters, now);
        lock.shutUntil(AccountRecords.failures(handle, key, now.minus(lock.memory())), now)
                .ifPresent(until -> AccessAct.ACCOUNT_SHUT.tell(
                        handle,
                        city.instant(),
                        "machine",
                        "MACHINE",
                        subject(person),
                        lock.failures() + " wrong passwords",
                        content + " until=" + until));
        return true;
    }

    /** Nobody may fill the trail under names that nobody has, nor see by the time it takes which names somebody has. */
    private static boolean untold(Handle handle, String key) {
        AccountRecords.touch(handle, key);
        return false;
    }

    static String subject(PersonId person) {
        return "account:" + person.value();
    }

    static String key(Optional<PersonId> person, String typed) {
        return Tokens.digest(person.map(PersonId::value).orElse(typed));
    }

    private static Optional<PersonId> identity(String name) {
        try {
            return Optional.of(new PersonId(name));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }
}
