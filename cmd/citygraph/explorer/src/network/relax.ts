/** A point that a layout moves. */
export type Body = { x: number; y: number };

const apart = 90;
const spring = 4;
const gravity = 2.5;

/** Points at even distances around a middle, from the inside out. */
export function spiral(n: number): Body[] {
  return Array.from({ length: n }, (_, i) => {
    const [r, angle] = [apart * 0.6 * Math.sqrt(i), i * 2.399963];
    return { x: r * Math.cos(angle), y: r * Math.sin(angle) };
  });
}

/**
 * Spreads bodies out: every two push each other, every edge draws its ends to a length that grows
 * with their number of edges, and the middle holds all together, in steps that grow smaller.
 * It costs steps times the square of the bodies, so that a thousand bodies take some tenths of a
 * second. Nothing is left to chance.
 */
export function relax(bodies: Body[], edges: [number, number][], steps: number): void {
  const n = bodies.length;
  const [x, y] = [Float64Array.from(bodies, (b) => b.x), Float64Array.from(bodies, (b) => b.y)];
  const [dx, dy] = [new Float64Array(n), new Float64Array(n)];
  const degrees = new Float64Array(n);
  for (const edge of edges) for (const end of edge) degrees[end]!++;
  const lengths = edges.map(([i, j]) => apart * (0.5 + 0.3 * Math.sqrt(Math.max(degrees[i]!, degrees[j]!))));
  for (let step = 0; step < steps; step++) {
    dx.fill(0);
    dy.fill(0);
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const [ax, ay] = [x[i]! - x[j]!, y[i]! - y[j]!];
        const square = Math.max(ax * ax + ay * ay, 25);
        const push = (apart * apart) / square;
        dx[i]! += ax * push;
        dy[i]! += ay * push;
        dx[j]! -= ax * push;
        dy[j]! -= ay * push;
      }
      dx[i]! -= x[i]! * gravity;
      dy[i]! -= y[i]! * gravity;
    }
    for (const [e, [i, j]] of edges.entries()) {
      const [ax, ay] = [x[i]! - x[j]!, y[i]! - y[j]!];
      const pull = spring * (1 - lengths[e]! / Math.max(Math.hypot(ax, ay), 1));
      dx[i]! -= ax * pull;
      dy[i]! -= ay * pull;
      dx[j]! += ax * pull;
      dy[j]! += ay * pull;
    }
    const most = 60 * (1 - step / steps) + 2;
    for (let i = 0; i < n; i++) {
      const length = Math.hypot(dx[i]!, dy[i]!) || 1;
      const move = Math.min(length, most) / length;
      x[i]! += dx[i]! * move;
      y[i]! += dy[i]! * move;
    }
  }
  bodies.forEach((body, i) => {
    body.x = x[i]!;
    body.y = y[i]!;
  });
}
