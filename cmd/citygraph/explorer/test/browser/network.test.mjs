// The network: opening up step by step, and labels in every script.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { open, start, stop } from "./session.mjs";

before(start);
after(stop);

test("expanding says how much before, and history undoes it", async () => {
  const { page, go, close } = await open();
  await go("/explore?seed=city:2965140&sel=city:2965140");
  assert.equal(await page.evaluate(() => window.__explorer.nodes), 1);
  const twins = page.locator(".counts button", { hasText: "Twinned with" });
  const count = Number(await twins.locator(".num").innerText());
  await twins.click();
  await page.waitForFunction((n) => window.__explorer.nodes === n + 1, count);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.waitForFunction(() => window.__explorer.nodes === 1);
  await page.getByRole("button", { name: "Redo" }).click();
  await page.waitForFunction((n) => window.__explorer.nodes === n + 1, count);
  await page.getByRole("button", { name: "Collapse" }).click();
  await page.waitForFunction(() => window.__explorer.nodes === 1);
  await close();
});

test("labels of the network are isolated and drawn", async () => {
  const { page, go, close } = await open();
  await go("/explore?lang=ar");
  const labels = await page.evaluate(() => window.__explorer.cy.nodes().map((n) => n.data("label")));
  assert.ok(labels.length > 10 && labels.every((l) => l.startsWith("\u2068") && l.endsWith("\u2069")));
  const drawn = await page.evaluate(() => {
    const picture = (text) => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 40, height: 40 });
      const context = canvas.getContext("2d");
      context.font = "30px sans-serif";
      context.fillText(text, 2, 32);
      return canvas.toDataURL();
    };
    return { hanzi: picture("上") !== picture("海"), arabic: picture("ش") !== picture("غ") };
  });
  assert.deepEqual(drawn, { hanzi: true, arabic: true }, "fonts for Chinese and Arabic");
  await close();
});
