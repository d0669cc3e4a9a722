import type { Entity, Link } from "../api/model.ts";
import { csvEdges, csvNodes } from "./csv.ts";
import { geojson, json } from "./json.ts";
import { gexf, graphml } from "./xml.ts";

/** What a view holds, for writing: nodes once each, edges, and the claims behind each edge. */
export type Graph = { nodes: Entity[]; links: Link[]; claims: Map<string, string[]> };

type Format = { key: string; extension: string; media: string; write: (graph: Graph) => string; part?: string };

/** Every format that a view is written in, in the order of the menu. */
export const formats: Format[] = [
  { key: "csvEdges", extension: "csv", media: "text/csv", write: csvEdges, part: "-edges" },
  { key: "csvNodes", extension: "csv", media: "text/csv", write: csvNodes, part: "-entities" },
  { key: "json", extension: "json", media: "application/json", write: json },
  { key: "gexf", extension: "gexf", media: "application/xml", write: gexf },
  { key: "graphml", extension: "graphml", media: "application/xml", write: graphml },
  { key: "geojson", extension: "geojson", media: "application/geo+json", write: geojson },
];

/** Hands a file to the browser's downloads. */
export function save(name: string, extension: string, content: string | Blob, media = ""): void {
  const blob = typeof content === "string" ? new Blob([content], { type: `${media};charset=utf-8` }) : content;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `citygraph-${name.replaceAll(/[\s/\\:*?"<>|\u2066-\u2069]+/g, "-")}.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
