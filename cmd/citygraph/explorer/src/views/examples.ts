import type { Entity } from "../api/model.ts";
import { t } from "../i18n/i18n.ts";
import { to, toItem } from "../state/route.ts";

/** A question that the graph answers, with the address of the answer. */
export type Example = { text: string; href: string };

/** Six questions about what is loaded: they are built from its best connected cities. */
export function examples(cities: Entity[]): Example[] {
  const [first, second, third] = cities;
  const list: Example[] = [];
  if (first) list.push({ text: t("example.partners", { city: first.name }), href: toItem("entity", first.id) });
  if (second && third) list.push({ text: t("example.path", { a: second.name, b: third.name }), href: to("/path", { a: second.id, b: third.id }) });
  list.push({ text: t("example.ended"), href: to("/explore", { statuses: "ENDED,SUSPENDED", view: "table" }) });
  if (first) list.push({ text: t("example.visits", { city: first.name }), href: to("/explore", { x: `${first.id}~VISITED~30`, types: "VISITED" }) });
  list.push({ text: t("example.ports"), href: to("/explore", { types: "PARTNERS_WITH" }) });
  if (first && second) list.push({ text: t("example.between", { a: first.name, b: second.name }), href: to("/between", { a: first.id, b: second.id }) });
  return list.slice(0, 6);
}
