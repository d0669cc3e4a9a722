import type { Core } from "cytoscape";
import { textWidth } from "../map/labels.ts";
import { withoutMarks } from "../text/bidi.ts";

const lineHeight = 16;

/**
 * Shows the names that find room at the present zoom, best connected first; the rest appear on
 * coming closer or on choosing a node.
 */
export function nameWithoutOverlap(cy: Core): void {
  const zoom = cy.zoom();
  const font = Math.min(Math.max(11 / zoom, 11), 32);
  const nodes = cy.nodes().sort((a, b) => b.data("size") - a.data("size")).nodes();
  const boxes: [number, number, number, number][] = nodes.map((n) => around(n.renderedPosition(), (n.data("size") / 2.4) * zoom)).slice(0, 30);
  cy.batch(() =>
    nodes.forEach((node) => {
      const { x, y } = node.renderedPosition();
      const w = (textWidth(withoutMarks(node.data("label"))) * zoom * font) / 24;
      const top = y + (node.data("size") / 2 + 3) * zoom;
      const box: [number, number, number, number] = [x - w, top, x + w, top + ((lineHeight * font) / 12) * zoom];
      const free = zoom * font >= 8 && !boxes.some((b) => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3]);
      if (free) boxes.push(box);
      node.toggleClass("named", free);
      node.style("font-size", font);
    }),
  );
}

function around({ x, y }: { x: number; y: number }, r: number): [number, number, number, number] {
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
