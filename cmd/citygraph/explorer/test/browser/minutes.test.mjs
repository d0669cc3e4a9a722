// The analyst's first ten minutes, as one story.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test, { after, before } from "node:test";
import { open, runQuestion, settled, start, stop } from "./session.mjs";

before(start);
after(stop);

test("the first ten minutes", async () => {
  const { page, go, close } = await open();

  await go("/");
  await page.locator(".map .arc").nth(5).waitFor();
  assert.equal(await page.locator(".ranks li").count(), 10);
  assert.equal(await page.locator(".questions li").count(), 6);

  for (const spelling of ["شانغهاي", "上海", "Shangahi"]) {
    await page.locator("[data-main-search]").fill(spelling);
    await page.locator(".found [role=option]").first().waitFor();
    assert.match(await page.locator(".found [role=option]").first().innerText(), /Shanghai/, spelling);
    await page.keyboard.press("Escape");
  }
  await page.locator("[data-main-search]").fill("Cork");
  await page.locator(".found [role=option]").first().waitFor();
  await page.locator("[data-main-search]").press("Enter");
  await page.locator("h1", { hasText: "Cork" }).waitFor();
  await settled(page);
  for (const part of ["科克", "كورك", "Sister city", "Agreements", "Sources"]) assert.ok(await page.getByText(part).first().isVisible(), part);
  assert.ok((await page.locator(".timeline rect").count()) > 0, "timeline");

  const arc = page.locator(".map a[href*='/between']").first();
  await arc.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/between/);
  await settled(page);
  await page.locator("td a[href*='/edge/']").first().click();
  await page.locator(".passage mark").first().waitFor();
  await go("/between?a=city:1796236&b=city:2965140");
  await page.locator("td a[href*='/edge/']", { hasText: "Sister city" }).first().click();
  const passage = page.locator(".passage[dir=rtl]").first();
  assert.equal(await passage.evaluate((e) => getComputedStyle(e).textAlign), "start");
  assert.equal(await passage.evaluate((e) => getComputedStyle(e).direction), "rtl");
  await page.getByRole("button", { name: "Only confirmed" }).click();
  assert.match(page.url(), /modalities=FACT/);

  await go("/explore?view=network");
  const before = await page.evaluate(() => window.__explorer.edges);
  await page.getByRole("slider", { name: "From year" }).focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press("PageUp");
  await page.waitForFunction((n) => window.__explorer.edges < n, before);
  assert.match(page.url(), /from=\d{4}/);
  await page.getByRole("tab", { name: "Map" }).click();
  await page.locator(".map .arc").first().waitFor();
  const narrowed = page.url();
  await page.reload();
  await settled(page);
  assert.equal(page.url(), narrowed, "reload keeps the address");
  assert.equal(await page.getByRole("tab", { name: "Map" }).getAttribute("aria-selected"), "true");

  await go("/path?a=city:2965140&b=city:3936456");
  assert.ok((await page.locator(".hops li").count()) >= 2);
  assert.equal(await page.locator(".hops li").count(), await page.locator(".hops blockquote").count(), "a sentence for every hop");
  await page.getByRole("button", { name: "Copy as GraphQL" }).click();
  const address = await page.getByRole("link", { name: "Open in the API console" }).getAttribute("href");

  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Edges (CSV)" }).click()]);
  const csv = readFileSync(await download.path(), "utf8");
  assert.match(csv.split("\r\n")[0], /^id,type,from_id/);
  assert.match(csv, /claim:/, "claim ids in the export");

  await page.goto(new URL(address, page.url()).href);
  await runQuestion(page, "PathFinder", '"paths"');
  await close();
});

test("the dossier has every row and numbered sources", async () => {
  const { page, go, close } = await open();
  await go("/entity/city:1796236");
  const partners = page.locator(".section", { has: page.getByRole("heading", { name: /^Partners/ }) });
  const count = Number(await partners.locator("h2 .num").innerText());
  assert.ok(count > 25, "more than one screen of partners");
  assert.ok((await partners.locator("tbody tr").count()) < count, "the screen shows a part");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await partners.locator("tbody tr").count(), count);
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".sources blockquote").first().isVisible(), "sentences are printed");
  const cited = await page.locator(".cites sup").allInnerTexts();
  assert.equal(await page.locator("ol.sources > li").count(), Math.max(...cited.map((text) => Number(text.slice(1, -1)))), "every number has its source");
  assert.ok((await page.pdf()).length > 10_000);
  await close();
});
