import type { Graph } from "./save.ts";

/** Nodes and edges in the shape that Cytoscape reads. */
export function json({ nodes, links, claims }: Graph): string {
  const elements = {
    nodes: nodes.map((n) => ({ data: { ...n } })),
    edges: links.map(({ from, to, claims: _, ...edge }: Graph["links"][number] & { claims?: unknown }) => ({
      data: { ...edge, source: from.id, target: to.id, claims: claims.get(edge.id) ?? [] },
    })),
  };
  return JSON.stringify({ elements }, null, 2);
}

/** Places as points and edges between places as lines (RFC 7946), cut at 180 degrees. */
export function geojson({ nodes, links, claims }: Graph): string {
  const points = nodes
    .filter((n) => n.location)
    .map((n) => ({
      type: "Feature",
      id: n.id,
      geometry: { type: "Point", coordinates: [n.location!.lon, n.location!.lat] },
      properties: { type: n.type, name: n.name, originalName: n.originalName, country: n.countryCode },
    }));
  const lines = links
    .filter((l) => l.from.location && l.to.location)
    .map((l) => ({
      type: "Feature",
      id: l.id,
      geometry: cutLine([l.from.location!.lon, l.from.location!.lat], [l.to.location!.lon, l.to.location!.lat]),
      properties: { type: l.type, from: l.from.id, to: l.to.id, tier: l.tier, status: l.status, since: l.date?.value, until: l.until?.value, support: l.support, confidence: l.confidence, claims: claims.get(l.id) ?? [] },
    }));
  return JSON.stringify({ type: "FeatureCollection", features: [...points, ...lines] }, null, 2);
}

type Position = [number, number];

/** A straight line the short way round; where it crosses 180 degrees, two lines. */
export function cutLine(a: Position, b: Position): object {
  if (Math.abs(a[0] - b[0]) <= 180) return { type: "LineString", coordinates: [a, b] };
  const [west, east] = a[0] < b[0] ? [a, b] : [b, a];
  const span = west[0] + 360 - east[0];
  const lat = span === 0 ? east[1] : east[1] + ((west[1] - east[1]) * (180 - east[0])) / span;
  return { type: "MultiLineString", coordinates: [[east, [180, lat]], [[-180, lat], west]] };
}
