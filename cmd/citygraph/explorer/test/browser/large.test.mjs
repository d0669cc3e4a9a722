// A thousand nodes and three thousand edges: how long until arranged, and how smoothly it pans.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { base, open, start, stop } from "./session.mjs";

before(start);
after(stop);

test("1000 nodes and 3000 edges", async (t) => {
  const { page, close } = await open();
  await page.goto(base + "/explore?top=3000");
  await page.waitForFunction(() => window.__explorer?.done && window.__explorer.edges > 2500, undefined, { timeout: 90_000 });
  const { nodes, edges, layout } = await page.evaluate(() => ({ nodes: window.__explorer.nodes, edges: window.__explorer.edges, layout: window.__explorer.layout }));
  const counting = page.evaluate(
    () =>
      new Promise((resolve) => {
        let n = 0;
        const from = performance.now();
        const step = () => {
          n++;
          if (performance.now() - from < 2000) requestAnimationFrame(step);
          else resolve((n * 1000) / (performance.now() - from));
        };
        requestAnimationFrame(step);
      }),
  );
  const box = await page.locator(".network-canvas").boundingBox();
  const [x, y] = [box.x + 30, box.y + 30];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const before = await page.evaluate(() => window.__explorer.cy.pan().x);
  for (const until = Date.now() + 1800; Date.now() < until; ) for (let i = 0; i < 20; i++) await page.mouse.move(x + i * 6, y + i * 2);
  const frames = await counting;
  await page.mouse.up();
  assert.notEqual(await page.evaluate(() => window.__explorer.cy.pan().x), before, "it pans");
  t.diagnostic(`${nodes} nodes, ${edges} lines, layout ${Math.round(layout)} ms, ${Math.round(frames)} frames a second`);
  assert.ok(nodes >= 900, `${nodes} nodes`);
  assert.ok(layout <= 3000, `layout took ${layout} ms`);
  assert.ok(frames >= 25, `${frames} frames a second`);
  await close();
});
