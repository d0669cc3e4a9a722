import type { Entity, Link } from "../api/model.ts";
import { tone } from "../ui/status.tsx";

/** A place with a position. */
export type Spot = Entity & { location: { lat: number; lon: number } };

/** All that joins two places, as one line: of symmetric and directed edges alike. */
export type Arc = { key: string; a: Spot; b: Spot; links: Link[]; over: boolean };

/** The key of an unordered pair. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}

function isSpot(e: Entity): e is Spot {
  return !!e.location;
}

/** Merges edges between located places into one arc per pair, most edges first. */
export function arcsOf(links: Link[]): Arc[] {
  const arcs = new Map<string, Arc>();
  for (const link of links) {
    const { from, to } = link;
    if (!isSpot(from) || !isSpot(to) || from.id === to.id || link.type === "LOCATED_IN") continue;
    const key = pairKey(from.id, to.id);
    const arc = arcs.get(key) ?? { key, a: from, b: to, links: [], over: false };
    arc.links.push(link);
    arcs.set(key, arc);
  }
  for (const arc of arcs.values()) arc.over = arc.links.every((l) => tone(l.status) === "over");
  return [...arcs.values()].sort((x, y) => y.links.length - x.links.length || x.key.localeCompare(y.key));
}

/** The places at the ends of arcs and those given besides, best connected first. */
export function spotsOf(arcs: Arc[], more: Entity[] = []): Spot[] {
  const spots = new Map<string, Spot>();
  for (const e of [...more, ...arcs.flatMap((arc) => [arc.a, arc.b])]) if (isSpot(e)) spots.set(e.id, e);
  return [...spots.values()].sort((x, y) => y.degree - x.degree || x.id.localeCompare(y.id));
}
