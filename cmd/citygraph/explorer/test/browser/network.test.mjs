// The network: opening up step by step, and names in every script.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { narrow, open, start, stop, wide } from "./session.mjs";

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

test("a language is a filter of the question, so what is shown and counted agree", async () => {
  const { page, go, close } = await open();
  const told = async (path) => {
    const answer = page.waitForResponse((r) => r.url().endsWith("/graphql") && (r.request().postData() ?? "").includes("WholeEdges"));
    await go(path);
    const { edges } = (await (await answer).json()).data;
    return { sent: (await answer).request().postDataJSON().variables, total: edges.totalCount, claims: edges.nodes.map((e) => e.claims.totalCount) };
  };
  const all = await told("/explore");
  const arabic = await told("/explore?langs=ar");
  assert.deepEqual(arabic.sent.filter.langs, ["ar"]);
  assert.ok(arabic.total > 0 && arabic.total < all.total, `${arabic.total} of ${all.total}`);
  assert.ok(arabic.claims.every((n) => n > 0), "an Arabic article tells of each");
  await close();
});

test("arrow keys walk along edges", async () => {
  const { page, go, close } = await open();
  await go("/explore?seed=city:2965140&x=city:2965140~TWINNED_WITH~25");
  const selected = () => page.evaluate(() => window.__explorer.cy.$(".chosen").map((n) => n.id()).join());
  await page.locator(".network").focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => window.__explorer.cy.$("node.chosen").length === 1);
  const from = await selected();
  const way = await page.evaluate((id) => {
    const { cy } = window.__explorer;
    const a = cy.getElementById(id).position();
    const b = cy.getElementById(id).neighborhood().nodes()[0].position();
    return Math.abs(b.x - a.x) > Math.abs(b.y - a.y) ? (b.x > a.x ? "ArrowRight" : "ArrowLeft") : b.y > a.y ? "ArrowDown" : "ArrowUp";
  }, from);
  await page.keyboard.press(way);
  await page.waitForFunction((id) => window.__explorer.cy.$("node.chosen").id() !== id, from);
  const next = await selected();
  assert.ok(await page.evaluate(([a, b]) => window.__explorer.cy.getElementById(a).edgesWith(window.__explorer.cy.getElementById(b)).nonempty(), [from, next]), `${from} and ${next} are joined`);
  assert.ok(page.url().includes(encodeURIComponent(next)) || page.url().includes(next), "the address tells what is selected");
  await close();
});

for (const lang of ["en", "ar", "zh"]) {
  for (const [size, viewport] of Object.entries({ wide, narrow })) {
    test(`names stand in the picture: ${lang} ${size}`, async () => {
      const { page, go, close } = await open({ viewport });
      await go(`/explore?lang=${lang}`);
      const { labels, named, drawn } = await page.evaluate(() => {
        const { cy } = window.__explorer;
        const [labels, named] = [cy.nodes().map((n) => n.data("label")), cy.nodes(".named").length];
        const before = cy.png();
        cy.nodes().removeClass("named");
        return { labels, named, drawn: cy.png() !== before };
      });
      assert.ok(named >= (size === "wide" ? 20 : 10), `${named} names`);
      assert.ok(labels.every((l) => l.startsWith("\u2068") && l.endsWith("\u2069")), "isolated");
      assert.ok(drawn, "names change the picture");
      const script = { en: /[A-Za-z]/, ar: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u }[lang];
      assert.ok(labels.filter((l) => script.test(l)).length > labels.length / 2, "in the reader's script");
      await close();
    });
  }
}

test("an isolated label is ordered by its own script, and there are fonts for all", async () => {
  const { page, go, close } = await open();
  await go("/");
  const found = await page.evaluate(() => {
    const picture = (text, width) => {
      const canvas = Object.assign(document.createElement("canvas"), { width: width ?? 40, height: 40 });
      const context = canvas.getContext("2d");
      context.font = "30px sans-serif";
      context.fillText(text, 2, 32);
      return canvas.toDataURL();
    };
    const measure = document.createElement("canvas").getContext("2d");
    measure.font = "30px sans-serif";
    const left = Math.floor(measure.measureText("Shanghai").width);
    const alone = picture("Shanghai", left);
    return {
      hanzi: picture("上") !== picture("海"),
      arabic: picture("ش") !== picture("غ"),
      isolated: picture("\u2068شنغهاي Shanghai\u2069", left) === alone,
      bare: picture("شنغهاي Shanghai", left) === alone,
    };
  });
  assert.deepEqual(found, { hanzi: true, arabic: true, isolated: true, bare: false });
  await close();
});
