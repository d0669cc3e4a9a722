import type { Core } from "cytoscape";

/** Where each arrow key points on the screen, whatever the direction of the script. */
const directions: Record<string, [number, number]> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/**
 * The entity that an arrow key leads to from the selected one: along an edge, to the neighbour
 * that lies nearest to the direction, at most a diagonal away from it. Without a selection, or
 * from a line, it is the best connected one. "" where no edge leads that way; null for other keys.
 */
export function stepTo(cy: Core, selected: string, key: string): string | null {
  const direction = directions[key];
  if (!direction) return null;
  const from = cy.nodes().filter((n) => n.id() === selected);
  if (from.empty()) return first(cy);
  const { x, y } = from.position();
  let best = "";
  let least = Math.PI / 4 + 1e-9;
  for (const to of from.neighborhood().nodes().toArray()) {
    const dx = to.position().x - x;
    const dy = to.position().y - y;
    const turn = Math.abs(Math.atan2(dx * direction[1] - dy * direction[0], dx * direction[0] + dy * direction[1]));
    if (turn < least) [best, least] = [to.id(), turn];
  }
  return best;
}

function first(cy: Core): string {
  const nodes = cy.nodes().toArray();
  return nodes.sort((a, b) => b.degree(false) - a.degree(false) || a.id().localeCompare(b.id()))[0]?.id() ?? "";
}
