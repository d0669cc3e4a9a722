import cytoscape, { type Core, type ElementDefinition, type NodeSingular } from "cytoscape";
import { useEffect, useRef, useState } from "preact/hooks";
import type { EntityType } from "../api/generated.ts";
import type { Entity } from "../api/model.ts";
import { num, t } from "../i18n/i18n.ts";
import { isDark, mayMove } from "../state/prefs.ts";
import { canvasLabel, shorten } from "../text/bidi.ts";
import { edgeLabel } from "../ui/edges.tsx";
import { Icon } from "../ui/glyph.tsx";
import { announced } from "../ui/shell.tsx";
import { tone } from "../ui/status.tsx";
import type { Bundle } from "./model.ts";
import { fillWindow, nameWithoutOverlap } from "./names.ts";
import { relax, spiral } from "./relax.ts";
import { stepTo } from "./walk.ts";

type Props = {
  nodes: Entity[];
  bundles: Bundle[];
  selected: string;
  pinned: Map<string, { x: number; y: number }>;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
  /** Gives the drawing away, for pictures and positions. */
  onReady: (cy: Core) => void;
};

const shapes: Record<EntityType, cytoscape.Css.NodeShape> = {
  City: "ellipse",
  Region: "hexagon",
  Country: "octagon",
  Person: "diamond",
  Institution: "rectangle",
  Agreement: "cut-rectangle",
  Event: "pentagon",
};

/** Above so many nodes a picture that is mostly new is arranged anew. */
const mostPlaced = 150;
/** So many lines of a chosen node are labelled. */
const mostTold = 8;
/** Above so many nodes lines are drawn plainly and left out while the picture moves. */
const quietAbove = 400;

/** The network as a picture. What it shows also stands in a list and a table. */
export function NetworkCanvas({ nodes, bundles, selected, pinned, onSelect, onOpen, onReady }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<Core | null>(null);
  const [done, setDone] = useState(false);
  const handlers = useRef({ onSelect, onOpen });
  handlers.current = { onSelect, onOpen };
  const content = JSON.stringify([nodes.map((n) => [n.id, n.name]), bundles.map((b) => [b.key, b.links.map((l) => l.id)])]);

  useEffect(() => {
    const cy = cytoscape({ container: frame.current, minZoom: 0.1, maxZoom: 4, textureOnViewport: true, pixelRatio: 1, boxSelectionEnabled: false });
    drawing.current = cy;
    cy.on("tap", "node, edge", (e) => handlers.current.onSelect(e.target.id()));
    cy.on("tap", (e) => e.target === cy && handlers.current.onSelect(""));
    cy.on("dbltap", "node", (e) => handlers.current.onOpen(e.target.id()));
    let timer = 0;
    cy.on("zoom", () => {
      clearTimeout(timer);
      timer = setTimeout(() => !cy.destroyed() && nameWithoutOverlap(cy), 80) as unknown as number;
    });
    onReady(cy);
    publish(cy, false, 0);
    return () => cy.destroy();
  }, []);

  useEffect(() => {
    const cy = drawing.current!;
    setDone(false);
    const from = performance.now();
    update(cy, nodes, bundles, pinned);
    setDone(true);
    publish(cy, true, performance.now() - from);
  }, [content]);

  useEffect(() => {
    drawing.current!.style(styleSheet(drawing.current!.nodes().length > quietAbove));
  }, [isDark.value]);

  useEffect(() => {
    const cy = drawing.current!;
    cy.elements().removeClass("near chosen told");
    cy.nodes().forEach((n) => void (pinned.has(n.id()) ? n.lock() : n.unlock()));
    const element = selected ? cy.getElementById(selected) : cy.collection();
    element.addClass("chosen");
    element.closedNeighborhood().addClass("near");
    element.neighborhood().edges().slice(0, mostTold).addClass("told");
    nameWithoutOverlap(cy);
    cy.container()?.classList.toggle("focused", element.nonempty());
  }, [selected, content, pinned.size]);

  const arrange = () => {
    const cy = drawing.current!;
    const from = performance.now();
    layOut(cy);
    settle(cy, pinned);
    publish(cy, true, performance.now() - from);
  };
  const zoom = (factor: number) => {
    const cy = drawing.current!;
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  };
  const walk = (e: KeyboardEvent) => {
    if (e.target !== e.currentTarget) return;
    if (e.key === "Enter" && nodes.some((n) => n.id === selected)) return onOpen(selected);
    const id = stepTo(drawing.current!, selected, e.key);
    if (id === null) return;
    e.preventDefault();
    if (!id) return;
    onSelect(id);
    announced.value = nodes.find((n) => n.id === id)?.name ?? "";
  };
  return (
    <div class="network" tabIndex={0} role="application" aria-label={t("explore.network")} onKeyDown={walk}>
      <div class="network-canvas" ref={frame} data-done={done} aria-hidden="true" />
      {!done && <p class="network-state small muted">{t("explore.layout")}</p>}
      <div class="map-tools no-print">
        <button class="button icon" aria-label={t("action.zoomIn")} onClick={() => zoom(1.3)}>
          <Icon name="plus" />
        </button>
        <button class="button icon" aria-label={t("action.zoomOut")} onClick={() => zoom(1 / 1.3)}>
          <Icon name="minus" />
        </button>
        <button class="button icon" aria-label={t("action.fit")} onClick={() => drawing.current!.fit(undefined, 40)}>
          <Icon name="fit" />
        </button>
        <button class="button icon" aria-label={t("action.arrange")} onClick={() => arrange()}>
          <Icon name="arrange" />
        </button>
      </div>
    </div>
  );
}

/** Tells tests and scripts what is drawn, instead of letting them wait a fixed time. */
function publish(cy: Core, done: boolean, layout: number): void {
  (window as unknown as { __explorer: object }).__explorer = { cy, nodes: cy.nodes().length, edges: cy.edges().length, done, layout };
}

/** Brings the drawing to the new content. What was there keeps its place, unless most is new. */
function update(cy: Core, nodes: Entity[], bundles: Bundle[], pinned: Props["pinned"]): void {
  const wanted = new Set([...nodes.map((n) => n.id), ...bundles.map((b) => b.key)]);
  const kept = cy.nodes().filter((n) => wanted.has(n.id())).length;
  cy.batch(() => {
    cy.elements().filter((e) => !wanted.has(e.id())).remove();
    cy.add(nodes.filter((n) => cy.getElementById(n.id).empty()).map(nodeElement));
    cy.add(bundles.filter((b) => cy.getElementById(b.key).empty()).map(edgeElement));
    for (const n of nodes) cy.getElementById(n.id).data(nodeElement(n).data);
    for (const b of bundles) cy.getElementById(b.key).data(edgeElement(b).data);
  });
  cy.style(styleSheet(cy.nodes().length > quietAbove));
  // Thousands of lines are left out while the picture moves, so that it follows the hand.
  (cy as unknown as { renderer(): { hideEdgesOnViewport: boolean } }).renderer().hideEdgesOnViewport = cy.nodes().length > quietAbove;
  const fresh = kept * 2 < cy.nodes().length && cy.nodes().length > mostPlaced;
  if (kept > 0 && !fresh) placeNew(cy);
  else layOut(cy);
  if (kept === cy.nodes().length) nameWithoutOverlap(cy);
  else settle(cy, pinned);
}

/** Puts pinned nodes where they were pinned, and shows all. */
function settle(cy: Core, pinned: Props["pinned"]): void {
  for (const [id, at] of pinned) cy.getElementById(id).unlock().position(at).lock();
  cy.fit(undefined, 40);
  nameWithoutOverlap(cy);
}

function nodeElement(n: Entity): ElementDefinition {
  return { group: "nodes", data: { id: n.id, type: n.type, label: canvasLabel(shorten(n.name, 26)), size: 12 + Math.min(Math.sqrt(n.degree) * 2, 24) } };
}

function edgeElement(b: Bundle): ElementDefinition {
  const count = b.links.length;
  const first = b.links[0]!;
  const kind = b.links.every((l) => tone(l.status) === "over") ? "over" : b.links.every((l) => ["coming", "paused"].includes(tone(l.status))) ? "coming" : "good";
  return {
    group: "edges",
    data: { id: b.key, source: b.from.id, target: b.to.id, label: canvasLabel(count > 1 ? `${num(count)}` : edgeLabel(first)), width: 1 + Math.log2(count), tone: kind, directed: count === 1 && !first.symmetric ? 1 : 0 },
  };
}

/**
 * Arranges everything: nodes are set out in the order in which one meets them walking from the
 * best connected, then relaxed. The same content gives the same picture.
 */
function layOut(cy: Core): void {
  if (cy.nodes().length === 0) return;
  const nodes = walked(cy);
  const index = new Map(nodes.map((n, i) => [n.id(), i]));
  const bodies = spiral(nodes.length);
  const joined = cy.edges().map((e) => [index.get(e.data("source"))!, index.get(e.data("target"))!] as [number, number]);
  relax(bodies, joined, nodes.length > quietAbove ? 60 : 400);
  cy.batch(() => nodes.forEach((n, i) => void n.position(bodies[i]!)));
  fillWindow(cy);
}

function walked(cy: Core): NodeSingular[] {
  const roots = cy.nodes().toArray().sort((a, b) => b.data("size") - a.data("size") || a.id().localeCompare(b.id()));
  const seen = new Set<string>();
  const order: NodeSingular[] = [];
  for (const root of roots) {
    const queue = [root];
    for (let node = queue.shift(); node; node = queue.shift()) {
      if (seen.has(node.id())) continue;
      seen.add(node.id());
      order.push(node);
      queue.push(...node.neighborhood().nodes().toArray());
    }
  }
  return order;
}

/** New neighbours stand in a ring around the node that brought them; nothing else moves. */
function placeNew(cy: Core): void {
  const turns = new Map<string, number>();
  cy.nodes()
    .filter((n) => n.position().x === 0 && n.position().y === 0)
    .forEach((n) => {
      const anchor = n.neighborhood().nodes().filter((m) => m.position().x !== 0 || m.position().y !== 0)[0];
      const centre = anchor?.position() ?? { x: 0, y: 0 };
      const turn = turns.get(anchor?.id() ?? "") ?? 0;
      turns.set(anchor?.id() ?? "", turn + 1);
      const angle = turn * 2.399963;
      const distance = 110 + 16 * Math.sqrt(turn) * 2;
      n.position({ x: centre.x + distance * Math.cos(angle), y: centre.y + distance * Math.sin(angle) });
    });
}

/** Colours and shapes; many lines are drawn straight, opaque and without arrows, so that they move. */
function styleSheet(many: boolean): cytoscape.StylesheetJson {
  const css = getComputedStyle(document.documentElement);
  const color = (name: string) => css.getPropertyValue(name).trim();
  const types = Object.keys(shapes) as EntityType[];
  return [
    {
      selector: "node",
      style: {
        width: "data(size)",
        height: "data(size)",
        "font-family": css.getPropertyValue("--font"),
        "font-size": 12,
        color: color("--ink"),
        "text-valign": "bottom",
        "text-margin-y": 4,
        "text-outline-color": color("--surface"),
        "text-outline-width": 2,
        "border-width": 2,
        "border-color": color("--surface"),
        "transition-duration": mayMove ? 120 : 0,
      },
    },
    ...types.map((type) => ({ selector: `node[type = "${type}"]`, style: { shape: shapes[type], "background-color": color(`--c-${type}`) } })),
    {
      selector: "edge",
      style: {
        width: "data(width)",
        "line-color": color("--line-2"),
        "curve-style": many ? "haystack" : "bezier",
        opacity: many ? 1 : 0.8,
        "target-arrow-color": color("--line-2"),
        "font-size": 11,
        "font-family": css.getPropertyValue("--font"),
        color: color("--ink-2"),
        "text-background-color": color("--surface"),
        "text-background-opacity": 1,
        "text-background-padding": "2px",
        "min-zoomed-font-size": 11,
      },
    },
    ...(many ? [] : [{ selector: "edge[directed = 1]", style: { "target-arrow-shape": "triangle", "arrow-scale": 0.8 } }]),
    { selector: 'edge[tone = "coming"]', style: { "line-style": "dashed" } },
    { selector: 'edge[tone = "over"]', style: { "line-style": "dotted", "line-color": color("--over"), "target-arrow-color": color("--over") } },
    { selector: "edge.near, edge.chosen", style: { opacity: 1, "line-color": color("--accent"), "target-arrow-color": color("--accent") } },
    { selector: "edge.told, edge.chosen, node.named", style: { label: "data(label)" } },
    { selector: "node.chosen", style: { "border-color": color("--accent"), "border-width": 4 } },
    { selector: "node:locked", style: { "border-color": color("--ink"), "border-style": "double", "border-width": 4 } },
  ] as cytoscape.StylesheetJson;
}
