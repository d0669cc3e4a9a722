import "./workers.ts";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { explorerPlugin } from "@graphiql/plugin-explorer";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "@graphiql/plugin-explorer/style.css";
import "./console.css";
import { questions, type Tab } from "./questions.ts";

/** A question handed over in the address stands alone; without one there are those to learn from. */
async function tabs(): Promise<Tab[]> {
  const handed = new URLSearchParams(location.hash.slice(1));
  const query = handed.get("query");
  return query ? [{ query, variables: handed.get("variables") ?? "" }] : questions();
}

/** Keeps the question in the address, so that a link carries it. */
function keep(part: { query?: string; variables?: string }): void {
  const now = new URLSearchParams(location.hash.slice(1));
  for (const [name, value] of Object.entries(part)) if (value !== undefined) now.set(name, value);
  history.replaceState(null, "", `#${now}`);
}

const opened = await tabs();
const console = createElement(GraphiQL, {
  fetcher: createGraphiQLFetcher({ url: "/graphql" }),
  plugins: [HISTORY_PLUGIN, explorerPlugin()],
  defaultTabs: opened,
  initialQuery: opened[0]!.query,
  initialVariables: opened[0]!.variables,
  onEditQuery: (query: string) => keep({ query }),
  onEditVariables: (variables: string) => keep({ variables }),
  defaultEditorToolsVisibility: "variables",
});

createRoot(document.getElementById("console")!).render(console);
