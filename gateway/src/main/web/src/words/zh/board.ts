export default {
  title: "实时态势", figures: "总体数字", activeAlarms: "持续告警", toAcknowledge: "待确认告警", outletsOnline: "在线排放口", outletsSilent: "静默", outletsNever: "从未上报",
  rate: "本月传输有效率", rateWaiting: "{0} 天待统计，数字还会变", openFiles: "办理中的案件", andMore: "{0}+",
  map: "辖区", mapLabel: "聊城市各区县持续告警：{0}", mapPart: "{0} {1} 条", mapPartLevel: "{0} {1} 条，最高{2}", schematic: "示意图，非行政区划界线", noTianditu: "离线示意图，不使用天地图底图", mapMissing: "地图文件无法读取",
  chooseRegion: "辖区筛选", allRegions: "全市", byRegion: "各区县", worstLevel: "最高级别", outletCount: "排放口", silentCount: "无数据",
  worst: "排放口（最差在前）", worstHint: "最近数值 / 限值；折算值优先，未折算时为实测；实时值不作判定", outlet: "企业 / 排放口", state: "状态", factors: "最近数值 / 限值", lastHeard: "最近数据", noOutlets: "没有符合条件的排放口", showAll: "全部 {0} 个", showFewer: "只看最差的 {0} 个",
  outletStates: { REPORTING: "在线", SILENT: "静默", NEVER_HEARD: "从未上报" }, anyState: "全部状态", share: "为限值的 {0}",
  live: "实时告警", liveHint: "新告警自动出现", liveNew: "新", noAlarms: "没有持续告警", allAlarms: "全部告警", announced: "新告警：{0}",
  wallTitle: "聊城市污染源在线监控", wallLeave: "退出大屏", wallLost: "连接中断，自 {0}（本机时间）起；所示数据可能已过时", wallStale: "读取失败，数据停在 {0}（本机时间）", wallUp: "实时连接", ranking: "区县传输有效率排名", rankPlace: "名次", rankNone: "本月尚无已统计的小时", wallWorst: "最差排放口", wallOf: "{0} 至 {1}，共 {2} 个",
  bands: { PASSING: "达标", BELOW: "未达标", FAR_BELOW: "远低于要求", ZERO: "为零", NOT_RATED: "停运不参评" },
  shortNames: {
    371502: "东昌府", 371503: "茌平", 371521: "阳谷", 371522: "莘县", 371524: "东阿", 371525: "冠县", 371526: "高唐", 371581: "临清", "3715A1": "开发区", "3715A2": "高新区", "3715A3": "度假区",
  },
};
