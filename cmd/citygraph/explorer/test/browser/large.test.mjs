// A thousand nodes and three thousand edges: how long until arranged, and how smoothly it pans.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { base, open, start, stop } from "./session.mjs";

before(start);
after(stop);

/** Milliseconds that the page's main thread computes during an action: unlike the clock's, they do not depend on what else the machine does. */
async function threadTime(page, action) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => (await session.send("Performance.getMetrics")).metrics.find((m) => m.name === "TaskDuration").value * 1000;
  const before = await spent();
  await action();
  return (await spent()) - before;
}

/** Drags the picture about for two seconds, a little in every frame; the frames a second in which it moved. */
function dragging(box) {
  const canvas = document.querySelector(".network-canvas");
  const at = (i) => ({ clientX: box.x + 40 + 200 * Math.sin(i / 20) ** 2, clientY: box.y + 40 + i % 50, bubbles: true, button: 0, buttons: 1 });
  const send = (type, i) => canvas.firstElementChild.dispatchEvent(new MouseEvent(type, at(i)));
  const { cy } = window.__explorer;
  return new Promise((resolve) => {
    let [i, moved, last] = [0, 0, cy.pan().x];
    send("mousedown", 0);
    const from = performance.now();
    requestAnimationFrame(function step() {
      const now = cy.pan().x;
      if (now !== last) moved++;
      last = now;
      send("mousemove", ++i);
      const passed = performance.now() - from;
      if (passed < 2000) return requestAnimationFrame(step);
      send("mouseup", i);
      resolve((moved * 1000) / passed);
    });
  });
}

test("1000 nodes and 3000 edges", async (t) => {
  const { page, close } = await open();
  await page.goto(base + "/explore?top=3000");
  await page.waitForFunction(() => window.__explorer?.done && window.__explorer.edges > 2500, undefined, { timeout: 90_000 });
  const { nodes, edges } = await page.evaluate(() => ({ nodes: window.__explorer.nodes, edges: window.__explorer.edges }));
  const layout = await threadTime(page, () => page.getByRole("button", { name: "Arrange again" }).click());
  const box = await page.locator(".network-canvas").boundingBox();
  const drags = [];
  for (let i = 0; i < 3; i++) drags.push(await page.evaluate(dragging, box));
  const frames = Math.max(...drags); // the best of three: other tests run on this machine
  const waited = await page.evaluate(() => window.__explorer.layout);
  t.diagnostic(`${nodes} nodes, ${edges} lines; layout ${Math.round(layout)} ms of computing, ${Math.round(waited)} ms on the clock; ${drags.map(Math.round).join(", ")} frames a second`);
  assert.ok(nodes >= 900, `${nodes} nodes`);
  assert.ok(layout <= 3000, `layout took ${layout} ms`);
  assert.ok(frames >= 25, `${frames} frames a second`);
  await close();
});
