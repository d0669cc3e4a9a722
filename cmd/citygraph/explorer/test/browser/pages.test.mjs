// Every page in three languages, two widths, light and dark: nothing broken, nothing left out.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { base, narrow, open, runQuestion, shots, start, stop, twinning, violations, wide } from "./session.mjs";

before(start);
after(stop);

const paths = {
  start: "/",
  entity: "/entity/city:2965140",
  between: "/between?a=city:1796236&b=city:2965140",
  edge: `/edge/${await twinning("city:1796236", "city:2965140")}`,
  network: "/explore?sel=city:2965140",
  map: "/explore?view=map",
  table: "/explore?view=table&types=VISITED",
  path: "/path?a=city:2965140&b=city:3936456",
};

const looks = [
  ["wide", wide, (lang) => (lang === "ar" ? "dark" : "light")],
  ["narrow", narrow, (lang) => (lang === "ar" ? "light" : "dark")],
];

for (const lang of ["en", "ar", "zh"]) {
  for (const [size, viewport, scheme] of looks) {
    test(`${lang} ${size}`, async (t) => {
      const { page, go, close } = await open({ viewport, colorScheme: scheme(lang) });
      for (const [name, path] of Object.entries(paths)) {
        await t.test(name, async () => {
          await go(path + (path.includes("?") ? "&" : "?") + `lang=${lang}`);
          assert.equal(await page.evaluate(() => document.documentElement.dir), lang === "ar" ? "rtl" : "ltr");
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.ok(overflow <= 0, `the page is ${overflow} px too wide`);
          if (shots) await page.screenshot({ path: `${shots}/${name}-${lang}-${size}.png` });
          assert.deepEqual(await violations(page), []);
        });
      }
      await close();
    });
  }
}

test("the API console works offline and is as accessible as upstream lets it be", async () => {
  const { page, close } = await open();
  await page.goto(base + "/graphiql");
  await runQuestion(page, "TwinsByContinent", '"facets"');
  const found = await violations(page);
  assert.deepEqual(found.filter((v) => !/^(color-contrast|nested-interactive):/.test(v)), []);
  await close();
});
