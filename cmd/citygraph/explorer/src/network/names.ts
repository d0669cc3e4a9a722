import type { Core, NodeSingular } from "cytoscape";
import { textWidth } from "../map/labels.ts";
import { withoutMarks } from "../text/bidi.ts";

/** Left, top, right and bottom on the screen. */
type Box = [number, number, number, number];

const lineHeight = 16;
/** So many names may lie over dots, but never over each other. */
const first = 6;

/**
 * Shows the names that find room at the present zoom: the chosen node's, its neighbours', then
 * the best connected; the rest appear on coming closer.
 */
export function nameWithoutOverlap(cy: Core): void {
  const zoom = cy.zoom();
  const font = Math.min(Math.max(12 / zoom, 12), 32);
  const rank = (n: NodeSingular) => (n.hasClass("chosen") ? 200 : n.hasClass("near") ? 100 : 0) + n.data("size");
  const nodes = cy.nodes().sort((a, b) => rank(b as NodeSingular) - rank(a as NodeSingular)).nodes();
  const named: Box[] = [];
  const dots: Box[] = nodes.slice(0, 60).map((n) => around(n.renderedPosition(), (n.data("size") / 2.4) * zoom));
  cy.batch(() =>
    nodes.forEach((node, i) => {
      const { x, y } = node.renderedPosition();
      const w = (textWidth(withoutMarks(node.data("label"))) * zoom * font) / 24;
      const top = y + (node.data("size") / 2 + 3) * zoom;
      const box: Box = [x - w, top, x + w, top + ((lineHeight * font) / 12) * zoom];
      const inTheWay = i < first ? named : [...named, ...dots];
      const free = zoom * font >= 8 && !inTheWay.some((b) => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3]);
      if (free) named.push(box);
      node.toggleClass("named", free);
      node.style("font-size", font);
    }),
  );
}

function around({ x, y }: { x: number; y: number }, r: number): Box {
  return [x - r, y - r, x + r, y + r];
}

/** Scales the arrangement so that it fills the window at a zoom where names can be read. */
export function fillWindow(cy: Core): void {
  const nodes = cy.nodes();
  if (nodes.length < 2) {
    cy.center();
    return;
  }
  const xs = nodes.map((n) => n.position().x);
  const ys = nodes.map((n) => n.position().y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const spread = Math.max(1, Math.sqrt(nodes.length / 45));
  const [w, h] = [(cy.width() - 140) * spread, (cy.height() - 90) * spread];
  const fx = w / Math.max(Math.max(...xs) - left, 1);
  const fy = h / Math.max(Math.max(...ys) - top, 1);
  const even = Math.min(fx, fy);
  cy.batch(() => nodes.forEach((n) => void n.position({ x: (n.position().x - left) * Math.min(fx, even * 1.6), y: (n.position().y - top) * Math.min(fy, even * 1.6) })));
}
