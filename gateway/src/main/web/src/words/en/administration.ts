import type { RoomWords } from "../zh";

const words: RoomWords<"administration"> = {
  title: "Registry and administration", notYours: "Your roles do not have this part.", wholeCity: "Whole city", name: "Name", identity: "Identity", person: "Person", acts: "Acts", kind: "Kind", figures: "Figures", search: "Search",
  document: "Document", lasted: "Lasted", legalTime: "Beijing time", times: "Times", values: "Values", sinceTime: "since {0}", timesOf: "{0} times", askAgain: "Ask again",
  parts: {
    health: "Health", persons: "Persons and roles", accounts: "Accounts", quarantine: "Quarantine", stations: "Stations", exchanges: "Requests to loggers", sources: "OPC UA sources", certificates: "Certificates",
    boilers: "Boilers", relays: "Relays",
  },
  statuses: { UP: "works", DEGRADED: "degraded", DOWN: "down" }, askedAt: "asked {0}", healthPart: "Part",
  healthParts: {
    intake: "Intake of frames", journal: "Chain of raw records", core: "Judgement", records: "Records", history: "History for curves", exchanges: "Requests to loggers", sources: "OPC UA sources", averaging: "Hour means", timetable: "Time limits",
    counting: "Count of transmission rates", months: "Closing of months", casework: "Deadlines of cases", alarming: "Whom alarms are told to", notices: "Sending of notices", relay: "Relay",
  },
  healthHints: {
    intake: "whether frames are made durable and acknowledged", journal: "raw frames, each with the hash of the one before", core: "whether verdicts follow the raw records", records: "alarms, cases, months and the like", history: "values for curves", exchanges: "whether answers are read and requests leave",
    sources: "whether sources give values", averaging: "hours made of the values of sources", timetable: "whether what is due is dealt with", counting: "whether rates follow the verdicts", months: "whether months that are due are closed", casework: "whether deadlines are told",
    alarming: "whether it is found whom to tell", notices: "whether notices arrive",
  },
  healthFigures: {
    waiting: "waiting", faults: "faults", position: "position", failuresInARow: "failures in a row", failedInARow: "failures in a row", lines: "lines", notGiving: "giving nothing", badNodes: "bad nodes", behindRecords: "records behind", behindSeconds: "seconds behind",
    minutes: "minutes", hours: "hours", refusedBatches: "refused batches", daysWaiting: "days of outlets to count", warned: "warned", passed: "passed", failed: "failed", channels: "channels", told: "told", head: "newest",
    tail: "oldest", lag: "behind", written: "written", parked: "parked", lastEvent: "newest event", open: "not done", underWay: "awaiting receipt", lagRecords: "records not looked at", lagSeconds: "seconds behind",
  },
  role: "Role", roles: "Roles", reach: "Reach", certificate: "Certificate of enforcement", addPerson: "Register a person or role", anotherRole: "Add a role", validFrom: "Valid from", validUntil: "Valid until (excluded)",
  personsHint: "What is registered for today; a person may have several roles, one a line. A role has a first and a last day; the same identity, role and first day corrects a line.",
  addPersonHint: "A county bureau needs a division, an enterprise its id; the same identity, role and first day as a line corrects it.", noAccounts: "No accounts", passwordSet: "Password set", made: "Made", usable: "usable",
  lockedSince: "locked since {0}", shutUntil: "too many wrong passwords, shut until {0}", mustChange: "must change the password", accountActs: { add: "Make an account", reset: "Reset the password", lock: "Lock", unlock: "Unlock" },
  accountHints: {
    add: "Makes an account for somebody who is registered; the first password is shown once.", reset: "The old password and all sessions end; the new first password is shown once.", lock: "Nobody signs in with it any more, and its sessions end.", unlock: "It can sign in again.",
  },
  passwordOnce: "First password of {0}; it is shown this once, hand it over in person:", copy: "Copy", noted: "I have noted it",
  quarantineHint: "Stations that are unknown, moved or wrongly identified: their frames are kept and used by nobody; once admitted they are processed in order.", noQuarantine: "No such entries", station: "Station (MN)", noMn: "frames name no MN", host: "Host",
  frames: "Frames", firstLast: "First / last", look: "Look at {0}", entry: "Quarantine entry {0}", frameCount: "{0} frames", rawFrames: "Raw frames", frameNumber: "Frame {0}",
  quarantineStates: { OPEN: "Open", ADMITTED: "Admitted", DISMISSED: "Dismissed" },
  quarantineReasons: {
    UNKNOWN_MN: "MN is not registered", MN_MISSING: "no MN", WRONG_PASSWORD: "wrong password", ACTIVATION_REQUESTED: "asks to be activated", CIPHER_UNREADABLE: "no key opens it", PLAINTEXT_REFUSED: "in clear, should be encrypted", MOVED: "from an address that is not registered", DEVIATION_REFUSED: "deviation is not tolerated",
  },
  admit: "Admit", dismiss: "Dismiss", dismissHost: "Dismiss the host", dismissHostTitle: "Dismiss every entry of host {0}", dismissHint: "The entry is kept and not open any more; more frames of the kind are counted.",
  dismissHostHint: "All open entries of the host are put aside, decided ones stay; a host that invents new names begins new entries.", admittedBy: "Admitted by {0}, {1}: {2}", admittedFrames: "{0} frames handed over, {1} stay.",
  admitHint: "What is left empty is taken from the registration in force, else from what the frames show. A station that is not registered needs an outlet and a word on its password.", admitOutlet: "Outlet (needed for a station that is not registered)", passwordHow: "Password",
  asRegistered: "as registered", asShown: "as registered or shown", passwordWays: { FRAMES: "that of the newest frame", TYPED: "typed in", IGNORE: "do not check it" }, stationPassword: "Password of the station", edition: "Edition", checksum: "Checksum",
  checksums: { HJ212: "as HJ 212", MODBUS: "Modbus", MODBUS_SWAPPED: "Modbus, bytes swapped", LENIENT: "not checked" }, peers: "Addresses it may speak from (spaces between)", replaces: "MN of the station that ends with this (needs a first day)",
  onlyThisHost: "Only frames of this host", stationFile: "Station {0}", link: "Link", lastHeard: "Last heard", speaks: "How it speaks", deviations: "Deviations", notLinked: "not linked", encrypted: "encrypted",
  asIsRegistered: "as registered", notAsRegistered: "not as registered", stationKinds: { LOGGER: "logger", DERIVED: "made of a source" }, initialise: "Initialise",
  initialiseHint: "Orders what HJ 212 says for a first connection: time-outs, intervals, clock; what changes something at the station waits for a second person.",
  initial: { OverTime: "Time-out (seconds)", ReCount: "Resends", RtdInterval: "Interval of realtime data (seconds)", MinInterval: "Interval of minute data (minutes)" },
  exchangesHint: "Requests to loggers of the whole city; they are ordered in the outlet's control tab. What changes something at the station is let go by a second person.", noExchanges: "No such requests", command: "Command", orderedBy: "Ordered by", answer: "Answer", result: "Result",
  twoPeople: "needs two people", notOwn: "somebody else must release it", release: "Release", cancel: "Call off", cancelHint: "What was sent already may still be done.", story: "What happened",
  exchangeStates: {
    ORDERED: "awaits release", QUEUED: "queued", AWAITING_ANSWER: "awaits an answer", RESENDING: "resending", EXECUTING: "executing", DONE: "done", REFUSED: "refused", FAILED: "failed", NO_ANSWER: "no answer", NO_RESULT: "no result", CANCELLED: "called off", EXPIRED: "expired",
  },
  source: "Source / address", sourcesNote: "{0} in all, {1} without values", noSources: "No sources are registered", serverClock: "Server's clock", clockAhead: "ahead of ours by {0}", clockBehind: "behind ours by {0}", outletsNodes: "Outlets / nodes",
  outletsNodesOf: "{0} outlets · {1} nodes", toMend: "To look at", certificateWaits: "certificate to be trusted or not", badNodes: "{0} bad nodes", notMapped: "{0} rows not mapped",
  sourceStates: { STOPPED: "stopped", CONNECTING: "connecting", CONNECTED: "connected", LOST: "lost", CERTIFICATE_REFUSED: "certificate refused", BAD_IDENTITY: "login refused", NOT_OFFERED: "policy not offered" },
  address: "Address", security: "Security", securityNone: "none", login: "Login", logins: { ANONYMOUS: "anonymous", USER: "user and password", CERTIFICATE: "certificate" }, fillsFromHistory: "Filled from history", readBack: "Read back",
  connects: "Connects / cuts", overflows: "Overflows of the server's queue", notMappedRows: "Values that became no number", node: "Node", sheetRow: "Line of the sheet", badNodesOfServer: "Nodes that the server does not give",
  cutsTitle: "Cuts", noCuts: "No cuts", goesOn: "goes on", cameBack: "Came back", outcomeOfCut: "Read back", fillUnderWay: "being read back", unreadNodes: "{0} nodes not read back",
  fills: { COMPLETE: "complete, {0} values", PARTLY: "partly, {0} values", NOT_OFFERED: "no history offered", FAILED: "failed, {0} values" }, hows: { STARTED: "gateway started", TRANSFERRED: "subscription taken over", RECREATED: "subscription made anew" },
  cuts: {
    CONNECTION_LOST: "connection lost", CONNECTION_REFUSED: "connection refused", NOT_WATCHED: "gateway was not running", SECRET_MISSING: "password not found", NO_NODES: "no node is mapped", NOT_TRUSTED: "certificate not trusted", SILENT: "silent", TIMEOUT: "timed out",
    NO_ROUTE: "no route", UNKNOWN_HOST: "unknown host", MESSAGES_LOST: "messages lost", QUEUE_OVERFLOW: "server's queue overflowed", FAILED: "failed", LOGIN_NOT_OFFERED: "login not offered", SECURITY_NOT_OFFERED: "policy not offered",
    PASSWORD_IN_CLEAR: "password would be sent in clear",
  },
  unmapped: {
    UNKNOWN_NODE: "node not in the sheet", NO_ROW_IN_FORCE: "no row in force", UNKNOWN_FACTOR: "unknown factor", UNIT_CANNOT_BE_CONVERTED: "unit cannot be converted", TYPE_DOES_NOT_FIT: "not a number", NO_VALUE: "no value", NUMBER_TOO_LONG: "number too long", NO_TIME: "no time",
  },
  noCertificates: "No certificates", trusted: "Trusted", rejected: "Rejected", trust: "Trust it", withdraw: "Withdraw trust", trustNote: "Compare the thumbprint with the plant first; name and reason are kept for ever.", withdrawHint: "Sources with this certificate cannot connect any more.",
  whyTrust: "Reason (how the thumbprint was compared)", issuer: "Issuer", waitingSources: " · {0} wait for it", decisions: "Decisions", decisionKinds: { TRUSTED: "trusted", WITHDRAWN: "trust withdrawn" },
  boilersNote: "Kept coal boilers of {0} t/h and more must be on line since {1}", boilerFilters: { ALL: "All", MISSING: "Must be and is not", MUST: "Must be on line" }, noBoilers: "No such boilers", boiler: "Boiler / enterprise", steam: "Size / fuel", mustBeOnline: "Must be on line",
  isOnline: "Is on line", sinceHeard: "Since / last heard", missing: "must be and is not", onLine: "on line", needNot: "need not",
  fuels: { COAL: "coal", COAL_LIKE: "coal-like", GAS: "gas", ELECTRICITY: "electricity", BIOMASS_WITH_BAG_FILTER: "biomass with bag filter", OTHER_HEAT: "other heat" },
  duties: {
    KEPT: "coal boiler that is kept, large enough", REMOVAL_NOT_PROVED: "said to be removed, not proved: counts as kept", REMOVED: "removed, and proved", REPLACED: "turned to other heat", NOT_COAL: "burns no coal", BELOW_THRESHOLD: "below the threshold: to be removed", NOT_IN_FORCE: "rule not in force",
  },
  lines: { ON_LINE: "has delivered", NEVER_DELIVERED: "registered, never delivered", NOT_CONNECTED: "no station for its outlet", NO_OUTLET: "the list names no outlet" },
  noRelays: "No relays", platform: "Upper platform", mode: "Mode", openFrames: "Not done", underWay: "Awaiting receipt", lag: "Behind", lagRecords: "{0} records not looked at", silentPlatform: "the platform acknowledges nothing",
  relayKinds: { NATION: "nation", PROVINCE: "province", CITY: "city", COUNTY: "county", ENTERPRISE: "enterprise" }, modes: { TRANSPARENT: "transparent", REWRITING: "rewriting" }, conditions: { CONNECTED: "connected", AWAY: "away, tries again", STORE_DOWN: "ledger cannot be written", STOPPED: "stopped" },
  resend: "Send again", resendHint: "Sends what arrived in this time once more, behind new data; at most 31 days, name and reason are kept.", lanes: "Not done: {0} realtime, {1} backlog", passedOver: "Records that do not go on:", refusals: "Frames that could not be sent", resends: "Sent again", entered: "{0} frames",
  downlinks: "What the platform asked",
  relayCounts: {
    entered: "entered", written: "written", repeated: "repeated", receipted: "receipted", delivered: "done when written", refused: "could not be sent", behind: "went behind without receipt", givenUp: "given up", strayReceipts: "stray receipts", damaged: "damaged", connects: "connects", failedConnects: "failed connects",
    requests: "platform's requests",
  },
  passedOverBecause: {
    NOT_ACCEPTED: "not accepted", OTHER_CONNECTOR: "other connector", BESIDE_A_LOGGER: "a logger speaks", NO_STATION: "no station", NO_IDENTITY: "no identity", NOT_A_FRAME: "no frame", OTHER_STATION: "other station", OTHER_COMMAND: "other command", HEARTBEAT: "heartbeat",
    NOBODY_ASKED: "answer nobody asked for", ANSWER_TO_ANOTHER: "answer to another",
  },
  refusalReasons: { NOT_A_FRAME: "no frame", ENCRYPTED: "encrypted", NO_IDENTITY: "no identity", TOO_LONG: "too long", GONE: "past retention", FAILED: "failed" },
  downlinkKinds: {
    FORWARD: "sent on", DAMAGED: "damaged", UNKNOWN_STATION: "unknown station", WRONG_PASSWORD: "wrong password", NOT_CONTROLLING: "may not control", TOO_MANY: "too many", NOT_SENT: "not sent", ANSWERED: "answered", REFUSED_BY_STATION: "refused by the station", RESULTED: "result",
    NOTED: "noted", EXPIRED: "expired",
  },
  reconciliation: "Reconciliation", sheet: "CSV sheet", stationHour: "Station / hour of arrival", wholeDay: "Whole day", asTaken: "As it stood in the night ({0})",
  relayFigures: { due: "Due", again: "Again", sent: "Sent", receipted: "Receipted", written: "Done when written", refused: "Could not be sent", givenUp: "Given up", outstanding: "Outstanding" },
};

export default words;
