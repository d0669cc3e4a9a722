// What the reader sees when the server is slow, over its limit, failing or gone.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { base, open, settled, start, stop } from "./session.mjs";

before(start);
after(stop);

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

test("a slow server is said to be slow, and then answers", async () => {
  const { page, close } = await open();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/graphql", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(base + "/entity/city:2965140");
  await page.locator(".loading", { hasText: "taking its time" }).waitFor();
  release();
  await settled(page);
  await page.locator("h1", { hasText: "Cork" }).waitFor();
  await close();
});

test("a server that is gone is told apart", async () => {
  const { page, close } = await open({ tolerate: ["Failed to load resource"] });
  await page.route("**/graphql", (route) => route.abort());
  await page.goto(base + "/entity/city:2965140");
  await page.locator("[data-error=UNREACHABLE]").first().waitFor();
  await close();
});
