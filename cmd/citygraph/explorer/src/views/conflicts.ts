import type { ReadingFragment } from "../api/generated.ts";
import { label, t } from "../i18n/i18n.ts";
import { formatDate, years } from "../text/date.ts";

/** What claims of one edge disagree on, with the claims behind each answer. */
export type Conflict = { what: string; sides: { value: string; claims: ReadingFragment[] }[] };

type Reading = { what: string; of: (claim: ReadingFragment) => string | null };

/**
 * Finds what claims disagree on: the year, the tier, the status, or whether it is true at all.
 * A claim that says nothing of a matter takes no side; a less exact date that covers the other
 * is no conflict.
 */
export function conflicts(claims: ReadingFragment[]): Conflict[] {
  const matters: Reading[] = [
    { what: t("col.date"), of: (c) => (c.date && years(c.date.value) ? formatDate(String(years(c.date.value)!.from)) : null) },
    { what: t("col.tier"), of: (c) => (c.tier && c.tier !== "UNSPECIFIED" ? label("tier", c.tier) : null) },
    { what: t("col.status"), of: (c) => (c.status && c.status !== "UNKNOWN" ? label("status", c.status) : null) },
    { what: t("col.modality"), of: (c) => (c.modality === "DENIED" || c.modality === "FACT" ? label("modality", c.modality) : null) },
  ];
  return matters.flatMap(({ what, of }) => {
    const sides = new Map<string, ReadingFragment[]>();
    for (const claim of claims) {
      const value = of(claim);
      if (value) sides.set(value, [...(sides.get(value) ?? []), claim]);
    }
    return sides.size > 1 ? [{ what, sides: [...sides].map(([value, list]) => ({ value, claims: list })) }] : [];
  });
}
