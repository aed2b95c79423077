import type { Words } from "./zh";
import shell from "./en/shell";
import board from "./en/board";
import alarms from "./en/alarms";
import outlets from "./en/outlets";
import cases from "./en/cases";
import audit from "./en/audit";
import portal from "./en/portal";
import administration from "./en/administration";

const en: Words = {
  title: "Industrial source alarms", shell, board, alarms, outlets, cases, audit, portal, administration,
};

export default en;
