/** A name to find, and the types of entities among which; none: all. */
export type Wanted = { text: string; types: string[] };

/** So many names are looked up in one request, below the API's limit of root fields. */
const atOnce = 15;
const key = ({ text, types }: Wanted) => JSON.stringify([text, types]);

/**
 * Looks names up, each once, and returns what gives the id of the best match; a name that is
 * not found, or for which the server did not answer, stays as it is.
 */
export async function lookUp(names: Wanted[]): Promise<(name: Wanted) => string> {
  const wanted = [...new Map(names.map((name) => [key(name), name])).values()];
  const parts = Array.from({ length: Math.ceil(wanted.length / atOnce) }, (_, i) => wanted.slice(i * atOnce, (i + 1) * atOnce));
  const found = new Map((await Promise.all(parts.map((part) => find(part).catch(() => [])))).flat());
  return (name) => found.get(key(name)) ?? name.text;
}

async function find(names: Wanted[]): Promise<[string, string][]> {
  const parameters = names.map((_, i) => `$t${i}: String!, $k${i}: [EntityType!]`).join(", ");
  const fields = names.map((_, i) => `f${i}: search(text: $t${i}, types: $k${i}, first: 1) { edges { node { id } } }`).join(" ");
  const variables = Object.fromEntries(names.flatMap(({ text, types }, i) => [[`t${i}`, text], [`k${i}`, types.length ? types : null]]));
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: `query LookUp(${parameters}) { ${fields} }`, variables }),
  });
  const { data } = (await response.json()) as { data: Record<string, { edges: { node: { id: string } }[] }> };
  return names.flatMap((name, i) => data[`f${i}`]!.edges.slice(0, 1).map(({ node }): [string, string] => [key(name), node.id]));
}
