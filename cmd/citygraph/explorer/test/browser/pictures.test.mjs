// The three pictures of README, kept where EXPLORER_SHOTS says.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { open, shots, start, stop, twinning } from "./session.mjs";

before(start);
after(stop);

const tie = await twinning("city:1796236", "city:2965140");
const pictures = {
  start: { path: "/?lang=en" },
  network: { path: "/explore?lang=ar&sel=city:2965140", colorScheme: "dark" },
  evidence: { path: `/edge/${tie}?lang=en` },
};

for (const [name, { path, ...look }] of Object.entries(pictures)) {
  test(name, async () => {
    const { page, go, close } = await open({ viewport: { width: 1280, height: 960 }, ...look });
    await go(path);
    const picture = await page.screenshot(shots ? { path: `${shots}/${name}.png` } : {});
    assert.ok(picture.length > 20_000, "not blank");
    await close();
  });
}
