import { computed } from "@preact/signals";
import type { EdgeFilter, EdgeType, Modality, Status, Tier } from "../api/generated.ts";
import { sortKey, type When, years } from "../text/date.ts";
import { listParam, param, setParams } from "./route.ts";

/** The names under which filters stand in the address. */
export const filterNames = ["types", "tiers", "statuses", "modalities", "conf", "support", "langs", "from", "to", "asOf", "validAt"];

/** Languages that an article behind an edge must have; null where any will do. */
export const langFilter = computed<string[] | null>(() => (listParam("langs").length ? listParam("langs") : null));

/** The filters of the address as the API takes them, without the dates of the brush. */
export const edgeFilter = computed<EdgeFilter>(() => {
  const filter: EdgeFilter = {};
  const types = listParam("types");
  if (types.length) filter.types = types as EdgeType[];
  if (listParam("tiers").length) filter.tiers = listParam("tiers") as Tier[];
  if (listParam("statuses").length) filter.statuses = listParam("statuses") as Status[];
  if (listParam("modalities").length) filter.modalities = listParam("modalities") as Modality[];
  if (langFilter.value) filter.langs = langFilter.value;
  if (param("conf")) filter.minConfidence = Number(param("conf")) / 100;
  if (param("support")) filter.minSupport = Number(param("support"));
  return filter;
});

/** Record time and valid time of every question; an unset one is now. */
export const clocks = computed(() => ({
  asOf: param("asOf") ? param("asOf") + "T23:59:59Z" : null,
  validAt: param("validAt") || null,
}));

/** The years that the timeline is narrowed to, null where it is not. */
export const brush = computed(() => {
  const [from, to] = [Number(param("from")), Number(param("to"))];
  return from || to ? { from: from || 0, to: to || 9999 } : null;
});

/** How many filters are set, the brush among them. */
export const filterCount = computed(() => filterNames.filter((name) => name !== "to" && param(name)).length);

/** Whether an edge's date may lie within the brush; an undated edge always may. */
export function inBrush(date: When | null | undefined): boolean {
  const range = brush.value;
  const known = date && years(date.value);
  return !range || !known || (known.from <= range.to && known.to >= range.from);
}

export function clearFilters(): void {
  setParams(Object.fromEntries(filterNames.map((name) => [name, null])));
}

/** Puts newest first, undated last. */
export function byDate(a: { date: When | null }, b: { date: When | null }): number {
  return sortKey(b.date?.value).localeCompare(sortKey(a.date?.value));
}
