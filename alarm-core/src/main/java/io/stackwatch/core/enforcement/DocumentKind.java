package io.stackwatch.core.enforcement;

/** The documents of the ladder, by their Chinese titles. Names are stored and never change. */
public enum DocumentKind {
    CLUE_SHEET("超标线索单"),
    DATA_REVIEW_FORM("自动监测数据审核表"),
    FACTS_MESSAGE("违法事实电子告知"),
    FILING_FORM("立案审批表"),
    NOT_FILED_FORM("不予立案审批表"),
    TRANSFER_LETTER("案件移送书"),
    EVIDENCE_LIST("先行登记保存证据清单"),
    SITE_RECORD("现场检查(勘察)笔录"),
    INTERVIEW_RECORD("询问笔录"),
    INVESTIGATION_REPORT("调查报告"),
    DISCRETION_SHEET("裁量表"),
    WITHDRAWAL_FORM("撤销审批表"),
    REVIEW_OPINION("法制审核意见"),
    EXTENSION_FORM("延期审批表"),
    PRIOR_NOTICE("行政处罚事先(听证)告知书"),
    DAILY_PRIOR_NOTICE("按日连续处罚事先(听证)告知书"),
    SUSPENSION_PRIOR_NOTICE("限制生产、停产整治事先(听证)告知书"),
    CLOSURE_PRIOR_NOTICE("停业、关闭事先(听证)告知书"),
    SERVICE_RECEIPT("送达回证"),
    STATEMENT("陈述申辩书"),
    WAIVER("放弃陈述申辩及听证声明"),
    HEARING_REQUEST("听证申请书"),
    HEARING_NOTICE("听证通知书"),
    HEARING_RECORD("听证笔录"),
    HEARING_WITHDRAWAL("撤回听证申请书"),
    DISCUSSION_RECORD("集体讨论记录"),
    PENALTY_DECISION("行政处罚决定书"),
    NO_PENALTY_DECISION("不予行政处罚决定书"),
    DAILY_PENALTY_DECISION("按日连续处罚决定书"),
    RESTRICTION_DECISION("责令限制生产决定书"),
    SUSPENSION_DECISION("责令停产整治决定书"),
    CLOSURE_DECISION("责令停业、关闭决定书"),
    PUBLIC_INFORMATION("行政处罚信息公开表"),
    PAYMENT_RECEIPT("缴款书"),
    SURCHARGE_NOTICE("加处罚款决定书"),
    DEMAND("履行催告书"),
    COURT_APPLICATION("强制执行申请书"),
    APPEAL_NOTICE("复议、应诉通知书"),
    APPEAL_RESULT("复议决定、裁判文书"),
    CLOSING_FORM("结案审批表"),
    ORDER_TO_CORRECT("责令改正违法行为决定书"),
    CORRECTION_REPORT("改正情况报告"),
    RECHECK_RECORD("复查记录"),
    SUSPENSION_PROPOSAL("限制生产、停产整治建议"),
    EXEMPTION_FORM("不适用停产整治审批表"),
    DROPPING_FORM("不予实施审批表"),
    RECTIFICATION_PLAN("整改方案"),
    EXTENSION_DECISION("延长限制生产决定书"),
    INSPECTION_RECORD("后督察记录"),
    COMPLETION_MESSAGE("整改完成说明"),
    COMPLETION_REPORT("整改任务完成备案材料"),
    LIFTING_NOTICE("解除公告"),
    FOLLOW_UP_RECORD("跟踪检查记录"),
    TERMINATION_FORM("终止审批表"),
    DAILY_PROPOSAL("按日连续处罚建议"),
    CLOSURE_PROPOSAL("停业、关闭建议"),
    CLOSURE_REQUEST("停业、关闭请示"),
    GOVERNMENT_APPROVAL("人民政府批准文件"),
    GOVERNMENT_ANSWER("人民政府答复"),
    LISTING_PROPOSAL("挂牌督办建议"),
    LISTING_NOTICE("挂牌督办通知书"),
    SUPERVISION_ORDER("督办单"),
    RELEASE_APPLICATION("销号申请"),
    VERIFICATION_RECORD("核查记录"),
    RELEASE_NOTICE("整改销号公告"),
    WARNING_NOTICE("预警通知"),
    INTERVIEW_NOTE("约谈纪要"),
    APPROVAL_LIMIT_NOTICE("区域限批通知"),
    MERGING_FORM("并案审批表"),
    SPLITTING_FORM("分案审批表");

    private final String title;

    DocumentKind(String title) {
        this.title = title;
    }

    /** Its Chinese title. */
    public String title() {
        return title;
    }
}
