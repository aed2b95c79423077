// Words for people, in Chinese first, and how numbers and instants are written.

const WORDS = {
  title: ["污染源在线监控告警", "Industrial source alarms"],
  outlets: ["排放口", "Outlets"],
  outlet: ["企业 / 排放口", "Enterprise / outlet"],
  state: ["状态", "State"],
  dust: ["颗粒物", "PM"],
  lastHeard: ["最近数据", "Last heard"],
  reporting: ["在线", "Reporting"],
  activeAlarms: ["持续告警", "Active alarms"],
  openAlarms: ["待确认", "To acknowledge"],
  candidateCases: ["候选案件", "Candidate cases"],
  casesNote: ["系统提出，由执法人员决定", "Proposed by the system, decided by an officer"],
  outletsNote: ["折算浓度 / 限值；未折算时为实测；实时值不作判定", "Converted value / limit; measured where not converted; instants are not judged"],
  liveAlarms: ["实时告警", "Live alarms"],
  active: ["持续中", "Active"],
  open: ["待确认", "Open"],
  all: ["全部", "All"],
  more: ["更多", "More"],
  close: ["关闭", "Close"],
  loopback: ["尚无登录：只应答本机", "No login yet: answers to this machine only"],
  linked: ["实时连接", "Live"],
  unlinked: ["连接中断，正在重连", "Connection lost, trying again"],
  scaled: ["模拟时钟：一分钟相当于 {0}", "Scaled clock: one minute is {0}"],
  language: ["English", "中文"],
  noAlarms: ["没有告警", "No alarms"],
  noCases: ["没有候选案件", "No candidate cases"],
  noOutlets: ["尚未登记排放口", "No outlets registered"],
  noData: ["无数据", "No data"],
  acknowledged: ["已确认", "Acknowledged"],
  unacknowledged: ["待确认", "Not acknowledged"],
  isActive: ["持续中", "Active"],
  isCleared: ["已解除", "Cleared"],
  above: ["超限值", "above limit"],
  limit: ["限值", "Limit"],
  value: ["小时均值", "Hourly mean"],
  factor: ["因子", "Factor"],
  hours: ["时段", "Hours"],
  hour: ["小时", "Hour"],
  raisedAt: ["发出时间", "Raised"],
  region: ["辖区", "Region"],
  type: ["类型", "Type"],
  history: ["经过", "What happened"],
  rawFrames: ["原始报文", "Raw frames"],
  rawNote: ["本告警所依据的原始字节；每条记录的哈希含上一条的哈希", "The bytes this alarm rests on; each record's hash covers the one before"],
  hourTable: ["小时判定", "Judged hours"],
  outcome: ["判定", "Verdict"],
  reason: ["理由", "Reason"],
  measured: ["实测", "Measured"],
  converted: ["折算", "Converted"],
  judgedValue: ["判定值", "Judged value"],
  flag: ["标记", "Flag"],
  oxygen: ["氧含量", "O₂"],
  who: ["确认人", "Your name"],
  note: ["说明", "Note"],
  acknowledge: ["确认告警", "Acknowledge"],
  arrived: ["到达", "Arrived"],
  peer: ["对端", "Peer"],
  sequence: ["序号", "Sequence"],
  bytes: ["字节", "bytes"],
  asText: ["文本", "Text"],
  asHex: ["十六进制", "Hexadecimal"],
  decoded: ["解码", "Decoded"],
  encryptionOPENED: ["已用密钥解密", "came encrypted, opened"],
  encryptionNO_KEY: ["密文，无可用密钥", "encrypted, no key opens it"],
  previousHash: ["上一条哈希", "Hash before"],
  thisHash: ["本条哈希", "Hash of this"],
  journal: ["日志链位置", "Place in the chain"],
  readings: ["最近数据", "Latest readings"],
  chart: ["近 24 小时", "Last 24 hours"],
  basis: ["法律依据（违法时）", "Legal basis (at the violation)"],
  basisToday: ["当前规定（对照）", "Law today (for comparison)"],
  findings: ["提示", "Findings"],
  exceedances: ["超标小时", "Exceeding hours"],
  day: ["违法日", "Day"],
  worst: ["最高", "Worst"],
  hourCount: ["{0} 个小时", "{0} hours"],
  openedAt: ["提出时间", "Proposed"],
  version: ["版本", "Version"],
  behind: ["数据来自", "From"], ranges: ["量程", "Measuring ranges"],
  boilers: ["锅炉", "Boilers"],
  markVERIFIED: ["已核实", "verified"], markSECONDARY: ["二手来源", "secondary"], markUNVERIFIED: ["未核实", "not verified"], markDESIGN: ["自定", "own choice"],
  boilersOff: ["锅炉应联网未联网", "Boilers missing"],
  sourcesOff: ["数据源无数据", "Sources without values"],
  boiler: ["锅炉 / 企业", "Boiler / enterprise"],
  boilersNote: ["{0} t/h 及以上保留燃煤锅炉自 {1} 起应联网", "Kept coal boilers of {0} t/h and more must be on line since {1}"],
  noThreshold: ["联网容量起点尚未生效", "No threshold in force"],
  boilersMissing: ["应联网未联网", "Must be and is not"],
  boilerMissing: ["应联网未联网", "Missing"],
  boilerOnline: ["已联网", "On line"],
  boilerNotNeeded: ["无须联网", "Need not"],
  noBoilers: ["没有这样的锅炉", "No such boilers"],
  steam: ["容量 / 燃料", "Size / fuel"],
  mustBeOnline: ["应联网", "Must be on line"],
  isOnline: ["已联网", "Is on line"],
  since: ["联网日期 / 最近数据", "Since / last heard"],
  networkedOn: ["{0} 起联网（清单）", "on line since {0} (list)"],
  networkedNever: ["清单无联网日期", "no day in the list"],
  yes: ["是", "Yes"], no: ["否", "No"],
  fuelCOAL: ["燃煤", "coal"], fuelCOAL_LIKE: ["型煤、水煤浆等", "coal-like"], fuelGAS: ["燃气", "gas"], fuelELECTRICITY: ["电", "electricity"],
  fuelBIOMASS_WITH_BAG_FILTER: ["生物质（布袋除尘）", "biomass with bag filter"], fuelOTHER_HEAT: ["外来热力等", "other heat"],
  dutyKEPT: ["保留的燃煤锅炉，达到容量起点", "coal boiler that is kept, large enough"],
  dutyREMOVAL_NOT_PROVED: ["称已拆除，无销号凭证，按保留计", "said to be removed, not proved: counts as kept"],
  dutyREMOVED: ["已拆除并有凭证", "removed, and proved"], dutyREPLACED: ["已改用其他能源", "turned to other heat"],
  dutyNOT_COAL: ["非燃煤", "burns no coal"], dutyBELOW_THRESHOLD: ["低于容量起点，应淘汰", "below the threshold: to be removed"],
  dutyNOT_IN_FORCE: ["规定尚未生效", "rule not in force"],
  lineON_LINE: ["已有数据", "has delivered"], lineNEVER_DELIVERED: ["已登记，从未上报", "registered, never delivered"],
  lineNOT_CONNECTED: ["排放口未登记站点", "no station for its outlet"], lineNO_OUTLET: ["清单未列排放口", "the list names no outlet"],
  sources: ["OPC UA 数据源", "OPC UA sources"],
  source: ["数据源 / 地址", "Source / address"],
  sourcesNote: ["共 {0} 个，{1} 个无数据", "{0} in all, {1} without values"],
  certificatesWait: ["{0} 张证书待信任", "{0} certificates to be trusted or not"],
  certificateWaits: ["证书待信任", "Certificate to be trusted or not"],
  sinceTime: ["自 {0}", "since {0}"],
  serverClock: ["服务器时钟", "Server's clock"],
  clockAhead: ["比本机快 {0}", "ahead of ours by {0}"], clockBehind: ["比本机慢 {0}", "behind ours by {0}"],
  outletsAndNodes: ["排放口 / 节点", "Outlets / nodes"],
  outletsNodes: ["{0} 个排放口 · {1} 个节点", "{0} outlets · {1} nodes"],
  lastCut: ["最近中断", "Last cut"], cuts: ["中断", "Cuts"], noCuts: ["没有中断", "No cuts"], goesOn: ["仍在中断", "goes on"],
  toMend: ["待处理", "To look at"], nothingToMend: ["无", "Nothing"],
  badNodes: ["{0} 个节点不可读", "{0} bad nodes"], badNodesOfServer: ["服务器不提供的节点", "Nodes that the server does not give"],
  notMapped: ["{0} 行未映射", "{0} rows not mapped"], notMappedRows: ["未映射的值（点表行）", "Values that became no number"],
  sheetRow: ["点表行号", "Line of the sheet"], times: ["次数", "Times"], node: ["节点", "Node"], statusCode: ["状态码", "StatusCode"],
  address: ["地址", "Address"], security: ["安全策略", "Security"], securityNONE: ["不加密", "none"], login: ["登录", "Login"],
  loginANONYMOUS: ["匿名", "anonymous"], loginUSER: ["用户名和口令", "user and password"], loginCERTIFICATE: ["证书", "certificate"],
  nodes: ["节点数", "Nodes"], values: ["收到数值（个）", "Values"], readBack: ["补读数值（个）", "Read back"],
  from: ["自", "From"], until: ["至", "Until"], lasted: ["时长", "Lasted"], cameBack: ["恢复方式", "Came back"],
  outcomeOfCut: ["补读结果", "Read back"],
  fillCOMPLETE: ["已补读 {0} 个值", "complete, {0} values"], fillPARTLY: ["部分补读，{0} 个值", "partly, {0} values"],
  fillNOT_OFFERED: ["服务器无历史数据", "no history offered"], unreadNodes: ["{0} 个节点未补读", "{0} nodes not read back"], fillFAILED: ["补读失败，{0} 个值", "failed, {0} values"],
  fillUnderWay: ["正在补读", "being read back"],
  howSTARTED: ["网关启动", "gateway started"], howTRANSFERRED: ["接管原订阅", "subscription taken over"], howRECREATED: ["重建订阅", "subscription made anew"],
  sourceSTOPPED: ["未启动", "Stopped"], sourceCONNECTING: ["正在连接", "Connecting"], sourceCONNECTED: ["正常", "Connected"], sourceLOST: ["中断", "Lost"],
  sourceCERTIFICATE_REFUSED: ["证书未信任", "Certificate refused"], sourceBAD_IDENTITY: ["登录被拒", "Login refused"], sourceNOT_OFFERED: ["策略不被提供", "Policy not offered"],
  cutCONNECTION_LOST: ["连接中断", "connection lost"], cutCONNECTION_REFUSED: ["连接被拒", "connection refused"], cutNOT_WATCHED: ["网关未运行", "gateway was not running"],
  cutSECRET_MISSING: ["找不到口令", "password not found"], cutNO_NODES: ["点表无节点", "no node is mapped"], cutNOT_TRUSTED: ["证书未信任", "certificate not trusted"],
  cutSILENT: ["长时间无消息", "silent"], cutTIMEOUT: ["超时", "timed out"], cutNO_ROUTE: ["网络不可达", "no route"], cutUNKNOWN_HOST: ["主机名未知", "unknown host"],
  cutMESSAGES_LOST: ["消息丢失", "messages lost"], cutQUEUE_OVERFLOW: ["服务器队列溢出", "server's queue overflowed"], cutFAILED: ["失败", "failed"],
  cutLOGIN_NOT_OFFERED: ["服务器不提供此登录方式", "login not offered"], cutSECURITY_NOT_OFFERED: ["服务器不提供此策略", "policy not offered"],
  cutPASSWORD_IN_CLEAR: ["口令会以明文发送，已拒绝", "password would be sent in clear"],
  unmappedUNKNOWN_NODE: ["点表无此节点", "node not in the sheet"], unmappedNO_ROW_IN_FORCE: ["无生效的行", "no row in force"],
  unmappedUNKNOWN_FACTOR: ["因子代码未知", "unknown factor"], unmappedUNIT_CANNOT_BE_CONVERTED: ["单位不能换算", "unit cannot be converted"],
  unmappedTYPE_DOES_NOT_FIT: ["不是数值", "not a number"], unmappedNO_VALUE: ["无数值", "no value"], unmappedNUMBER_TOO_LONG: ["数值过长", "number too long"],
  unmappedNO_TIME: ["无时间", "no time"],
  thumbprint: ["指纹", "Thumbprint"], subject: ["主体", "Subject"], issuer: ["签发者", "Issuer"], applicationUri: ["应用 URI", "Application URI"],
  validTime: ["有效期", "Valid"], trustedBy: ["决定人", "Your name"], whyTrust: ["理由（如何核对指纹）", "Reason (how the thumbprint was compared)"], trust: ["信任此证书", "Trust it"],
  trustNote: ["先与企业电话或当面核对指纹，再信任；姓名与理由永久保存", "Compare the thumbprint with the plant first; name and reason are kept for ever"],
  rates: ["数据传输有效率", "Effective transmission rate"],
  rateOfMonth: ["传输有效率（所选月）", "Rate of the month shown"],
  ratesNote: ["按企业各排放口、各考核因子的小时数合并计算", "Hours of all outlets and assessed factors together"],
  rateRequired: ["要求 {0}", "required {0}"], countedUntil: ["统计截至 {0}", "counted until {0}"], countedTo: ["统计截至", "Counted until"],
  daysWaiting: ["{0} 个排放口日待统计，数字还会变", "{0} days of outlets wait to be counted: figures still move"],
  month: ["月份", "Month"], monthBefore: ["上一月", "Month before"], monthAfter: ["下一月", "Month after"],
  county: ["名次（按补全）/ 区县", "Place (by final) / county"], wholeCity: ["全市", "City"],
  enterprise: ["企业", "Enterprise"], enterprises: ["企业", "Enterprises"], noEnterprises: ["本月尚无已统计的小时", "No hour of this month is counted yet"],
  realTimeRate: ["即时", "In time"], finalRate: ["补全", "Final"], band: ["分档", "Band"],
  passingEnterprises: ["达标 / 参评企业", "Passing / rated"], validOfDue: ["有效 / 应传（因子小时）", "Valid / due (hours of factors)"],
  lostOfDue: ["未计入有效 / 应传（因子小时）", "Not valid / due (hours of factors)"],
  bandPASSING: ["达标 ≥{0}", "passes ≥{0}"], bandBELOW: ["{1}～{0}", "{1} to {0}"], bandFAR_BELOW: ["低于 {1}", "below {1}"],
  bandZERO: ["为 0", "zero"], bandNOT_RATED: ["停运", "stopped"],
  notCounted: ["尚无应传小时", "no hour is over yet"], stopped: ["停运", "stopped"], belowRate: ["低于 {0}", "Below {0}"], noneBelow: ["没有低于 {0} 的企业", "No enterprise is below {0}"],
  stoppedList: ["停运、不参评 {0} 家：{1}", "{0} stopped, not rated: {1}"],
  rateNote: ["即时：规定时限内收到的小时；补全：含以后补传、更正的小时，至冻结日。停运不参评，不按 0 也不按 100% 计。", "In time: hours received in the time allowed. Final: with what is back-filled and corrected until the month is frozen. What is stopped is not rated, neither 0 nor 100 %."],
  dueHours: ["应传", "Due"], receivedHours: ["实传", "Received"], validHours: ["有效", "Valid"], lostHours: ["未计入有效", "Not valid"], excludedHours: ["不计应传", "Taken out"],
  out_stopped: ["停运", "stopped"], out_exempt: ["豁免", "exempt"], out_ownOutage: ["本平台故障", "own outage"], out_standardCheck: ["标样核查", "standard check"],
  mayLose: ["余量", "May lose"], frozenSince: ["{0} 已冻结", "frozen since {0}"],
  reachNOTHING_DUE: ["无应传", "nothing due"], reachMAY_LOSE: ["还可缺 {0} 小时", "{0} hours may be lost"], reachKEPT: ["已达标，没有待传的小时", "passes, no hour is still to come"], allFactors: ["各因子合计：", "All factors together: "],
  reachMUST_REGAIN: ["须补回 {0} 小时，或剔除 {1} 小时", "{0} hours must be won back, or {1} excused"], reachOUT_OF_REACH: ["已不能达标，差 {0} 小时", "out of reach, {0} hours too few"],
  lostLately: ["最近 {0} 个未计入有效的小时及补正期限", "The latest {0} hours that do not count, and until when they can be mended"],
  whyLost: ["原因", "Why"], marksUntil: ["标记截止", "Marks until"], vouchersUntil: ["凭证截止", "Vouchers until"],
  lostMISSING: ["缺失", "missing"], lostFLAGGED: ["标记不可用", "flag not usable"], lostTOO_FEW_VALID_MINUTES: ["有效分钟不足", "too few valid minutes"],
  lostVALIDITY_UNKNOWN: ["有效性不明", "validity unknown"], lostMARKED_INVALID: ["设备标记无效", "set aside by an equipment mark"], lostOUT_OF_CONTROL: ["失控", "out of control"],
  lostVALUE_MISSING: ["无数值", "no value"], lostOUT_OF_RANGE: ["超出量程", "out of range"],
  RED: ["◆ 红色", "◆ Red"], ORANGE: ["▲ 橙色", "▲ Orange"], YELLOW: ["● 黄色", "● Yellow"], BLUE: ["■ 蓝色", "■ Blue"],
  REPORTING: ["在线", "Reporting"], SILENT: ["静默", "Silent"], NEVER_HEARD: ["从未上报", "Never heard"],
  EX_H: ["小时均值超标", "Hourly mean above limit"], DATA_MISS: ["数据缺失", "Data missing"],
  ZS_DEV: ["折算值不符", "Conversion to reference oxygen deviates"],
  MADE_DEV: ["自算小时值不符", "Hour made by us deviates"],
  RATE_LOW: ["传输有效率偏低", "Effective transmission rate too low"],
  EX_TOTAL: ["排放总量接近或达到许可量", "Emission total near to or up to the permitted one"],
  STOP_WITH_EMISSION: ["停产仍排放", "Data under an accepted stop"],
  MARK_LATE: ["标记逾期", "Mark filed late"], MARK_ABUSE: ["标记滥用", "Mark beyond what is allowed"],
  aboutENTERPRISE: ["企业", "Enterprise"], aboutREGION: ["区县", "Division"],
  REVISED: ["数据修订", "revised"], END_WITHDRAWN: ["解除依据已撤销", "its end was withdrawn"],
  DATA_MISSING: ["未收到数据", "no data"], DATA_RECEIVED: ["已收到数据", "data came"], JOINED_TO_EARLIER: ["并入较早告警", "goes on under an earlier alarm"],
  DEVIATES: ["不符", "deviates"], AGREES: ["相符", "agrees"], EMISSION_UNDER_STOP: ["停运期间有排放", "figures say it is running"],
  NO_EMISSION: ["停运期间无排放", "figures say it is stopped"], OFFICER: ["人工", "by a person"],
  RATE_BELOW: ["低于要求", "below"], RATE_RECOVERED: ["已恢复", "recovered"], PERIOD_CLOSED: ["统计期已封存", "the period is closed"],
  TOTAL_REACHES: ["达到预警比例", "near to or up to the permit"], TOTAL_BELOW: ["低于预警比例", "below the warning"], PERMIT_GONE: ["许可已撤销登记", "permit not registered any more"],
  LATE_MARK_WAITS: ["待执法人员决定", "waits for an officer"], LATE_MARK_SETTLED: ["已处理", "settled"],
  MARKED_BEYOND: ["超出允许时长", "beyond what is allowed"], MARKED_WITHIN: ["在允许时长内", "within what is allowed"],
  WITHIN: ["达标", "Within"], EXCEEDS: ["超标", "Exceeds"], NOT_JUDGED: ["未判定", "Not judged"],
  NOT_DUE: ["无须上报", "Not due"], NOT_RECEIVED: ["未收到", "Not received"],
  MARKED_EQUIPMENT: ["设备标记", "Marked: equipment"], MARKED_WORKING_CONDITION: ["工况标记", "Marked: working condition"],
  OUT_OF_CONTROL: ["失控时段", "Out of control"],
  FLAGGED: ["数据标记", "Flagged"], TOO_FEW_VALID_MINUTES: ["有效分钟不足", "Too few valid minutes"],
  VALIDITY_UNKNOWN: ["有效性未知", "Validity unknown"], NO_LIMIT_IN_FORCE: ["无有效限值", "No limit in force"],
  UNIT_NOT_COMPARABLE: ["单位不可比", "Unit not comparable"], OXYGEN_MISSING: ["缺氧含量", "Oxygen missing"],
  OXYGEN_INVALID: ["氧含量无效", "Oxygen invalid"], OXYGEN_TOO_HIGH: ["氧含量过高", "Oxygen too high"],
  VALUE_MISSING: ["缺数值", "Value missing"], NEGATIVE_VALUE: ["负值", "Negative value"],
  RAISED: ["发出", "Raised"], CONTINUED: ["持续", "Continued"], GREW_BACK: ["补传前延", "Grew back"],
  LEVEL_ROSE: ["升级", "Level rose"], HOUR_REVISED: ["小时修订", "Hour revised"], CLEARED: ["解除", "Cleared"],
  REOPENED: ["恢复", "Reopened"], ACKNOWLEDGED: ["确认", "Acknowledged"], OPENED: ["提出", "Opened"],
  ACCEPTED: ["已接收", "Accepted"], QUARANTINED: ["已隔离", "Quarantined"], REFUSED: ["已拒绝", "Refused"],
};

let language = localStorage.getItem("language") === "en" ? 1 : 0;

export function word(key, ...values) {
  const pair = WORDS[key];
  const text = pair ? pair[language] : key;
  return values.reduce((done, value, i) => done.replace(`{${i}}`, value), text);
}

/** A code with something behind it, such as "FLAGGED M": the first word for people, the rest as it stands. */
export function phrase(text) {
  const [first, ...rest] = text.split(" ");
  return [word(first), ...rest].join(" ");
}

export function otherLanguage() {
  language = 1 - language;
  localStorage.setItem("language", language ? "en" : "zh");
  putWords();
}

/** Writes the words into everything that names one: as its text, or as its name for those who do not see it. */
export function putWords() {
  document.documentElement.lang = language ? "en" : "zh-CN";
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
  }
  for (const element of document.querySelectorAll("[data-name]")) {
    element.setAttribute("aria-label", word(element.dataset.name));
  }
}

export function name(named) {
  return (language && named.nameEn) || named.name;
}

const ZONE = "Asia/Shanghai";
const parts = (options) => new Intl.DateTimeFormat("zh-CN", { timeZone: ZONE, hourCycle: "h23", ...options });
const SECOND = parts({ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" });
const MINUTE = parts({ month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" });
const CLOCK = parts({ hour: "2-digit", minute: "2-digit" });

export const second = (instant) => SECOND.format(new Date(instant)).replaceAll("/", "-");
export const minute = (instant) => MINUTE.format(new Date(instant)).replaceAll("/", "-");
export const clock = (instant) => CLOCK.format(new Date(instant));

const DAY = parts({ year: "numeric", month: "2-digit", day: "2-digit" });
export const day = (instant) => DAY.format(new Date(instant)).replaceAll("/", "-");

/** A stretch of milliseconds in the largest units that say something. */
export function between(millis) {
  const seconds = Math.round(millis / 1000);
  const units = [[86_400, "d"], [3_600, "h"], [60, "min"], [1, "s"]];
  const first = units.findIndex(([size]) => seconds >= size);
  if (first < 0) return "0 s";
  let rest = seconds;
  return units.slice(first, first + 2).map(([size, symbol]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count ? `${count} ${symbol}` : "";
  }).filter(Boolean).join(" ");
}

/** The hours from the first to the end of the last. */
export function hours(first, last) {
  return `${minute(first)} – ${minute(Date.parse(last) + 3_600_000)}`;
}

export function percent(ratio) {
  return `+${(Number(ratio) * 100).toLocaleString("en", { maximumFractionDigits: 1 })}%`;
}

/** A decimal for reading: at most three places; the details show every digit. */
export function short(value) {
  const number = Number(value);
  return Number.isFinite(number) ? number.toLocaleString("en", { maximumFractionDigits: 3, useGrouping: false }) : value;
}

export const unit = (symbol) => ({ "mg/m3": "mg/m³", "m3/h": "m³/h", "m3/s": "m³/s", degC: "℃", "1": "" })[symbol] ?? symbol ?? "";
