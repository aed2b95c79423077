import type { operations } from "../wire/contract";

type DraftKind = operations["draftCaseDocument"]["parameters"]["path"]["kind"];

/** Documents that the program has a text for, by the titles that the tables give them. */
const KINDS: Record<string, DraftKind> = {
  立案审批表: "FILING_FORM", "行政处罚事先(听证)告知书": "PRIOR_NOTICE", "按日连续处罚事先(听证)告知书": "DAILY_PRIOR_NOTICE", "限制生产、停产整治事先(听证)告知书": "SUSPENSION_PRIOR_NOTICE",
  送达回证: "SERVICE_RECEIPT", 行政处罚决定书: "PENALTY_DECISION", 按日连续处罚决定书: "DAILY_PENALTY_DECISION", 责令限制生产决定书: "RESTRICTION_DECISION", 责令停产整治决定书: "SUSPENSION_DECISION",
  加处罚款决定书: "SURCHARGE_NOTICE", 履行催告书: "DEMAND", 强制执行申请书: "COURT_APPLICATION", 结案审批表: "CLOSING_FORM", 责令改正违法行为决定书: "ORDER_TO_CORRECT", 挂牌督办通知书: "LISTING_NOTICE", 督办单: "SUPERVISION_ORDER", 整改销号公告: "RELEASE_NOTICE",
};

export function draftKindOf(title: string): DraftKind | undefined {
  return KINDS[title];
}

/** Whether a document of a file can be printed: the program has a text for its kind. */
export function canPrint(kind: string): boolean {
  return (Object.values(KINDS) as string[]).includes(kind);
}
