import { intlTag, t } from "../i18n/i18n.ts";

/** A partial date as the API gives it. */
export type When = { value: string; precision?: string; method?: string | null; anchor?: string | null };

/** The first and last year that a date in EDTF can mean; null where it tells none. */
export function years(edtf: string): { from: number; to: number } | null {
  const found = [...edtf.matchAll(/(?:^|\/)(\d{4})/g)].map((m) => Number(m[1]));
  if (found.length === 0) return null;
  return { from: found[0]!, to: found[found.length - 1]! };
}

/** A day that sorts and compares: the earliest day of the date. */
export function sortKey(edtf: string | undefined | null): string {
  const first = edtf?.match(/\d{4}(?:-\d{2}){0,2}/)?.[0];
  return first ?? "";
}

/** A date for people, no more exact than it is known. */
export function formatDate(edtf: string | null | undefined): string {
  if (!edtf) return "";
  const [from, to] = edtf.split("/");
  if (to === undefined) return formatPoint(edtf);
  if (from === "..") return t("date.before", { date: formatPoint(to) });
  if (to === "..") return t("date.after", { date: formatPoint(from!) });
  return t("date.range", { from: formatPoint(from!), to: formatPoint(to) });
}

function formatPoint(value: string): string {
  const [y, m, d] = value.split("-").map(Number);
  if (!y) return value;
  const options: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric", calendar: "gregory" };
  if (m) options.month = d ? "short" : "long";
  if (d) options.day = "numeric";
  return new Intl.DateTimeFormat(intlTag.value, options).format(new Date(Date.UTC(y, (m || 1) - 1, d || 1)));
}

/** An instant, to the minute. */
export function formatInstant(rfc3339: string): string {
  return new Intl.DateTimeFormat(intlTag.value, { dateStyle: "medium", timeStyle: "short" }).format(new Date(rfc3339));
}
