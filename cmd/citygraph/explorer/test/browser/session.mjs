// Starts the browser and hands out pages that note everything a page must not do.
import AxeBuilder from "@axe-core/playwright";
import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { chromium } from "playwright-core";

export const base = process.env.EXPLORER_URL;
export const shots = process.env.EXPLORER_SHOTS;
if (shots) mkdirSync(shots, { recursive: true });

const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];
const executablePath = process.env.CHROMIUM ?? known.find(existsSync);
const quiet = ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const wide = { width: 1280, height: 720 };
export const narrow = { width: 390, height: 844 };

let browser;
export async function start() {
  browser = await chromium.launch({ executablePath, args: quiet });
}
export const stop = () => browser.close();

/** A page in a context of its own; close() fails where it wrote an error or left the origin and those allowed. */
export async function open({ viewport = wide, colorScheme = "light", tolerate = [], allowed = [] } = {}) {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce", acceptDownloads: true, permissions: ["clipboard-read", "clipboard-write"] });
  context.setDefaultTimeout(60_000); // a machine may run other tests beside these
  const page = await context.newPage();
  const faults = [];
  page.on("console", (m) => m.type() === "error" && !tolerate.some((t) => m.text().includes(t)) && faults.push(`console: ${m.text()}`));
  page.on("pageerror", (e) => faults.push(`error: ${e.stack}`));
  page.on("request", (r) => ![base, ...allowed].some((origin) => r.url().startsWith(origin)) && !/^(blob|data):/.test(r.url()) && faults.push(`foreign request: ${r.url()}`));
  return {
    page,
    go: async (path) => {
      await page.goto(base + path);
      await settled(page);
    },
    close: async () => {
      await context.close();
      assert.deepEqual(faults, []);
    },
  };
}

/** Waits until nothing is loading and a network, where there is one, is arranged. */
export async function settled(page) {
  await page.waitForFunction(() => {
    const main = document.querySelector("main");
    if (!main || main.querySelector(".loading")) return false;
    const canvas = document.querySelector(".network-canvas");
    return !canvas || window.__explorer?.done === true;
  });
  await page.waitForLoadState("networkidle");
}

// Rows, list entries and arcs beyond the first ones repeat their markup; axe is slow on thousands.
const repeated = ["tbody tr:nth-child(n+8)", "[role=option]:nth-child(n+8)", ".map svg a:nth-child(n+8)", ".sources li:nth-child(n+8)", ".names li:nth-child(n+8)"];

/** What axe finds against WCAG 2.1 A and AA, a line for each rule. */
export async function violations(page) {
  const axe = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]);
  for (const selector of repeated) axe.exclude(selector);
  const found = await axe.analyze();
  return found.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.target} ${n.failureSummary}`)}`);
}

/** Runs the question that the API console holds, once its editor shows it, and waits for an answer. */
export async function runQuestion(page, question, answer) {
  await page.locator(".graphiql-query-editor .view-line", { hasText: question }).first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.locator(".graphiql-execute-button").click();
  await page.locator(".graphiql-response", { hasText: answer }).waitFor();
}

/** The id of the edge that twins two cities. */
export async function twinning(a, b) {
  const query = "query Twinning($ids: [ID!]!) { subgraph(ids: $ids, filter: { types: [TWINNED_WITH] }) { edges { id } } }";
  const answer = await fetch(base + "/graphql", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query, variables: { ids: [a, b] } }) });
  return (await answer.json()).data.subgraph.edges[0].id;
}
