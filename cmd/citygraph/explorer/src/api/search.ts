import { clocks } from "../state/filters.ts";
import { locale } from "../state/prefs.ts";
import { ask } from "./client.ts";
import { SearchDocument, type NameMatch } from "./generated.ts";
import { type Entity, toEntity } from "./model.ts";

/** An entity found by name, and the name that matched. */
export type Hit = { entity: Entity; matched: string };

async function find(text: string, match: NameMatch, first: number, signal?: AbortSignal): Promise<Hit[]> {
  const { search } = await ask(SearchDocument, { text, match, first, lang: locale.value, asOf: clocks.value.asOf }, signal);
  return search.edges.map((e) => ({ entity: toEntity(e.node), matched: e.matchedName.text }));
}

/** Names that begin so or hold the words, best match first. */
export async function searchNames(text: string, first: number, signal?: AbortSignal): Promise<Hit[]> {
  const [begin, words] = await Promise.all([find(text, "PREFIX", first, signal), find(text, "WORDS", first, signal)]);
  const ids = new Set(begin.map((hit) => hit.entity.id));
  return [...begin, ...words.filter((hit) => !ids.has(hit.entity.id))].slice(0, first);
}

/**
 * Names close to a misspelt one: asks for ever shorter beginnings until some names answer, and
 * orders them by the number of letters that must change.
 */
export async function closestNames(text: string, first: number, signal?: AbortSignal): Promise<Hit[]> {
  const letters = [...text];
  for (let n = letters.length - 1; n >= 1; n--) {
    const hits = await find(letters.slice(0, n).join(""), "PREFIX", 50, signal);
    const near = hits
      .map((hit) => ({ hit, changes: changes(text.toLowerCase(), hit.matched.toLowerCase()) }))
      .filter(({ changes }) => changes <= Math.max(2, letters.length / 3))
      .sort((a, b) => a.changes - b.changes);
    if (near.length) return near.slice(0, first).map(({ hit }) => hit);
  }
  return [];
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into another. */
export function changes(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  const rows: number[][] = [Array.from({ length: y.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= x.length; i++) {
    const row = [i];
    for (let j = 1; j <= y.length; j++) {
      const same = x[i - 1] === y[j - 1] ? 0 : 1;
      row[j] = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1]) row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1);
    }
    rows.push(row);
  }
  return rows[x.length]![y.length]!;
}
