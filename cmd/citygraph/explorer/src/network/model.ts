import { ask } from "../api/client.ts";
import { AmongDocument, type EdgeFilter, type EdgeType, ExpandDocument } from "../api/generated.ts";
import { edgeTypes, type Entity, type Link, toEntity, toLink } from "../api/model.ts";
import { common, narrowed, wholeEdges } from "../api/pages.ts";
import { pairKey } from "../map/arcs.ts";
import { clocks, edgeFilter } from "../state/filters.ts";
import { here, listParam, param, setParams } from "../state/route.ts";

/** One step of opening up the graph: the best supported neighbours of an entity. */
export type Expansion = { id: string; type: EdgeType | ""; top: number };

/** What the picture holds. */
export type Picture = { nodes: Entity[]; links: Link[]; total: number; truncated: boolean };

/** All edges between two entities, drawn as one line. */
export type Bundle = { key: string; from: Entity; to: Entity; links: Link[] };

const mostNodes = 1000;

/** The steps that the address names, in order. */
export function expansions(): Expansion[] {
  return here.value.searchParams.getAll("x").map((step) => {
    const [id, type, top] = step.split("~");
    return { id: id!, type: (type ?? "") as EdgeType | "", top: Number(top) || 25 };
  });
}

function setExpansions(steps: Expansion[], changes: Record<string, string | null> = {}): void {
  const url = new URL(here.value);
  url.searchParams.delete("x");
  for (const step of steps) url.searchParams.append("x", `${step.id}~${step.type}~${step.top}`);
  here.value = url; // setParams starts from here and makes it one step of history
  setParams(changes);
}

/** Opens an entity up, by one type of edge or by all. */
export function expand(step: Expansion): void {
  setExpansions([...expansions().filter((x) => x.id !== step.id || x.type !== step.type), step]);
}

/** Takes back all steps that started from an entity. */
export function collapse(id: string): void {
  setExpansions(expansions().filter((x) => x.id !== id));
}

/** Adds an entity to the picture, or takes it out. */
export function toggleInList(name: "seed" | "hide", id: string): void {
  const list = listParam(name);
  setParams({ [name]: (list.includes(id) ? list.filter((x) => x !== id) : [...list, id]).join(",") || null });
}

/** The key of the picture: everything in the address that asks the server for something. */
export function pictureKey(): string {
  return JSON.stringify(["picture", expansions(), listParam("seed"), param("top"), common(), narrowed({})]);
}

/** Reads the picture that the address names: the expansions, else the best supported edges of all. */
export async function readPicture(signal: AbortSignal, onPart: (part: Picture) => void): Promise<Picture> {
  const steps = expansions();
  const seeds = listParam("seed");
  if (!steps.length && !seeds.length) {
    const most = Number(param("top")) || 100;
    const asPicture = ({ links, total }: { links: Link[]; total: number }): Picture => ({ nodes: ends(links), links, total, truncated: total > links.length });
    return asPicture(await wholeEdges(most, overview(), signal, (part) => onPart(asPicture(part))));
  }
  const found = await Promise.all(steps.map((step) => neighbours(step, signal)));
  const ids = [...new Set([...seeds, ...steps.map((s) => s.id), ...found.flat()])].slice(0, mostNodes);
  const { subgraph } = await ask(AmongDocument, { ids, ...common(), filter: narrowed({}) }, signal);
  const links = subgraph.edges.map(toLink);
  return { nodes: subgraph.nodes.map((n) => toEntity(n)), links, total: links.length, truncated: subgraph.truncated };
}

/** The overview leaves out where things lie, unless a filter asks for it: that says nothing of ties. */
function overview(): EdgeFilter {
  return edgeFilter.value.types ? {} : { types: edgeTypes.filter((type) => type !== "LOCATED_IN" && type !== "HELD_IN") };
}

async function neighbours({ id, type, top }: Expansion, signal: AbortSignal): Promise<string[]> {
  const filter = narrowed(type ? { types: [type] } : {});
  const { entity } = await ask(ExpandDocument, { id, filter, first: Math.min(top, 100), ...clocks.value }, signal);
  return entity?.edges.nodes.flatMap((edge) => (edge.other ? [edge.other.id] : [])) ?? [];
}

function ends(links: Link[]): Entity[] {
  const nodes = new Map<string, Entity>();
  for (const link of links) for (const end of [link.from, link.to]) nodes.set(end.id, end);
  return [...nodes.values()];
}

/** Parallel edges of a picture, bundled by pair. */
export function bundles(links: Link[]): Bundle[] {
  const all = new Map<string, Bundle>();
  for (const link of links) {
    const key = pairKey(link.from.id, link.to.id);
    const bundle = all.get(key) ?? { key, from: link.from, to: link.to, links: [] };
    bundle.links.push(link);
    all.set(key, bundle);
  }
  return [...all.values()];
}

/** Where the reader has pinned entities, by id. */
export function pins(): Map<string, { x: number; y: number }> {
  return new Map(
    here.value.searchParams.getAll("pin").map((pin) => {
      const [id, x, y] = pin.split("~");
      return [id!, { x: Number(x), y: Number(y) }];
    }),
  );
}

/** Pins an entity where it is, or lets it go; one step of history. */
export function togglePin(id: string, at: { x: number; y: number }): void {
  const all = pins();
  if (all.has(id)) all.delete(id);
  else all.set(id, at);
  const url = new URL(here.value);
  url.searchParams.delete("pin");
  for (const [key, { x, y }] of all) url.searchParams.append("pin", `${key}~${Math.round(x)}~${Math.round(y)}`);
  here.value = url;
  setParams({});
}
