package io.stackwatch.gateway.access;

import io.stackwatch.core.access.LockOut;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.gateway.access.AccountAnswer.Done;
import io.stackwatch.gateway.access.AccountAnswer.Not;
import io.stackwatch.gateway.access.AccountAnswer.Reason;
import io.stackwatch.gateway.access.AccountAnswer.Unknown;
import io.stackwatch.gateway.records.AccountRecords;
import io.stackwatch.gateway.records.AccountRow;
import io.stackwatch.gateway.records.PersonRecords;
import io.stackwatch.gateway.records.PersonRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.SessionRecords;
import io.stackwatch.gateway.records.SessionRow;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accounts as an administrator keeps them. Safe for use by several threads; every call blocks on the store, and those that make a password
 * on its hash.
 */
public final class Accounts {

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private final RecordStore store;
    private final RuleParameters parameters;
    private final Tokens tokens;
    private final Clock city;
    private final Clock wall;

    Accounts(RecordStore store, RuleParameters parameters, Tokens tokens, Clock city, Clock wall) {
        this.store = store;
        this.parameters = parameters;
        this.tokens = tokens;
        this.city = city;
        this.wall = wall;
    }

    /**
     * An act of an administrator.
     *
     * @param by who; 1 to 64 characters
     * @param role as what
     * @param note why
     */
    public record Order(String by, String role, String note) {}

    /** Every account, by person. */
    public List<AccountLine> all() {
        Instant now = wall.instant();
        LockOut lock = LockOut.at(parameters, now);
        return store.read(handle -> AccountRecords.all(handle).stream()
                .map(account -> line(handle, account, lock, now))
                .toList());
    }

    /** Whether there is none at all, so that nobody can sign in with a password. */
    public boolean none() {
        return store.read(AccountRecords::all).isEmpty();
    }

    /** Makes an account for somebody who is registered, with a password that he must change. */
    public AccountAnswer add(PersonId person, Order order) {
        return made(person, tokens.password(), true, order, AccessAct.ACCOUNT_MADE);
    }

    /** Makes an account with a given password that need not be changed; for demonstrations. */
    public AccountAnswer add(PersonId person, String password, Order order) {
        return made(person, password, false, order, AccessAct.ACCOUNT_MADE);
    }

    /** Gives an account another password that its owner must change, forgets wrong ones, and ends its sessions. */
    public AccountAnswer reset(PersonId person, Order order) {
        return made(person, tokens.password(), true, order, AccessAct.PASSWORD_RESET);
    }

    private AccountAnswer made(PersonId person, String password, boolean mustChange, Order order, AccessAct act) {
        String hash = PasswordHash.at(parameters, wall.instant()).of(password, tokens);
        boolean isNew = act == AccessAct.ACCOUNT_MADE;
        return store.write(handle -> {
            Instant now = wall.instant().truncatedTo(ChronoUnit.MILLIS);
            Optional<AccountRow> known = AccountRecords.find(handle, person);
            if (isNew && known.isPresent()) {
                return new Not(Reason.EXISTS);
            }
            if (!isNew && known.isEmpty()) {
                return new Unknown(person);
            }
            if (isNew && PersonRecords.of(handle, person, city.instant()).isEmpty()) {
                return new Not(Reason.NOT_REGISTERED);
            }
            AccountRecords.save(
                    handle,
                    known.map(one -> one.withHash(hash, mustChange, now))
                            .orElseGet(() ->
                                    new AccountRow(person, hash, mustChange, now, order.by(), now, Optional.empty())));
            SessionRecords.endAll(handle, person, SessionRow.End.PASSWORD_RESET, now);
            AccountRecords.forget(handle, SignIns.key(Optional.of(person), person.value()));
            told(handle, act, person, order);
            return new Done(person, mustChange ? Optional.of(password) : Optional.empty());
        });
    }

    /** Shuts an account until it is opened again, and ends its sessions. */
    public AccountAnswer lock(PersonId person, Order order) {
        return changed(person, AccessAct.ACCOUNT_LOCKED, order);
    }

    /** Opens an account that was shut, by whomever. */
    public AccountAnswer unlock(PersonId person, Order order) {
        return changed(person, AccessAct.ACCOUNT_UNLOCKED, order);
    }

    private AccountAnswer changed(PersonId person, AccessAct act, Order order) {
        boolean lock = act == AccessAct.ACCOUNT_LOCKED;
        return store.write(handle -> {
            Instant now = wall.instant().truncatedTo(ChronoUnit.MILLIS);
            Optional<AccountRow> known = AccountRecords.find(handle, person);
            if (known.isEmpty()) {
                return new Unknown(person);
            }
            if (lock && isLastAdministrator(handle, person)) {
                return new Not(Reason.LAST_ADMINISTRATOR);
            }
            AccountRecords.save(
                    handle,
                    known.get().barred(lock ? known.get().barredAt().or(() -> Optional.of(now)) : Optional.empty()));
            if (lock) {
                SessionRecords.endAll(handle, person, SessionRow.End.ACCOUNT_LOCKED, now);
            } else {
                AccountRecords.forget(handle, SignIns.key(Optional.of(person), person.value()));
            }
            told(handle, act, person, order);
            return new Done(person, Optional.empty());
        });
    }

    /** Adds or corrects what somebody may do. */
    public PersonRow grant(PersonRow person, Order order) {
        return store.write(handle -> {
            PersonRecords.save(handle, person);
            AccessAct.PERSON_GRANTED.tell(
                    handle,
                    city.instant(),
                    order.by(),
                    order.role(),
                    "person:" + person.id().value(),
                    order.note(),
                    person.toString());
            return person;
        });
    }

    private boolean isLastAdministrator(Handle handle, PersonId person) {
        List<PersonId> administrators = AccountRecords.all(handle).stream()
                .filter(account -> account.barredAt().isEmpty())
                .map(AccountRow::person)
                .filter(one -> PersonRecords.of(handle, one, city.instant()).stream()
                        .anyMatch(row -> row.role() == Role.ADMINISTRATOR))
                .toList();
        return administrators.equals(List.of(person));
    }

    private void told(Handle handle, AccessAct act, PersonId person, Order order) {
        act.tell(
                handle,
                city.instant(),
                order.by(),
                order.role(),
                SignIns.subject(person),
                order.note(),
                "account=" + person);
        LOG.info("account changed; person={} act={} by={}", person, act, order.by());
    }

    private AccountLine line(Handle handle, AccountRow account, LockOut lock, Instant now) {
        List<PersonRow> rows = PersonRecords.of(handle, account.person(), city.instant());
        String key = SignIns.key(Optional.of(account.person()), account.person().value());
        return new AccountLine(
                account.person(),
                rows.isEmpty() ? account.person().value() : rows.get(0).name(),
                Grants.of(account.person(), rows).grants(),
                account.mustChange(),
                account.madeAt(),
                account.madeBy(),
                account.changedAt(),
                account.barredAt(),
                lock.shutUntil(AccountRecords.failures(handle, key, now.minus(lock.memory())), now));
    }
}
