export default {
  title: "企业门户", markIt: "标记", choose: "企业", noEnterprise: "您没有所代表的企业",
  tabs: { outlets: "排放口与告警", marks: "标记", cases: "案件", permits: "排放许可量" },
  outlets: { title: "本企业排放口", none: "没有登记的排放口", budget: "有效率余量", figures: "最近值", details: "查看" },
  alarms: { title: "本企业告警", none: "没有告警", active: "持续中", cleared: "已解除", hours: "时段", type: "类型", all: "含已解除" },
  proof: { title: "上传佐证（每个不超过 5 MiB）", hint: "文件以 SHA-256 为名保存，随报送一并记录", tooLarge: "{0} 超过 5 MiB", drop: "移除" },
  marks: {
    title: "本企业标记", file: "报送标记", deadline: "{0} 的时段须在 {1} 前标记", hint: "次日 12:00 前报送的标记按时计入；逾期须说明并附佐证，由执法人员决定", late: "该时段的标记窗口已关闭：须填写逾期说明并附佐证", inTime: "标记窗口截止", kind: "种类", from: "自", until: "至", factors: "因子（不选为全部）",
    reason: "理由", explanation: "逾期说明", change: "更正", changeHint: "以新版本更正，原版本保留", withdraw: "撤回", withdrawHint: "撤回也是一个版本；逾期撤回须说明", effect: "效果", equipment: "自动监测设备", condition: "生产工况", outlet: "排放口", none: "没有标记", conditionFactors: "工况标记不选因子", lost: "缺失小时与标记截止", pick: "选择排放口", send: "报送",
  },
  cases: {
    title: "本企业案件", none: "没有案件", going: "办理中", ended: "已终结", opened: "立案卷", back: "企业门户", acts: "可以办理", actsNone: "现在没有可以办理的事项", notYet: "暂不能办理", deadlines: "期限", documents: "送达的文书", noDocuments: "没有送达的文书", receive: "签收", receiveHint: "确认已收到该文书，签收时间永久记录",
    received: "已签收", objections: "对小时数据的异议", object: "提出异议", objectHint: "对立案所依据的小时数据提出异议，由执法人员答复", hour: "小时", own: "已办理", yourOwn: "由您负责", answerUntil: "须在期限内办理", noHours: "没有可选的超标小时，请填写", pickHour: "立案所涉的超标小时", otherHour: "其他小时",
  },
};
