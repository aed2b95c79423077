import { createI18n } from "vue-i18n";
import en from "./en";
import zh, { type Words } from "./zh";

export type Language = "zh-CN" | "en";

const KEPT = "stackwatch.language";

function first(): Language {
  return localStorage.getItem(KEPT) === "en" ? "en" : "zh-CN";
}

/** The words of the console: Chinese is the language of record, English says the same. */
export const words = createI18n<[Words], Language, false>({
  legacy: false,
  locale: first(),
  fallbackLocale: "zh-CN",
  messages: { "zh-CN": zh, en },
});

export function speak(language: Language): void {
  words.global.locale.value = language;
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
  document.title = words.global.t("title");
}
