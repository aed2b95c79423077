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
  RED: ["◆ 红色", "◆ Red"], ORANGE: ["▲ 橙色", "▲ Orange"], YELLOW: ["● 黄色", "● Yellow"], BLUE: ["■ 蓝色", "■ Blue"],
  REPORTING: ["在线", "Reporting"], SILENT: ["静默", "Silent"], NEVER_HEARD: ["从未上报", "Never heard"],
  EX_H: ["小时均值超标", "Hourly mean above limit"], DATA_MISS: ["数据缺失", "Data missing"],
  MADE_DEV: ["自算小时值不符", "Hour made by us deviates"],
  RATE_LOW: ["传输有效率偏低", "Effective transmission rate too low"],
  WITHIN: ["达标", "Within"], EXCEEDS: ["超标", "Exceeds"], NOT_JUDGED: ["未判定", "Not judged"],
  NOT_DUE: ["无须上报", "Not due"], NOT_RECEIVED: ["未收到", "Not received"],
  MARKED_EQUIPMENT: ["设备标记", "Marked: equipment"], MARKED_WORKING_CONDITION: ["工况标记", "Marked: working condition"],
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

/** Writes the words into everything that names one. */
export function putWords() {
  document.documentElement.lang = language ? "en" : "zh-CN";
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
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

export const unit = (symbol) => ({ "mg/m3": "mg/m³", "m3/h": "m³/h", degC: "℃", "1": "" })[symbol] ?? symbol ?? "";
