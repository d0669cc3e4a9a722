import { computed } from "@preact/signals";
import { easternDigits, locale } from "../state/prefs.ts";
import ar from "./ar.json";
import en from "./en.json";
import zh from "./zh.json";

/** A text, or one text per plural form of CLDR. */
type Text = string | Partial<Record<Intl.LDMLPluralRule, string>>;
export type Key = keyof typeof en;

const texts: Record<string, Record<string, Text>> = { en, ar, zh };

/** The tag for Intl: language and the digits that the reader chose. */
export const intlTag = computed(() => (locale.value === "ar" ? `ar-u-nu-${easternDigits.value ? "arab" : "latn"}` : locale.value));

/** A number in the reader's notation. */
export function num(n: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(intlTag.value, options).format(n);
}

/** A share of 1 as a percentage. */
export function percent(p: number): string {
  return num(p, { style: "percent", maximumFractionDigits: 0 });
}

/**
 * The text of a key in the reader's language. {name} is replaced by values.name, each isolated
 * so that a name of another direction keeps its order; n chooses the plural form.
 */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  const text = texts[locale.value]![key] ?? en[key];
  const form = typeof text === "string" ? text : plural(text, Number(values.n ?? 0));
  return form.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? "";
    return typeof value === "number" ? num(value) : `\u2068${value}\u2069`;
  });
}

function plural(forms: Exclude<Text, string>, n: number): string {
  return forms[new Intl.PluralRules(locale.value).select(n)] ?? forms.other ?? "";
}

/** The label of a code of the domain, such as a tier; the code itself where none is known. */
export function label(group: string, code: string | null | undefined): string {
  if (!code) return "";
  const key = `${group}.${code}`;
  return key in en ? t(key as Key) : code;
}

/** The name of a language in the reader's language. */
export function langName(tag: string): string {
  try {
    return new Intl.DisplayNames([locale.value], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
