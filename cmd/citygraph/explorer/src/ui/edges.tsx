import type { Entity, Link, Tie } from "../api/model.ts";
import { label, num, percent, t } from "../i18n/i18n.ts";
import { toItem } from "../state/route.ts";
import { formatDate, sortKey } from "../text/date.ts";
import { EntityName } from "./name.tsx";
import { StatusMark } from "./status.tsx";
import { DataTable } from "./table.tsx";

/** A date with the end it came to, no more exact than known. */
export function Dates({ tie }: { tie: Pick<Tie, "date" | "until" | "type"> }) {
  if (!tie.date && !tie.until) return <span class="muted">{t("date.unknown")}</span>;
  const worked = tie.date?.method && tie.date.method !== "STATED";
  return (
    <span class="num">
      {tie.date ? formatDate(tie.date.value) : "…"}
      {tie.until && ` – ${formatDate(tie.until.value)}`}
      {worked && (
        <span class="muted" title={label("method", tie.date!.method)}>
          {" "}
          ≈
        </span>
      )}
    </span>
  );
}

/** What kind of edge it is, in words: the tier of a tie, the office, the role. */
export function edgeLabel(tie: Pick<Tie, "type" | "tier" | "office" | "role">): string {
  if (tie.type === "TWINNED_WITH" && tie.tier) return label("tier", tie.tier);
  if (tie.type === "HOLDS_OFFICE" && tie.office) return label("office", tie.office);
  return label("edge", tie.type);
}

/** Every link as a row, with the way to its sentences. */
export function LinkTable({ links, caption, selected }: { links: Link[]; caption: string; selected?: string }) {
  return (
    <DataTable
      rows={links}
      id={(l) => l.id}
      caption={caption}
      selected={selected}
      columns={[
        { key: "from", title: t("col.from"), cell: (l) => <EntityName entity={l.from} />, sort: (l) => l.from.name },
        { key: "type", title: t("col.edge"), cell: (l) => <a href={toItem("edge", l.id)}>{edgeLabel(l)}</a>, sort: (l) => edgeLabel(l) },
        { key: "to", title: t("col.to"), cell: (l) => <EntityName entity={l.to} />, sort: (l) => l.to.name },
        { key: "date", title: t("col.date"), cell: (l) => <Dates tie={l} />, sort: (l) => sortKey(l.date?.value) },
        { key: "status", title: t("col.status"), cell: (l) => <StatusMark group="status" code={l.status} />, sort: (l) => l.status ?? "" },
        { key: "modality", title: t("col.modality"), cell: (l) => label("modality", l.modality), sort: (l) => l.modality },
        { key: "support", title: t("col.support"), cell: (l) => num(l.support), sort: (l) => l.support, numeric: true },
        { key: "confidence", title: t("col.confidence"), cell: (l) => percent(l.confidence), sort: (l) => l.confidence, numeric: true },
      ]}
    />
  );
}

/** Every entity as a row. */
export function EntityTable({ entities, caption }: { entities: Entity[]; caption: string }) {
  return (
    <DataTable
      rows={entities}
      id={(e) => e.id}
      caption={caption}
      columns={[
        { key: "name", title: t("col.name"), cell: (e) => <EntityName entity={e} original />, sort: (e) => e.name },
        { key: "type", title: t("col.type"), cell: (e) => label("type", e.type), sort: (e) => e.type },
        { key: "country", title: t("col.country"), cell: (e) => e.countryCode ?? "", sort: (e) => e.countryCode ?? "" },
        { key: "degree", title: t("col.edges"), cell: (e) => num(e.degree), sort: (e) => e.degree, numeric: true },
      ]}
    />
  );
}
