import { withoutMarks } from "../text/bidi.ts";
import type { Graph } from "./save.ts";

/** Fields as RFC 4180 has them; what a spreadsheet would run as a formula is quoted as text. */
function line(fields: unknown[]): string {
  return fields.map(field).join(",") + "\r\n";
}

function field(value: unknown): string {
  let text = withoutMarks(String(value ?? ""));
  if (typeof value === "string" && /^[=+\-@\t\r]/.test(text)) text = "'" + text;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Edges, one a line. */
export function csvEdges({ links, claims }: Graph): string {
  const head = ["id", "type", "from_id", "from", "to_id", "to", "since", "precision", "until", "tier", "status", "office", "role", "title", "topics", "modality", "support", "confidence", "claims"];
  return (
    line(head) +
    links
      .map((l) =>
        line([l.id, l.type, l.from.id, l.from.name, l.to.id, l.to.name, l.date?.value, l.date?.precision, l.until?.value, l.tier, l.status, l.office, l.role, l.title, l.topics.join(" "), l.modality, l.support, l.confidence, claims.get(l.id)?.join(" ")]),
      )
      .join("")
  );
}

/** Entities, one a line. */
export function csvNodes({ nodes }: Graph): string {
  const head = ["id", "type", "name", "original_name", "country", "lat", "lon", "kind", "status", "date"];
  return line(head) + nodes.map((n) => line([n.id, n.type, n.name, n.originalName, n.countryCode, n.location?.lat, n.location?.lon, n.kind, n.status, n.date?.value])).join("");
}
