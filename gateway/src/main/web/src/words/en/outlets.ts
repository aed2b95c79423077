import type { RoomWords } from "../zh";

const words: RoomWords<"outlets"> = {
  title: "Outlets", search: "Name or id of an enterprise or outlet", outlet: "Enterprise / outlet", lastHeard: "Last heard", values: "Latest value / limit",
  valuesNote: "Converted value / limit; measured where not converted; instants are not judged", activeAlarms: "Active alarms", anyState: "Any state", anyLevel: "Any level",
  noAlarm: "No alarm", none: "No outlets registered", noneFits: "No outlet fits", shown: "{0} shown", sortBy: "Sort by", ascending: "ascending", descending: "descending",
  daysHours: "{0} d {1} h", hoursMinutes: "{0} h {1} min", minutes: "{0} min", leftOf: "{0} left", passedBy: "passed {0} ago",
  above: "above limit", loadAll: "Read all", period: "Period", hoursOf: "Last {0} hours", daysOf: "Last {0} days",
  forecast: {
    title: "This hour's prospect", note: "Arithmetic of the minutes received, to help run the plant; no legal effect: the hour is judged by what is reported when it is over",
    none: "No minutes yet of a factor that has a limit", cannot: "This hour can no longer comply: the lowest mean it can have is {0}", cannotOrNot: "This hour can no longer comply, or has too few valid minutes to be judged: the lowest mean it can have is {0}",
    stay: "It complies if the mean of the other {1} minutes stays at or below {0}", complies: "Every minute is known; the mean is {0} and complies", lost: "Too few valid minutes: this hour cannot be judged",
    minutes: "({0} valid, {1} invalid, {2} unknown minutes; limit {3})",
  },
  states: { REPORTING: "Reporting", SILENT: "Silent", NEVER_HEARD: "Never heard" },
  tabs: {
    live: "Live and curves", registry: "Registry", hours: "Judged hours", gaps: "Gaps", marks: "Marks", budget: "Rate budget", checks: "Checks",
    emissions: "Emissions", station: "Station", control: "Reverse control",
  },
  registry: {
    title: "Registered", id: "Id", stations: "Data loggers (MN)", source: "Source", ranges: "Measuring ranges", range: "Range", document: "Document", mark: "Checked",
    valid: "In force", noRanges: "No range is registered", onwards: "onwards", noStations: "No data logger is registered", alarmsOf: "Its alarms",
  },
  spans: { REALTIME: "realtime", MINUTE: "minute", HOUR: "hour", DAY: "day" },
  statistics: { Rtd: "measured", Avg: "measured mean", Min: "lowest", Max: "highest", ZsRtd: "converted", ZsAvg: "converted mean", ZsMin: "converted, lowest", ZsMax: "converted, highest", Cou: "total" },
  live: {
    title: "Latest values and limits", measured: "Measured", converted: "Converted", share: "Share of limit", limitOf: "Limit from", oxygen: "reference O₂", flag: "Flag", span: "Data", at: "Time of data", none: "No data yet",
  },
  trend: {
    title: "Curve", statistic: "Statistic", table: "Table of the data", thinned: "thinned; the lowest and highest of each stretch are kept", points: "{0} points", noPoints: "No data in this period",
    label: "{0} {1}, {2} to {3}, {4} points, lowest {5}, highest {6} {7}", limitLine: "Limit {0}", newest: "The table shows the latest {0} points",
  },
  hours: {
    outcome: "Verdict", reason: "Reason", judged: "Judged value", ratio: "Above", measured: "Measured / converted", oxygen: "O₂", delivery: "Delivery", version: "Version", objections: "Objection",
    record: "Raw record", marks: "Mark that counts", none: "No judged hours in this period", due: "How hours count", whatDecided: "What decided this hour", standing: "Counts as", decidedBy: "Decided by",
    considered: "Marks considered", exemptions: "Exemption", outages: "Own outage", notDue: "Not due: {0}", noMark: "None: {0}", late: "late", dayOfDue: "Day", variant: "Variant", dueNone: "No hours on this day",
  },
  outcomes: { WITHIN: "Within", EXCEEDS: "Exceeds", NOT_JUDGED: "Not judged" },
  deliveries: { PROMPT: "prompt", LATE: "late", BACK_FILLED: "back-filled" },
  objectionStates: { OPEN: "not answered", FILED: "not answered", UPHELD: "upheld", DISMISSED: "dismissed", REJECTED: "dismissed" },
  standings: { VALID: "valid", NOT_VALID: "not valid", MISSING: "missing", NOT_DUE: "not due" },
  variants: { REAL_TIME: "In time", FINAL: "Final" },
  notes: { DATA_UNDER_STOP: "data under a stop", STOP_PENDING: "stop waits for a decision", NOT_NEEDED: "mark not needed", MARK_TOO_SHORT: "mark too short", WORKING_CONDITION: "working-condition mark" },
  reasons: {
    NOT_DUE: "not due", NOT_RECEIVED: "not received", MARKED_EQUIPMENT: "marked: equipment", MARKED_WORKING_CONDITION: "marked: working condition", OUT_OF_CONTROL: "out of control", FLAGGED: "flagged",
    TOO_FEW_VALID_MINUTES: "too few valid minutes", VALIDITY_UNKNOWN: "validity unknown", NO_LIMIT_IN_FORCE: "no limit in force", UNIT_NOT_COMPARABLE: "unit not comparable", OXYGEN_MISSING: "oxygen missing",
    OXYGEN_INVALID: "oxygen invalid", OXYGEN_TOO_HIGH: "oxygen too high", VALUE_MISSING: "value missing", NEGATIVE_VALUE: "negative value", OUT_OF_RANGE: "out of range", MISSING: "missing",
    MARKED_INVALID: "set aside by an equipment mark", STOPPED: "stopped", EXEMPT: "exempt", OWN_OUTAGE: "own outage", STANDARD_CHECK: "standard check", CONCENTRATION_INVALID: "concentration invalid",
    CONCENTRATION_MISSING: "concentration missing", FLOW_MISSING: "flow missing", FLOW_INVALID: "flow invalid", DUCT_NOT_REGISTERED: "duct not registered", NOT_PLAUSIBLE: "not plausible", STOP: "stop",
  },
  factors: {
    a00000: "flue gas flow", a01011: "flue gas velocity", a01012: "flue gas temperature", a01013: "flue gas pressure", a01014: "flue gas moisture", a19001: "oxygen", a21002: "NOx", a21005: "CO", a21018: "fluorides", a21024: "HCl", a21026: "SO₂", a34013: "PM", a20057: "mercury", a24088: "NMHC", a21001: "ammonia",
  },
  findings: {
    CONVERSION_DEVIATES: "conversion deviates from ours", CONVERSION_NOT_SENT: "no converted mean was sent", CONVERSION_NOT_AUDITABLE: "no measured mean, conversion not audited", LIMIT_NOT_VERIFIED: "limit not checked against the official text", STRICTER_LOCAL_STANDARD: "a local standard is stricter than the permit", CEMS_DUTY_BASIS_MISSING: "no ground for the CEMS duty is registered",
    CEMS_DUTY_NOT_VERIFIED: "document of the CEMS duty not checked", LEGAL_BASIS_MISSING: "no article known for the violation", LEGAL_BASIS_NOT_VERIFIED: "article not checked against the official text", LAW_CHANGED_SINCE: "law changed since: compare which is lighter", SEVERAL_LIMITS: "several limits within the day",
  },
  gaps: {
    causes: "Gaps and their causes", cause: "Cause", evidence: "Evidence", asked: "What was asked of the logger", missing: "Hours due that have not come", hoursCount: "Hours", excused: "Excused", stillDue: "still due",
    noGaps: "No gaps in this period", noRequests: "Nothing was asked", wanted: "Wanted", came: "Came", outcome: "Outcome", askedAt: "Asked", endedAt: "Ended", exchange: "Request", span: "Hours",
  },
  gapCauses: {
    OWN_INTAKE_DOWN: "our intake was down (not charged)", CAME_LATER: "came later", MAPPING: "came and could not be used", FACTOR_NOT_SENT: "factor not sent", LINK_LOST: "connection lost",
    STATION_SILENT: "connected and silent", UNKNOWN: "not known",
  },
  budget: {
    title: "Transmission rate of {0}", effective: "Effective", due: "Due", received: "Received", valid: "Valid", toCome: "To come", reach: "May lose", lost: "Hours that do not count",
    marksUntil: "Marks until", vouchersUntil: "Vouchers until", none: "Every hour counts", allFactors: "All factors together", frozenAt: "frozen {0}", asOf: "counted until {0}", newest: "latest {0}", why: "Why",
  },
  reaches: { NOTHING_DUE: "nothing due", MAY_LOSE: "{0} hours may be lost", MUST_REGAIN: "{0} hours must be won back, or {1} excused", OUT_OF_REACH: "out of reach, {0} hours too few", KEPT: "passes, no hour is still to come" },
  rateStates: { NOT_RATED: "not rated", OK: "passes", WARN: "warning", FAIL: "fails" },
  checks: {
    periods: "Out of control", noPeriods: "Never out of control", due: "Checks that are due", events: "Checks", noEvents: "No checks recorded", check: "Check", mode: "Mode", madeAt: "Made", deviation: "Deviation",
    result: "Result", ground: "decided by", document: "Document", requirement: "Requirement", goesOn: "goes on", last: "Last one", state: "State", dueAt: "Due", recordedBy: "Recorded", withdrawn: "Withdrawn",
    withdraw: "Withdraw", withdrawHint: "A withdrawn check does not count any more; both are kept for ever", contradicts: "the record states another result", record: "Record a check", factor: "Factor", failedCheck: "failing check",
    percent: "Deviation (%)", percentOf: "Percent of", absolute: "Absolute (m/s, ℃) or response time (s)", stated: "Result as stated", recordHint: "Cannot be changed afterwards, only withdrawn", passAt: "passes ≤ {0}", outAt: "out of control > {0}", none: "none",
  },
  qaChecks: { ZERO_DRIFT: "Zero drift", SPAN_DRIFT: "Span drift", SYSTEM_CALIBRATION: "System calibration", INDICATION_ERROR: "Error of indication", RELATIVE_ACCURACY: "Relative accuracy" },
  qaModes: { AUTOMATIC: "automatic", MANUAL_EXTRACTIVE: "manual, extractive", MANUAL_IN_SITU: "manual, in situ" },
  qaResults: { PASSES: "passes", BEYOND_REQUIREMENT: "beyond requirement", OUT_OF_CONTROL: "out of control", NOT_JUDGED: "not judged" },
  qaGrounds: { FIGURES: "figures", STATED: "as stated", NO_ROW: "no requirement applies", NO_FIGURES: "no figures" },
  qaStates: { IN_TIME: "in time", OVERDUE: "overdue", NEVER_RECORDED: "never recorded", NO_INTERVAL: "no interval" },
  percentsOf: { FULL_SCALE: "full scale", NOMINAL: "nominal", REFERENCE: "reference" },
  emissions: {
    title: "Emissions", measured: "Measured", substituted: "Substituted", sum: "Sum", lost: "hours lost", complete: "complete", incomplete: "incomplete", period: "Period", day: "Day", month: "Month", quarter: "Quarter", year: "Year",
    none: "No emissions in this period", absent: "Hours without a mass", capture: "Valid data capture rate", tonnes: "t", hoursIn: "{0} hours", permits: "Permitted totals", allowed: "Permitted", used: "Used", level: "Warning", noPermits: "No permitted total is registered",
    reached: "reached", parts: "By day or month", note: "Substitutes stand in totals only; no hour is judged by them",
  },
  captures: { REACHED: "reached", NOT_REACHED: "not reached", NOT_RATED: "not rated" },
  permitLevels: { NONE: "below the warning", WARNING: "near the permit", REACHED: "permit reached" },
  station: {
    none: "No data logger is registered for this outlet", profile: "Registered profile", behaviour: "How it speaks", deviations: "Deviations", changes: "Changes of behaviour", packets: "Missing packets", keys: "Keys", acts: "Acts", aspect: "Aspect", says: "Speaks",
    registered: "Registered", standard: "Standard", since: "Since", evidence: "First record", same: "as registered", differs: "not as registered", finding: "Deviation", goesOn: "goes on", over: "over", times: "Times", last: "last", was: "was", became: "became",
    noDeviations: "No deviations", noChanges: "No changes", link: "Connection", linked: "{0} since {1}", notLinked: "none", heard: "heard", frames: "{0} frames", choose: "Station", edition: "Edition", encrypted: "Encrypted", kind: "Kind",
    missingPackets: "packets {0} of {1} are missing", key: "Key {0}", noActs: "No acts", derived: "A derived station takes no requests",
  },
  stationKinds: { LOGGER: "data logger", DERIVED: "made of an OPC UA source" },
  aspects: { EDITION: "Edition", CHECKSUM: "Checksum", MINUTE_INTERVAL: "Minute interval", HOUR_LABEL: "Hour label", ENCRYPTION: "Encryption" },
  profile: {
    edition: "Edition", crc: "Checksum", passwordPolicy: "Password policy", minuteIntervalMinutes: "Minute interval (min)", labelAtEnd: "Hour label at the end", units: "Units", encryption: "Encryption", plaintext: "Plain text",
    answerWithinSeconds: "Answer within (s)", resends: "Resends", resultWithinSeconds: "Result within (s)", outstanding: "Requests at once", refusedFindings: "Deviations refused", peers: "Peers", from: "From", until: "Until",
  },
  control: {
    order: "Order a request", orderHint: "What changes something at the station is sent only when a second person has let it go", command: "Request", content: "Content", by: "Ordered by", state: "State", orderedAt: "Ordered", expires: "expires", answer: "Answer", result: "Result",
    twoPeople: "needs two people", onePerson: "one person", release: "Let it go", releaseHint: "You are the second person: {0} (ordered by {1}, because: {2}). It is sent at once.", cancel: "Call off", cancelHint: "What was sent already may still be done",
    own: "your own order: somebody else lets it go", none: "No requests", story: "What happened", attempts: "sent {0} times", packet: "As it was sent (password masked)", drift: "Clock off by {0} s", frames: "Frames", moreEvents: "There are more events than shown",
    asks: "Ask", sets: "Set and operate", name: "Field", value: "Value", addField: "Add a field", removeField: "Remove the field", st: "System code", begin: "Begin", end: "End", field: "Factor code", nowWord: "now stands for the time of sending", noStation: "No logger takes requests here",
    initialise: "Initialise", deviations: "Deviations",
  },
  marks: {
    none: "No marks", finding: "Finding", findings: "Marks to look at", noFindings: "Nothing to look at", kind: "Kind", period: "Period", factors: "Factors", all: "all factors", version: "Version {0}", filed: "Filed", explanation: "Why late", proofs: "Proofs",
    history: "History", withdrawal: "Withdrawal", approve: "Let it count", refuse: "Refuse it", decideHint: "The hours it touches are judged again", decide: "Decide", openEnd: "—",
  },
  markStates: { AWAITING_DATA: "awaiting data", PENDING: "waits for an officer", ACCEPTED: "counts", APPROVED: "approved", REFUSED: "refused", REPLACED: "replaced" },
  markEvents: {
    FILED_IN_TIME: "filed in time", FILED_AHEAD: "filed ahead", FILED_LATE: "filed late", FILED_CONTRADICTED: "contradicted by data", FILED_UNCHECKED: "could not be checked", FOUND_CONSISTENT: "data agree", FOUND_CONTRADICTED: "data disagree",
    FOUND_UNCHECKED: "could not be checked", REPLACED: "replaced", APPROVED: "approved", REFUSED: "refused",
  },
  markFindings: { STOP_WITH_EMISSION: "data under an accepted stop", MARK_LATE: "mark filed late", MARK_ABUSE: "mark beyond what is allowed" },
  markKinds: {
    CALIBRATION: "equipment: calibration", FAULT: "equipment: fault", MAINTENANCE: "equipment: maintenance", STANDARD_CHECK: "equipment: standard check", EQUIPMENT_STOP: "equipment: out of service", START_UP_COLD: "condition: cold start", START_UP_HOT: "condition: hot start",
    SHUT_DOWN: "condition: shut-down", PROCESS_FAULT: "condition: fault of the process", ACCIDENT: "condition: accident", STOP: "condition: outlet stopped",
  },
  markEffects: { STOP: "stopped: nothing is due", INVALIDATES: "data invalid, not judged", ALLOWANCE: "data valid, not judged within the allowed duration" },
};

export default words;
