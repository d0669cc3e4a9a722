// Every page in three languages, two widths, light and dark: nothing broken, nothing left out.
import AxeBuilder from "@axe-core/playwright";
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { base, narrow, open, settled, shots, start, stop, wide } from "./session.mjs";

before(start);
after(stop);

const paths = {
  start: "/",
  entity: "/entity/city:1796236",
  between: "/between?a=city:1796236&b=city:2965140",
  network: "/explore?sel=city:2965140",
  map: "/explore?view=map",
  table: "/explore?view=table",
  path: "/path?a=city:2965140&b=city:3936456",
};

for (const [name, path] of Object.entries(paths)) {
  for (const lang of ["en", "ar", "zh"]) {
    for (const [size, viewport, colorScheme] of [["wide", wide, lang === "ar" ? "dark" : "light"], ["narrow", narrow, lang === "ar" ? "light" : "dark"]]) {
      test(`${name} ${lang} ${size} ${colorScheme}`, async () => {
        const { page, go, close } = await open({ viewport, colorScheme });
        await go(path + (path.includes("?") ? "&" : "?") + `lang=${lang}`);
        assert.equal(await page.evaluate(() => document.documentElement.dir), lang === "ar" ? "rtl" : "ltr");
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(overflow <= 0, `the page is ${overflow} px too wide`);
        if (shots) await page.screenshot({ path: `${shots}/${name}-${lang}-${size}.png` });
        const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]).analyze();
        assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target + " " + n.failureSummary).slice(0, 3)}`), []);
        await close();
      });
    }
  }
}

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

const answer = (code) => ({ status: 200, contentType: "application/json", body: JSON.stringify({ errors: [{ message: "as asked", extensions: { code } }] }) });

for (const code of ["LIMIT_EXCEEDED", "TIMEOUT", "UNAVAILABLE"]) {
  test(`a failure says what happened: ${code}`, async () => {
    const { page, close } = await open();
    await page.route("**/graphql", (route) => route.fulfill(answer(code)));
    await page.goto(base + "/explore");
    await page.locator(`[data-error=${code}]`).waitFor();
    await page.unroute("**/graphql");
    await page.getByRole("button", { name: "Try again" }).click();
    await settled(page);
    assert.ok((await page.evaluate(() => window.__explorer.nodes)) > 0, "trying again works");
    await close();
  });
}

test("a server that is gone is told apart", async () => {
  const { page, close } = await open({ tolerate: ["Failed to load resource"] });
  await page.route("**/graphql", (route) => route.abort());
  await page.goto(base + "/entity/city:2965140");
  await page.locator("[data-error=UNREACHABLE]").first().waitFor();
  await close();
});

test("the API console works offline and is as accessible as upstream lets it be", async () => {
  const { page, close } = await open();
  await page.goto(base + "/graphiql");
  await page.locator(".graphiql-execute-button").waitFor();
  await page.waitForLoadState("networkidle");
  await page.locator(".graphiql-execute-button").click();
  await page.locator(".graphiql-response", { hasText: '"totalCount"' }).waitFor();
  await close();
});
