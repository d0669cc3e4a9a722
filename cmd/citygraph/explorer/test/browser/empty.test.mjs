// A graph that holds nothing says so and tells the way on.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { open, start, stop, violations } from "./session.mjs";

before(start);
after(stop);

for (const path of ["/", "/explore", "/explore?view=map", "/explore?view=table"]) {
  test(path, async () => {
    const { page, go, close } = await open();
    await go(path);
    assert.match(await page.locator("main .note").innerText(), /Nothing is loaded yet[^]*citygraph load/);
    assert.deepEqual(await violations(page), []);
    await close();
  });
}

test("an entity that is not there", async () => {
  const { page, go, close } = await open();
  await go("/entity/city:2965140");
  assert.match(await page.locator("main .note").innerText(), /holds nothing under this id/);
  await close();
});
