import type { Entity, Link } from "../api/model.ts";
import { withoutMarks } from "../text/bidi.ts";
import { sortKey } from "../text/date.ts";
import type { Graph } from "./save.ts";

type Column<T> = { id: string; type: "string" | "double" | "int"; of: (row: T) => unknown };

const nodeColumns: Column<Entity>[] = [
  { id: "type", type: "string", of: (n) => n.type },
  { id: "original_name", type: "string", of: (n) => n.originalName },
  { id: "country", type: "string", of: (n) => n.countryCode },
  { id: "kind", type: "string", of: (n) => n.kind },
  { id: "status", type: "string", of: (n) => n.status },
  { id: "lat", type: "double", of: (n) => n.location?.lat },
  { id: "lon", type: "double", of: (n) => n.location?.lon },
];

function edgeColumns(claims: Graph["claims"]): Column<Link>[] {
  return [
    { id: "edge_type", type: "string", of: (l) => l.type },
    { id: "tier", type: "string", of: (l) => l.tier },
    { id: "edge_status", type: "string", of: (l) => l.status },
    { id: "since", type: "string", of: (l) => l.date?.value },
    { id: "until", type: "string", of: (l) => l.until?.value },
    { id: "modality", type: "string", of: (l) => l.modality },
    { id: "support", type: "int", of: (l) => l.support },
    { id: "confidence", type: "double", of: (l) => l.confidence },
    { id: "claims", type: "string", of: (l) => claims.get(l.id)?.join(" ") },
  ];
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML 1.0 may hold it: escaped, and without characters that it forbids. */
function esc(value: unknown): string {
  return withoutMarks(String(value))
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll(/[&<>"]/g, (c) => entities[c]!);
}

function values<T>(columns: Column<T>[], row: T, write: (id: string, value: string) => string): string {
  return columns
    .map((c) => [c.id, c.of(row)] as const)
    .filter(([, value]) => value !== undefined && value !== null && value !== "")
    .map(([id, value]) => write(id, esc(value)))
    .join("");
}

/** GEXF 1.3 with dates as start and end. */
export function gexf({ nodes, links, claims }: Graph): string {
  const att = (id: string, value: string) => `<attvalue for="${id}" value="${value}"/>`;
  const declare = (kind: string, columns: Column<never>[]) =>
    `<attributes class="${kind}">${columns.map((c) => `<attribute id="${c.id}" title="${c.id}" type="${c.type === "int" ? "integer" : c.type}"/>`).join("")}</attributes>`;
  const columns = edgeColumns(claims);
  const span = (l: Link) => [["start", l.date?.value], ["end", l.until?.value]].flatMap(([name, v]) => (sortKey(v) ? [` ${name}="${sortKey(v)}"`] : [])).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="undirected" mode="dynamic" timeformat="date">
${declare("node", nodeColumns as Column<never>[])}
${declare("edge", columns as Column<never>[])}
<nodes>
${nodes.map((n) => `<node id="${esc(n.id)}" label="${esc(n.name)}"><attvalues>${values(nodeColumns, n, att)}</attvalues></node>`).join("\n")}
</nodes>
<edges>
${links.map((l) => `<edge id="${esc(l.id)}" source="${esc(l.from.id)}" target="${esc(l.to.id)}" type="${l.symmetric ? "undirected" : "directed"}" kind="${l.type}" weight="${l.support}"${span(l)}><attvalues>${values(columns, l, att)}</attvalues></edge>`).join("\n")}
</edges>
</graph></gexf>
`;
}

/** GraphML 1.1. */
export function graphml({ nodes, links, claims }: Graph): string {
  const columns = edgeColumns(claims);
  const data = (id: string, value: string) => `<data key="${id}">${value}</data>`;
  const declare = (kind: string, list: { id: string; type: string }[]) => list.map((c) => `<key id="${c.id}" for="${kind}" attr.name="${c.id}" attr.type="${c.type}"/>`).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="label" for="node" attr.name="label" attr.type="string"/>
${declare("node", nodeColumns)}
${declare("edge", columns)}
<graph edgedefault="undirected">
${nodes.map((n) => `<node id="${esc(n.id)}">${data("label", esc(n.name))}${values(nodeColumns, n, data)}</node>`).join("\n")}
${links.map((l) => `<edge id="${esc(l.id)}" source="${esc(l.from.id)}" target="${esc(l.to.id)}" directed="${!l.symmetric}">${values(columns, l, data)}</edge>`).join("\n")}
</graph>
</graphml>
`;
}
