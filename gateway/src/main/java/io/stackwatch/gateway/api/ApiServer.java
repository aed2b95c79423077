package io.stackwatch.gateway.api;

import io.stackwatch.core.access.AccessRule;
import io.stackwatch.gateway.api.Health.Status;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP interface of the gateway, as {@code openapi.yaml} describes it, and the console.
 *
 * <p>Started and stopped once. Calls that block run on workers of its own, a bounded number of them; the event loops only
 * parse and send.
 */
public final class ApiServer {

    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final String PROOFS = "/api/v1/proofs";
    static final ZoneId LEGAL_ZONE = ZoneId.of("Asia/Shanghai");

    private final Vertx vertx;
    private final ApiOptions options;
    private final ApiParts parts;
    private final Future<Contract> contract;
    private final Json json = new Json();
    private final ProblemWriter problems = new ProblemWriter(json);
    private final Optional<Entrance> entrance;
    private final Workers workers;
    private final Workers hashing;
    private final EventStream events;
    private @Nullable HttpServer server;

    /** Where nobody can sign in. */
    public ApiServer(Vertx vertx, Future<Contract> contract, ApiOptions options, ApiParts parts) {
        this(vertx, contract, options, parts, Optional.empty());
    }

    /**
     * @param contract what is being read; the server listens when it has been
     * @param entrance how people come in; empty if nobody can sign in
     */
    public ApiServer(
            Vertx vertx, Future<Contract> contract, ApiOptions options, ApiParts parts, Optional<Entrance> entrance) {
        options.check(entrance.filter(Entrance::required).isPresent());
        this.vertx = vertx;
        this.contract = contract;
        this.options = options;
        this.parts = parts;
        this.entrance = entrance;
        this.workers = new Workers(vertx, "api-worker", options.workers(), options.maxWaiting());
        this.hashing = SessionEndpoints.hashing(vertx);
        this.events = new EventStream(vertx, parts.records(), json, options);
    }

    /** Begins to listen; gives the port. */
    public Future<Integer> start() {
        return contract.compose(read -> events.start().map(read))
                .compose(read -> vertx.createHttpServer(new HttpServerOptions()
                                .setHost(options.host())
                                .setPort(options.port())
                                .setMaxHeaderSize(16 * 1024)
                                .setHttp2ClearTextEnabled(false)
                                .setCompressionSupported(false))
                        .requestHandler(router(read))
                        .listen())
                .map(listening -> {
                    server = listening;
                    LOG.info(
                            "api listens; url=http://{}:{}/ sign-in={}",
                            options.host(),
                            listening.actualPort(),
                            entrance.filter(Entrance::required).isPresent() ? "required" : "none");
                    return listening.actualPort();
                });
    }

    /** Says that an alarm event may have been committed: listeners get it at once. From any thread, as often as one likes. */
    public void wake() {
        events.wake();
    }

    /** Event streams that are open now. */
    public int listeners() {
        return events.listeners();
    }

    /** Event streams that were dropped because they did not read, since start. */
    public long droppedListeners() {
        return events.dropped();
    }

    /** Calls that run on a worker or wait for one. */
    public int callsInHand() {
        return workers.inHand();
    }

    /** Calls that were refused because too many waited, since start. */
    public long refusedCalls() {
        return workers.refused();
    }

    /** Ends event streams and stops to listen. */
    public Future<Void> close() {
        Future<Void> closed = server == null ? Future.succeededFuture() : server.close();
        return events.close()
                .recover(failure -> Future.succeededFuture())
                .compose(done -> closed)
                .recover(failure -> Future.succeededFuture())
                .compose(done -> workers.close())
                .compose(done -> hashing.close());
    }

    private Router router(Contract contract) {
        OutletEndpoints outlets = new OutletEndpoints(parts);
        AlarmEndpoints alarms = new AlarmEndpoints(parts, this::wake);
        CaseEndpoints cases = new CaseEndpoints(parts.records(), parts.evidence());
        ExchangeEndpoints exchanges = new ExchangeEndpoints(parts);
        StationEndpoints stations = new StationEndpoints(parts);
        RelayEndpoints relays = new RelayEndpoints(parts);
        PlantEndpoints plants = new PlantEndpoints(parts);
        QaEndpoints checks = new QaEndpoints(parts);
        EmissionEndpoints emissions = new EmissionEndpoints(parts);
        CountEndpoints counts = new CountEndpoints(parts);
        AuditEndpoints audit = new AuditEndpoints(parts);
        SupervisionEndpoints supervision = new SupervisionEndpoints(parts, audit);
        PaperEndpoints papers = new PaperEndpoints(parts, audit);
        MarkEndpoints marks = new MarkEndpoints(parts.marks());
        RouterBuilder operations =
                RouterBuilder.create(vertx, contract.operations(), RequestExtractor.withBodyHandler());
        BodyHandler bodies = BodyHandler.create(false).setBodyLimit(options.maxBodyBytes());
        BodyHandler files =
                BodyHandler.create(false).setBodyLimit(parts.marks().proofs().longest());
        AccessTable table = AccessTable.of(contract.operations());
        SessionEndpoints sessions = new SessionEndpoints(entrance, table, workers, hashing);
        AccountEndpoints accounts = new AccountEndpoints(entrance);
        FileAnswers sent = new FileAnswers(
                workers, entrance.map(one -> one.desk().exports()).orElse((who, role, by, subject, digest) -> {}));
        Optional<Gate> gate =
                entrance.filter(Entrance::required).map(one -> new Gate(one, table, contract.operations(), workers));
        gate.ifPresent(one -> operations.rootHandler(one::enter));
        operations.rootHandler(context -> (context.request().path().equals(PROOFS) ? files : bodies).handle(context));
        gate.ifPresent(one -> {
            operations.rootHandler(one::reach);
            operations
                    .getRoutes()
                    .forEach(route -> route.addHandler(
                            context -> one.same(context, route.getOperation().getOperationId())));
        });
        told(operations, "session", (context, body) -> sessions.show(context));
        told(operations, "signIn", sessions::signIn);
        told(operations, "signOut", (context, body) -> sessions.signOut(context));
        told(operations, "changePassword", sessions::change);
        serve(operations, "accounts", accounts::accounts);
        serve(operations, "addAccount", accounts::add, hashing);
        serve(operations, "resetAccount", accounts::reset, hashing);
        serve(operations, "lockAccount", accounts::lock);
        serve(operations, "unlockAccount", accounts::unlock);
        serve(operations, "addPerson", accounts::grant);
        serve(operations, "about", parameters -> this::about);
        serve(operations, "outlets", outlets::outlets);
        serve(operations, "outlet", outlets::outlet);
        serve(operations, "hours", outlets::hours);
        serve(operations, "made", outlets::made);
        serve(operations, "gaps", outlets::gaps);
        serve(operations, "readings", outlets::readings);
        serve(operations, "forecast", outlets::forecast);
        serve(operations, "integrityFindings", outlets::findings);
        serve(operations, "alarms", alarms::alarms);
        serve(operations, "alarm", alarms::alarm);
        serve(operations, "acknowledge", alarms::acknowledge);
        serve(operations, "assignAlarm", alarms::assign);
        serve(operations, "shelveAlarm", alarms::shelve);
        serve(operations, "unshelveAlarm", alarms::unshelve);
        serve(operations, "takeAlarmOutOfService", alarms::takeOut);
        serve(operations, "returnAlarmToService", alarms::putBack);
        serve(operations, "alarmNotices", alarms::notices);
        serve(operations, "alarmFrames", alarms::frames);
        serve(operations, "frame", alarms::frame);
        serve(operations, "cases", cases::cases);
        serve(operations, "case", cases::caseFile);
        operations.getRoute("caseEvidence").addHandler(context -> sent.evidence(context, cases));
        serve(operations, "exchanges", exchanges::exchanges);
        serve(operations, "orderExchange", exchanges::order);
        serve(operations, "initialise", exchanges::initialise);
        serve(operations, "exchange", exchanges::exchange);
        serve(operations, "releaseExchange", exchanges::release);
        serve(operations, "cancelExchange", exchanges::cancel);
        serve(operations, "exchangeFrames", exchanges::frames);
        serve(operations, "stations", stations::stations);
        serve(operations, "station", stations::station);
        serve(operations, "quarantine", stations::quarantine);
        serve(operations, "quarantineEntry", stations::entry);
        serve(operations, "quarantineFrames", stations::frames);
        serve(operations, "admit", stations::admit);
        serve(operations, "dismiss", stations::dismiss);
        serve(operations, "dismissHost", stations::dismissHost);
        serve(operations, "relays", relays::relays);
        serve(operations, "relay", relays::relay);
        serve(operations, "reconciliation", relays::reconciliation);
        serve(operations, "resend", relays::resend);
        serve(operations, "boilers", plants::boilers);
        serve(operations, "sources", plants::sources);
        serve(operations, "source", plants::source);
        serve(operations, "sourceGaps", plants::gaps);
        serve(operations, "certificates", plants::certificates);
        serve(operations, "trustCertificate", plants::trust);
        serve(operations, "withdrawCertificate", plants::withdraw);
        serve(operations, "qaEvents", checks::events);
        serve(operations, "recordQaEvent", checks::record);
        serve(operations, "withdrawQaEvent", checks::withdraw);
        serve(operations, "outOfControl", checks::standing);
        serve(operations, "emissions", emissions::totals);
        serve(operations, "emissionHours", emissions::hours);
        serve(operations, "permittedTotals", emissions::permitted);
        serve(operations, "hoursDue", counts::hoursDue);
        serve(operations, "rates", counts::rates);
        serve(operations, "rateBudget", counts::budget);
        serve(operations, "gapCauses", counts::causes);
        serve(operations, "months", audit::months);
        serve(operations, "month", audit::month);
        serve(operations, "monthFigures", audit::figures);
        serve(operations, "monthLines", audit::lines);
        serve(operations, "monthDiff", audit::diff);
        serve(operations, "recomputeMonth", audit::recompute);
        serve(operations, "monthPapers", papers::papers);
        serve(operations, "monthListing", supervision::listing);
        serve(operations, "coverage", supervision::coverage);
        serve(operations, "coverageEntries", supervision::entries);
        serve(operations, "nationalRates", supervision::reconciled);
        serve(operations, "enterNationalRates", supervision::enter);
        operations.getRoute("monthPaper").addHandler(context -> sent.paper(context, papers));
        serve(operations, "markKinds", marks::kinds);
        serve(operations, "marks", marks::marks);
        serve(operations, "fileMark", marks::file);
        serve(operations, "mark", marks::mark);
        serve(operations, "changeMark", marks::change);
        serve(operations, "withdrawMark", marks::withdraw);
        serve(operations, "decideMark", marks::decide);
        serve(operations, "markFindings", marks::findings);
        serve(operations, "hourMarks", marks::hour);
        serve(operations, "exemptions", marks::exemptions);
        serve(operations, "grantExemption", marks::grant);
        serve(operations, "revokeExemption", marks::revoke);
        serve(operations, "ownOutages", marks::outages);
        serve(operations, "keepProof", marks::proof);
        CaseOperations.shown(parts).forEach((name, endpoint) -> serve(operations, name, endpoint));
        CaseOperations.printed(parts)
                .forEach((name, endpoint) ->
                        operations.getRoute(name).addHandler(context -> sent.printed(context, name, endpoint)));
        operations.getRoute("proof").addHandler(context -> sent.proof(context, marks));
        operations.getRoute("reconciliationSheet").addHandler(context -> sent.sheet(context, relays::sheet));
        operations
                .getRoute("events")
                .addHandler(context -> listen(context, table.of("events").rule()));
        operations.getRoute("health").addHandler(this::health);
        operations.getRoute("metrics").addHandler(this::metrics);

        Router router = Router.router(vertx);
        Guards.route(router, options.host(), entrance);
        ConsoleFiles.route(router);
        contractFile(router, contract);
        router.route().subRouter(operations.createRouter());
        router.route().failureHandler(problems::write);
        List.of(400, 404, 405, 406, 413, 415, 500).forEach(status -> router.errorHandler(status, problems::write));
        return router;
    }

    private void serve(RouterBuilder operations, String operation, Endpoint endpoint) {
        serve(operations, operation, endpoint, workers);
    }

    private void serve(RouterBuilder operations, String operation, Endpoint endpoint, Workers threads) {
        operations.getRoute(operation).addHandler(context -> {
            Callable<?> call = endpoint.prepare(parameters(context));
            threads.run(() -> json.write(call.call()))
                    .onSuccess(answer -> end(context, 200, "application/json", answer))
                    .onFailure(context::fail);
        });
    }

    /** Serves an operation about the session that it comes in. */
    private void told(
            RouterBuilder operations, String name, BiFunction<RoutingContext, JsonObject, Future<SessionView>> asked) {
        operations.getRoute(name).addHandler(context -> {
            JsonObject body = HttpMethod.POST.equals(context.request().method())
                    ? parameters(context).body()
                    : new JsonObject();
            asked.apply(context, body)
                    .onSuccess(view -> end(context, 200, "application/json", json.write(view)))
                    .onFailure(context::fail);
        });
    }

    static Parameters parameters(RoutingContext context) {
        return new Parameters(request(context), context.queryParams());
    }

    private static ValidatedRequest request(RoutingContext context) {
        ValidatedRequest request = context.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST);
        return request;
    }

    static void end(RoutingContext context, int status, String type, Buffer body) {
        if (context.response().closed()) {
            return;
        }
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "no-store")
                .end(body);
    }

    private About about() {
        double scale = parts.identity().clockScale();
        return new About(
                parts.identity().name(),
                parts.identity().version(),
                parts.clock().instant(),
                scale == 1 ? About.Clock.WALL : About.Clock.SCALED,
                scale,
                LEGAL_ZONE);
    }

    private void listen(RoutingContext context, AccessRule rule) {
        ValidatedRequest request = request(context);
        RequestParameter seen = request.getHeaders().get("Last-Event-ID");
        RequestParameter after = request.getQuery().get("after");
        RequestParameter position = seen == null || seen.isNull() ? after : seen;
        events.listen(
                context.response(),
                position == null || position.isNull() ? null : position.getLong(),
                entrance.filter(Entrance::required)
                        .<EventAudience>map(one -> new SignedInAudience(context, one, rule, workers))
                        .orElse(EventAudience.EVERYBODY));
    }

    private void health(RoutingContext context) {
        workers.run(() ->
                        Health.of(parts.probes().stream().map(Health.Probe::ask).toList()))
                .onSuccess(health -> end(
                        context, health.status() == Status.DOWN ? 503 : 200, "application/json", json.write(health)))
                .onFailure(context::fail);
    }

    private void metrics(RoutingContext context) {
        if (Visit.standing(context).isEmpty() && !Visit.isFromHere(context.request())) {
            context.fail(
                    new Refusal(Problem.of(403, "Forbidden", "figures are for this machine, or for who is signed in")));
            return;
        }
        workers.run(() -> Buffer.buffer(parts.metrics().get()))
                .onSuccess(text -> end(context, 200, "text/plain; version=0.0.4; charset=utf-8", text))
                .onFailure(context::fail);
    }

    private void contractFile(Router router, Contract published) {
        router.get("/api/v1/openapi.yaml").handler(context -> end(context, 200, "application/yaml", published.text()));
    }
}
