import "./workers.ts";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { explorerPlugin } from "@graphiql/plugin-explorer";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "@graphiql/plugin-explorer/style.css";
import "./console.css";
import { questions } from "./questions.ts";

/** A question handed over in the address comes first, then the ones to learn from. */
function tabs(): { query: string; variables?: string }[] {
  const handed = new URLSearchParams(location.hash.slice(1));
  const query = handed.get("query");
  return query ? [{ query, variables: handed.get("variables") ?? "" }] : questions;
}

/** Keeps the question in the address, so that a link carries it. */
function keep(part: { query?: string; variables?: string }): void {
  const now = new URLSearchParams(location.hash.slice(1));
  for (const [name, value] of Object.entries(part)) if (value !== undefined) now.set(name, value);
  history.replaceState(null, "", `#${now}`);
}

const fromAddress = location.hash.length > 1;
const console = createElement(GraphiQL, {
  fetcher: createGraphiQLFetcher({ url: "/graphql" }),
  plugins: [HISTORY_PLUGIN, explorerPlugin()],
  defaultTabs: tabs(),
  ...(fromAddress ? { initialQuery: tabs()[0]!.query, initialVariables: tabs()[0]!.variables } : {}),
  onEditQuery: (query: string) => keep({ query }),
  onEditVariables: (variables: string) => keep({ variables }),
  defaultEditorToolsVisibility: "variables",
});

createRoot(document.getElementById("console")!).render(console);
