import type { RoomWords } from "../zh";

const words: RoomWords<"shell"> = {
  board: "Live board", alarms: "Alarms", outlets: "Outlets", cases: "Cases", audit: "Audit", portal: "Enterprise portal",
  administration: "Registry and administration", wall: "Wall screen",
  skip: "Skip to content", menu: "Menu", language: "中文", signOut: "Sign out", changePassword: "Change password",
  linked: "Live", unlinked: "Connection lost, trying again", scaled: "Scaled clock: 1 minute is {0}",
  signIn: "Sign in", account: "Account", password: "Password", signInOidc: "Sign in with the city's identity service",
  ended: "The session has ended, please sign in again",
  wrong: "Account or password is not right", locked: "The account is locked until {0}", unreachable: "The server does not answer",
  refused: "The server refused",
  mustChange: "Change the password before the first use", currentPassword: "Current password", nextPassword: "New password",
  nextAgain: "New password again", notTheSame: "The two are not the same",
  passwordRule: "At least 12 characters, without the account's name", change: "Change",
  noSignIn: "No sign-in here: only this machine can see the page. Say as whom you act", choose: "Choose a person", enter: "Enter",
  loading: "Reading…", again: "Try again", nothing: "Nothing here", more: "More", close: "Close", cancel: "Cancel", save: "Save",
  expected: "expected", confirm: "Confirm", download: "Download", all: "All", yes: "Yes", no: "No", filter: "Filter", note: "Note",
  reason: "Reason", who: "Who", when: "When", from: "From", until: "Until", back: "Back", details: "Details", unknown: "Unknown",
  noValue: "No data", done: "Done", working: "Working…", region: "Division", enterprise: "Enterprise", outlet: "Outlet",
  factor: "Factor", state: "State", level: "Level", hour: "Hour", month: "Month", day: "Day", value: "Value", limit: "Limit",
  roles: {
    OFFICER: "Enforcement officer", REVIEWER: "Reviewer", LEGAL_REVIEWER: "Legal reviewer", HEAD: "Head", COUNTY: "County bureau",
    ENTERPRISE: "Enterprise", AUDITOR: "Auditor", ADMINISTRATOR: "Administrator",
  },
  levels: { BLUE: "Blue", YELLOW: "Yellow", ORANGE: "Orange", RED: "Red" },
  marks: { VERIFIED: "verified", SECONDARY: "secondary", UNVERIFIED: "not verified", DESIGN: "own choice" },
};

export default words;
