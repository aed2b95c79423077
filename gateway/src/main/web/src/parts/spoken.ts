import { useI18n } from "vue-i18n";

/**
 * Says a value of an enumeration in the words of a room: `spoken("bands", "ZERO")` is the word `audit.bands.ZERO`. A value
 * without a word shows itself; what is not there is a dash.
 */
export function useSpoken(room: string): (kind: string, code: string | null | undefined) => string {
  const { t, te } = useI18n();
  return (kind, code) => {
    if (code === null || code === undefined || code === "") {
      return "—";
    }
    const key = `${room}.${kind}.${code}`;
    return te(key) ? t(key) : code;
  };
}
