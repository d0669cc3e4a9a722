import { EntityArticlesDocument, EntityFiguresDocument, EntityHeadDocument, type EntityHeadQuery, EntityEdgesDocument } from "../api/generated.ts";
import { type EntityEdge, type EntityEdges, entityEdges, entityVariables, SourceList } from "../api/entity.ts";
import { type Entity, type Link, toEntity } from "../api/model.ts";
import { common } from "../api/pages.ts";
import { label, langName, num, t } from "../i18n/i18n.ts";
import { arcsOf, spotsOf } from "../map/arcs.ts";
import { WorldMap } from "../map/map.tsx";
import { clocks, edgeFilter, inBrush } from "../state/filters.ts";
import { locale } from "../state/prefs.ts";
import { useQuery, useTask } from "../state/resource.ts";
import { param, setParams, to } from "../state/route.ts";
import { formatDate } from "../text/date.ts";
import { Actions } from "../ui/actions.tsx";
import { Glyph } from "../ui/glyph.tsx";
import { Bdi } from "../ui/name.tsx";
import { Await, Loading, Nothing } from "../ui/states.tsx";
import { StatusMark } from "../ui/status.tsx";
import { Timeline } from "../ui/timeline.tsx";
import { citeAll, Figures, Sections, Sources } from "./entity-sections.tsx";
import { useTitle } from "./title.ts";

type Head = NonNullable<EntityHeadQuery["entity"]>;

/** The page of one entity: all that is known of it, each line with its sources. */
export function EntityPage({ id }: { id: string }) {
  const head = useQuery(EntityHeadDocument, { id, lang: locale.value, ...clocks.value });
  const key = `entity|${id}|${JSON.stringify([common(), edgeFilter.value])}`;
  const edges = useTask<EntityEdges>(key, (signal, part) => entityEdges(id, signal, part));
  useTitle(head.data?.entity?.name);
  return (
    <div class="page entity-page">
      <Await of={head} lines={6}>
        {({ entity }) =>
          entity ? (
            <>
              <Title head={entity} />
              <Toolbar id={id} entity={toEntity(entity)} edges={edges.data} />
              <Await of={edges} lines={12}>
                {(list) => <Body id={id} entity={toEntity(entity)} list={list} loading={edges.loading} />}
              </Await>
            </>
          ) : (
            <Nothing title={t("state.gone")}>{t("state.goneHelp")}</Nothing>
          )
        }
      </Await>
    </div>
  );
}

function Title({ head }: { head: Head }) {
  const entity = toEntity(head);
  return (
    <header class="entity-head">
      <p class="row muted small">
        <span class="entity">
          <Glyph type={entity.type} />
          {label("type", entity.type)}
        </span>
        <Facts head={head} />
      </p>
      <h1>
        <Bdi text={entity.name} />
      </h1>
      <ul class="names" aria-label={t("entity.names")}>
        {spellings(head.names).map(({ text, langs }) => (
          <li key={text}>
            <Bdi text={text} lang={langs[0]} /> {langs.length > 0 && <span class="tag">{langs.map(langName).join(" · ")}</span>}
          </li>
        ))}
      </ul>
    </header>
  );
}

/** Each spelling once, with the languages that share it. */
function spellings(names: Head["names"]): { text: string; langs: string[] }[] {
  const all = new Map<string, string[]>();
  for (const { text, lang } of names) all.set(text, [...(all.get(text) ?? []), ...(lang ? [lang] : [])]);
  return [...all].map(([text, langs]) => ({ text, langs }));
}

/** What is known besides edges, by type. */
function Facts({ head }: { head: Head }) {
  const facts: (string | false | null | undefined)[] = [];
  const linked: { id: string; name: string }[] = [];
  if (head.__typename === "City") {
    facts.push(head.level && head.level !== "city" && label("level", head.level));
    if (head.region) linked.push(head.region);
  }
  if (head.__typename === "City" || head.__typename === "Region" || head.__typename === "Country") {
    if (head.country && head.country.id !== head.id) linked.push(head.country);
    facts.push(head.iso, head.population ? `${t("entity.population")} ${num(head.population)}` : null);
  }
  const entity = toEntity(head);
  if (entity.kind) facts.push(label("kind", entity.kind));
  if (entity.date) facts.push(formatDate(entity.date.value));
  if (head.__typename === "Agreement") {
    if (head.until) facts.push(t("date.before", { date: formatDate(head.until.value) }));
    if (head.renewal) facts.push(t("entity.renewal"));
    if (head.round) facts.push(t("entity.round", { n: head.round }));
  }
  if ("topics" in head) facts.push(...head.topics.map((topic) => label("topic", topic)));
  if ("place" in head && head.place) linked.push(head.place);
  return (
    <>
      {linked.map((place) => (
        <a key={place.id} href={to(`/entity/${place.id}`)}>
          <Bdi text={place.name} />
        </a>
      ))}
      {facts.filter(Boolean).map((fact) => (
        <span key={String(fact)}>{fact}</span>
      ))}
      {entity.status && <StatusMark group="status" code={entity.status} />}
      <span>{t("entity.articles", { n: head.articleCount })}</span>
      <span>{t("entity.edges", { n: head.degree })}</span>
    </>
  );
}

function Toolbar({ id, entity, edges }: { id: string; entity: Entity; edges: EntityEdges | undefined }) {
  const links = edges ? toLinks(entity, edges.edges.filter((e) => inBrush(e.date))) : [];
  const factOnly = param("modalities") === "FACT";
  return (
    <div class="row toolbar no-print">
      <a class="button primary" href={to("/explore", { x: `${id}~~25`, sel: id })}>
        {t("action.explore")}
      </a>
      <button class="chip" aria-pressed={factOnly} onClick={() => setParams({ modalities: factOnly ? null : "FACT" })}>
        {t("entity.factOnly")}
      </button>
      <Actions name={entity.name} query={{ document: EntityEdgesDocument, variables: entityVariables(id) }} links={links} print />
    </div>
  );
}

/** An entity's edges as links between two ends, for map and exports. */
export function toLinks(entity: Entity, edges: EntityEdge[]): Link[] {
  return edges.map((e) => ({ ...e, from: e.symmetric || e.outgoing ? entity : e.other, to: e.symmetric || e.outgoing ? e.other : entity }));
}

function Body({ id, entity, list, loading }: { id: string; entity: Entity; list: EntityEdges; loading: boolean }) {
  const shown = list.edges.filter((e) => inBrush(e.date));
  const sources = new SourceList();
  const arcs = arcsOf(toLinks(entity, shown));
  const isPlace = ["City", "Region", "Country"].includes(entity.type);
  const figures = useQuery(EntityFiguresDocument, isPlace ? { id, asOf: clocks.value.asOf } : null);
  const articles = useQuery(EntityArticlesDocument, { id, asOf: clocks.value.asOf });
  citeAll(shown, figures.data, sources);
  return (
    <div class="entity-columns">
      <div class="entity-main">
        {list.edges.length === 0 && !loading && <Nothing title={t(edgeFilter.value.types ? "state.nothing" : "entity.noEdges")} />}
        <Sections edges={shown} sources={sources} />
        {figures.data && <Figures query={figures.data} sources={sources} />}
        {list.total > list.edges.length && !loading && <p class="muted small">{t("entity.cut", { shown: list.edges.length, n: list.total })}</p>}
        {loading && <Loading lines={3} />}
        <Sources sources={sources} mentioned={articles.data?.articles.nodes ?? []} total={articles.data?.articles.totalCount ?? 0} />
      </div>
      <aside class="entity-aside">
        {arcs.length > 0 && (
          <figure class="card">
            <WorldMap arcs={arcs} spots={spotsOf(arcs, [entity])} focus={id} fit label={t("entity.map")} />
          </figure>
        )}
        {list.edges.length > 0 && (
          <section class="card pad no-print" aria-labelledby="timeline">
            <h3 id="timeline">{t("entity.timeline")}</h3>
            <Timeline dates={list.edges.map((e) => e.date)} label={t("time.label")} />
          </section>
        )}
      </aside>
    </div>
  );
}
