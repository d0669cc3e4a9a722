import { AmongDocument, EntityEdgesDocument } from "../api/generated.ts";
import { entityVariables } from "../api/entity.ts";
import { ask } from "../api/client.ts";
import { type Entity, type Link, toEntity, toLink } from "../api/model.ts";
import { common, narrowed } from "../api/pages.ts";
import { t } from "../i18n/i18n.ts";
import { arcsOf, spotsOf } from "../map/arcs.ts";
import { WorldMap } from "../map/map.tsx";
import { edgeFilter, inBrush } from "../state/filters.ts";
import { useTask } from "../state/resource.ts";
import { param, to } from "../state/route.ts";
import { formatDate } from "../text/date.ts";
import { Actions } from "../ui/actions.tsx";
import { LinkTable } from "../ui/edges.tsx";
import { EntityName } from "../ui/name.tsx";
import { Await, Nothing } from "../ui/states.tsx";
import { StatusMark } from "../ui/status.tsx";
import { EdgeReader } from "./edge.tsx";
import { useTitle } from "./title.ts";

/** Two entities, all edges between them, and the papers that both are party to. */
export type Pair = { a: Entity; b: Entity; links: Link[]; agreements: { entity: Entity; edge: string }[] };

/** Reads what joins two entities. */
export async function readPair(a: string, b: string, signal: AbortSignal): Promise<Pair | null> {
  const [among, papers] = await Promise.all([
    ask(AmongDocument, { ids: [a, b], ...common(), filter: narrowed({}) }, signal),
    ask(EntityEdgesDocument, { ...entityVariables(a), filter: { types: ["PARTY_TO"] } }, signal),
  ]);
  const [from, till] = [a, b].map((id) => among.subgraph.nodes.find((n) => n.id === id));
  if (!from || !till) return null;
  const agreements = (papers.entity?.edges.nodes ?? []).flatMap((edge) =>
    edge.other?.__typename === "Agreement" && edge.other.parties.nodes.some((p) => p.from.id === b) ? [{ entity: toEntity(edge.other), edge: edge.id }] : [],
  );
  return { a: toEntity(from), b: toEntity(till), links: among.subgraph.edges.map(toLink), agreements };
}

/** The page about two entities. */
export function BetweenPage() {
  const [a, b] = [param("a"), param("b")];
  const pair = useTask<Pair | null>(`between|${a}|${b}|${JSON.stringify([common(), edgeFilter.value])}`, (signal) => readPair(a, b, signal));
  useTitle(pair.data ? t("between.title", { a: pair.data.a.name, b: pair.data.b.name }) : undefined);
  return (
    <div class="page">
      <Await of={pair}>{(data) => <Between pair={data} />}</Await>
    </div>
  );
}

function Between({ pair }: { pair: Pair }) {
  const links = pair.links.filter((l) => inBrush(l.date));
  const arcs = arcsOf(links);
  const variables = { ids: [pair.a.id, pair.b.id], ...common(), filter: narrowed({}) };
  return (
    <>
      <h1 class="reader-title">
        <EntityName entity={pair.a} /> <span class="reader-verb">–</span> <EntityName entity={pair.b} />
      </h1>
      <div class="row toolbar no-print">
        <a class="button" href={to("/path", { a: pair.a.id, b: pair.b.id })}>
          {t("between.path")}
        </a>
        <Actions name={`${pair.a.name}-${pair.b.name}`} query={{ document: AmongDocument, variables }} links={links} nodes={[pair.a, pair.b]} print />
      </div>
      <div class="entity-columns">
        <div>
          <section class="section">
            <h2>{t("between.direct")}</h2>
            {links.length ? <LinkTable links={links} caption={t("between.direct")} /> : <Nothing title={t("between.none")} />}
          </section>
          <Papers pair={pair} />
          {links.length === 1 && <EdgeReader id={links[0]!.id} />}
        </div>
        <aside class="entity-aside">
          {pair.a.location && pair.b.location && (
            <figure class="card">
              <WorldMap arcs={arcs} spots={spotsOf(arcs, [pair.a, pair.b])} fit label={t("entity.map")} />
            </figure>
          )}
        </aside>
      </div>
    </>
  );
}

/** The agreements of a pair, each with its own page and the edge that leads to its sentences. */
export function Papers({ pair }: { pair: Pair }) {
  if (!pair.agreements.length) return null;
  return (
    <section class="section">
      <h2>{t("between.agreements")}</h2>
      <ul class="papers">
        {pair.agreements.map(({ entity, edge }) => (
          <li key={edge} class="row">
            <EntityName entity={entity} />
            {entity.date && <span class="num">{formatDate(entity.date.value)}</span>}
            <StatusMark group="status" code={entity.status} />
            <a href={to(`/edge/${edge}`)}>{t("edge.evidence")}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
