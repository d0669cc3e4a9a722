import { edgeFilter, langFilter } from "../state/filters.ts";
import { clocks } from "../state/filters.ts";
import { locale } from "../state/prefs.ts";
import { ask } from "./client.ts";
import { type EdgeFilter, WholeEdgesDocument, type WholeEdgesQuery } from "./generated.ts";
import { type Link, toLink } from "./model.ts";

/** Edges that were read, and how many there are. */
export type LinkList = { links: Link[]; total: number };

/** The variables that every question of the explorer shares. */
export function common() {
  return { lang: locale.value, langs: langFilter.value, ...clocks.value };
}

/** Edges of the whole graph, best supported first, page by page up to a number; the first page is told on its own. */
export async function wholeEdges(most: number, more: EdgeFilter, signal: AbortSignal, onPart?: (part: LinkList) => void): Promise<LinkList> {
  const links: Link[] = [];
  const filter = narrowed(more);
  let after: string | null = null;
  for (;;) {
    const { edges }: WholeEdgesQuery = await ask(WholeEdgesDocument, { ...common(), filter, after }, signal);
    links.push(...edges.nodes.map(toLink));
    const list = { links: [...links], total: edges.totalCount };
    if (!edges.pageInfo.hasNextPage || links.length >= most) return list;
    if (!after) onPart?.(list);
    after = edges.pageInfo.endCursor;
  }
}

/** The filters of the address and those of a view: of two lists of types, what both name. */
export function narrowed(more: EdgeFilter): EdgeFilter {
  const filter = { ...edgeFilter.value, ...more };
  const [mine, theirs] = [edgeFilter.value.types, more.types];
  if (mine && theirs) {
    const both = theirs.filter((type) => mine.includes(type));
    filter.types = both.length ? both : mine;
  }
  return filter;
}
