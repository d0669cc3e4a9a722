/** A point that a layout moves. */
export type Body = { x: number; y: number };

const apart = 90;
const strength = 0.2;

/**
 * Spreads a draft: every two bodies push each other, every edge pulls its ends together, in
 * steps that grow smaller. It costs steps times the square of the bodies, so that a thousand
 * bodies take some tenths of a second. Nothing is left to chance.
 */
export function relax(bodies: Body[], edges: [number, number][], steps: number): void {
  const n = bodies.length;
  const [x, y] = [Float64Array.from(bodies, (b) => b.x), Float64Array.from(bodies, (b) => b.y)];
  const [dx, dy] = [new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) {
    x[i]! += Math.cos(i * 2.4) * 30;
    y[i]! += Math.sin(i * 2.4) * 30;
  }
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
      dx[i]! -= x[i]! * strength;
      dy[i]! -= y[i]! * strength;
    }
    for (const [i, j] of edges) {
      const [ax, ay] = [x[i]! - x[j]!, y[i]! - y[j]!];
      const pull = Math.hypot(ax, ay) / apart;
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
