import { clocks } from "../state/filters.ts";
import { ask } from "./client.ts";
import { EntityEdgesDocument, type EntityEdgesQuery } from "./generated.ts";
import { type Entity, type Tie, toEntity } from "./model.ts";
import { common, narrowed } from "./pages.ts";

type Node = NonNullable<EntityEdgesQuery["entity"]>["edges"]["nodes"][number];
type AgreementParts = Extract<NonNullable<Node["other"]>, { __typename: "Agreement" }>;

/** What a claim rests on, as far as a list shows it. */
export type Source = Node["claims"]["nodes"][number];

/** An edge seen from one of its ends; an agreement's parties are the other ones. */
export type EntityEdge = Tie & {
  other: Entity;
  outgoing: boolean;
  postedTo: { id: string; name: string } | null;
  sources: Source[];
  agreement: Pick<AgreementParts, "until" | "renewal" | "round" | "topics"> & { parties: Pick<Entity, "id" | "name" | "type">[]; renews: { id: string; name: string }[] } | null;
};

/** Edges of one entity that were read, and how many there are. */
export type EntityEdges = { edges: EntityEdge[]; total: number };

const most = 500;

/** The edges of an entity, latest first, page by page. */
export async function entityEdges(id: string, signal: AbortSignal, onPart: (part: EntityEdges) => void): Promise<EntityEdges> {
  const edges: EntityEdge[] = [];
  let after: string | null = null;
  for (;;) {
    const { entity }: EntityEdgesQuery = await ask(EntityEdgesDocument, entityVariables(id, after), signal);
    if (!entity) return { edges, total: 0 };
    edges.push(...entity.edges.nodes.flatMap((node) => toEntityEdge(id, node)));
    const list = { edges: [...edges], total: entity.edges.totalCount };
    if (!entity.edges.pageInfo.hasNextPage || edges.length >= most) return list;
    onPart(list);
    after = entity.edges.pageInfo.endCursor;
  }
}

/** The variables of the question for an entity's edges. */
export function entityVariables(id: string, after: string | null = null) {
  return { id, ...common(), ...clocks.value, filter: narrowed({}), after };
}

function toEntityEdge(id: string, node: Node): EntityEdge[] {
  if (!node.other) return [];
  const agreement = node.other.__typename === "Agreement" ? node.other : null;
  return [
    {
      ...node,
      other: toEntity(node.other),
      outgoing: node.direction === "OUT",
      sources: node.claims.nodes,
      agreement: agreement && {
        ...agreement,
        parties: agreement.parties.nodes.map((party) => party.from).filter((party) => party.id !== id),
        renews: agreement.renews.nodes.map((older) => older.to),
      },
    },
  ];
}

/** Articles in the order in which a page first refers to them; a number is a place in it. */
export class SourceList {
  private readonly numbers = new Map<string, number>();
  readonly articles: { article: NonNullable<Source["article"]>; quotes: Source["evidence"][] }[] = [];

  /** The number of a claim's article, from 1; undefined where the article was taken back. */
  cite(source: Source): number | undefined {
    if (!source.article) return undefined;
    let n = this.numbers.get(source.article.id);
    if (!n) {
      n = this.articles.push({ article: source.article, quotes: [] });
      this.numbers.set(source.article.id, n);
    }
    const { quotes } = this.articles[n - 1]!;
    if (!quotes.some((q) => q.text === source.evidence.text)) quotes.push(source.evidence);
    return n;
  }
}
