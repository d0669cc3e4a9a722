import { lookUp, type Wanted } from "./lookup.ts";

/** One tab of the console. */
export type Tab = { query: string; variables: string };

/** The forty questions, as the files of schema/questions hold them. */
const files = import.meta.glob<string>("../../../../../schema/questions/*.graphql", { query: "?raw", import: "default", eager: true });

/** A variable of a document with its sample; one of type ID may give names in place of ids. */
type Variable = { name: string; types: string[]; sample: unknown; named: boolean };

/**
 * The questions in their order, one a tab. Samples that name an entity are looked up, so that
 * every tab runs as it is; where the server does not answer the names stand as they are.
 */
export async function questions(): Promise<Tab[]> {
  const documents = Object.keys(files)
    .sort()
    .map((path) => files[path]!);
  const found = documents.map((query) => ({ query, variables: variables(query) }));
  const idOf = await lookUp(found.flatMap(({ variables }) => variables.flatMap(names)));
  const value = (v: Variable) => (Array.isArray(v.sample) ? v.sample.map((text) => (v.named ? idOf(wanted(v, text)) : text)) : v.named && typeof v.sample === "string" ? idOf(wanted(v, v.sample)) : v.sample);
  return found.map(({ query, variables }) => ({ query, variables: JSON.stringify(Object.fromEntries(variables.map((v) => [v.name, value(v)])), null, 2) }));
}

const wanted = (v: Variable, text: string): Wanted => ({ text, types: v.types });

function names(v: Variable): Wanted[] {
  if (!v.named) return [];
  return [v.sample].flat().flatMap((text) => (typeof text === "string" ? [wanted(v, text)] : []));
}

/** Reads the opening comment: `# $place (City, Region): "Shanghai"`. */
function variables(document: string): Variable[] {
  const lines = [...document.matchAll(/^# \$(\w+)(?: \(([\w, ]+)\))?: (.+)$/gm)];
  return lines.map(([, name, types, json]) => ({
    name: name!,
    types: types?.split(", ") ?? [],
    sample: JSON.parse(json!) as unknown,
    named: new RegExp(`\\$${name}: \\[?ID\\b`).test(document),
  }));
}
