// The example page draws a neighbourhood from the API of another origin.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { open, start, stop } from "./session.mjs";

before(start);
after(stop);

test("a neighbourhood", async () => {
  const { page, close } = await open({ allowed: [process.env.API_URL] });
  await page.goto(`${process.env.EXPLORER_URL}/neighbourhood.html?api=${process.env.API_URL}/graphql`);
  const told = page.locator("output");
  await page.waitForFunction(() => /partners/.test(document.querySelector("output").value));
  const partners = Number((await told.innerText()).match(/\d+/)[0]);
  assert.ok(partners > 2);
  assert.equal(await page.locator("circle").count(), partners + 1);
  assert.ok((await page.locator("line").count()) >= partners);
  assert.ok((await page.locator("text").allInnerTexts()).length > 0);
  assert.match(await page.locator("svg").textContent(), /Cork[^]*Shanghai|Shanghai[^]*Cork/);
  await page.getByRole("textbox").fill("Qwzzyx");
  await page.getByRole("button").click();
  await page.waitForFunction(() => /No city/.test(document.querySelector("output").value));
  await close();
});
