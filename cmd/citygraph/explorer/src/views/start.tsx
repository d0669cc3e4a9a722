import { type StartQuery, StartDocument } from "../api/generated.ts";
import { toEntity } from "../api/model.ts";
import { common, type LinkList, wholeEdges } from "../api/pages.ts";
import { label, langName, num, t } from "../i18n/i18n.ts";
import { clocks } from "../state/filters.ts";
import { arcsOf, spotsOf } from "../map/arcs.ts";
import { arcSummary, WorldMap } from "../map/map.tsx";
import { locale } from "../state/prefs.ts";
import { useQuery, useTask } from "../state/resource.ts";
import { to } from "../state/route.ts";
import { formatInstant } from "../text/date.ts";
import { EntityName } from "../ui/name.tsx";
import { SearchBox } from "../ui/search.tsx";
import { Await, EmptyGraph } from "../ui/states.tsx";
import { examples } from "./examples.ts";
import { useTitle } from "./title.ts";

const mapTypes = { types: ["TWINNED_WITH" as const, "PARTNERS_WITH" as const, "VISITED" as const] };
const mapEdges = 500;

/** The first page: what is loaded, where it lies, and what can be asked. */
export function Start() {
  useTitle(undefined);
  const start = useQuery(StartDocument, { lang: locale.value, ...clocks.value });
  return (
    <div class="page start">
      <section class="hero">
        <h1>{t("start.title")}</h1>
        <p class="lead">{t("start.lead")}</p>
        <SearchBox large main />
      </section>
      <Await of={start} lines={8}>
        {(data) => (data.stats.articles === 0 ? <EmptyGraph /> : <Overview data={data} />)}
      </Await>
    </div>
  );
}

function Overview({ data }: { data: StartQuery }) {
  const cities = data.cities.nodes.map((city) => toEntity(city));
  const task = useTask<LinkList>(`start-map|${JSON.stringify(common())}`, (signal, part) => wholeEdges(mapEdges, mapTypes, signal, part));
  return (
    <>
      <Await of={task} lines={10}>
        {({ links, total }) => {
          const arcs = arcsOf(links);
          return (
            <figure class="card">
              <WorldMap arcs={arcs} spots={spotsOf(arcs, cities)} label={t("map.label")} />
              <figcaption class="small muted caption">
                {arcSummary(arcs)} {total > links.length && t("map.cut", { shown: links.length, n: total })}{" "}
                <a href={to("/explore", { view: "map" })}>{t("start.openMap")}</a>
              </figcaption>
            </figure>
          );
        }}
      </Await>
      <div class="start-columns">
        <section aria-labelledby="top">
          <h2 id="top">{t("start.cities")}</h2>
          <ol class="ranks">
            {data.cities.nodes.map((city) => (
              <li key={city.id}>
                <EntityName entity={toEntity(city)} />
                <meter min={0} max={cities[0]?.degree ?? 1} value={city.degree} aria-label={t("start.edges", { n: city.degree })} />
                <span class="num muted small">{num(city.degree)}</span>
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="ask">
          <h2 id="ask">{t("start.questions")}</h2>
          <ul class="questions">
            {examples(cities).map((example) => (
              <li key={example.href}>
                <a href={example.href}>{example.text}</a>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <Loaded stats={data.stats} />
    </>
  );
}

/** What is loaded: articles by language, things by type, and when. */
function Loaded({ stats }: { stats: StartQuery["stats"] }) {
  return (
    <section aria-labelledby="loaded" class="loaded">
      <h2 id="loaded">{t("start.loaded")}</h2>
      <dl class="figures">
        <div>
          <dt>{t("start.articles", { n: stats.articles })}</dt>
          <dd>{num(stats.articles)}</dd>
          <dd class="small muted">{stats.langs.map((l) => `${langName(l.lang)} ${num(l.count)}`).join(" · ")}</dd>
        </div>
        <div>
          <dt>{t("start.claims", { n: stats.claims })}</dt>
          <dd>{num(stats.claims)}</dd>
          <dd class="small muted">{t("start.claimsHelp")}</dd>
        </div>
        <div>
          <dt>{t("start.things")}</dt>
          <dd>{num(stats.nodes.reduce((sum, n) => sum + n.count, 0))}</dd>
          <dd class="small muted">
            {stats.nodes
              .filter((n) => n.count > 0)
              .map((n) => `${label("types", n.type)} ${num(n.count)}`)
              .join(" · ")}
          </dd>
        </div>
        <div>
          <dt>{t("start.links")}</dt>
          <dd>{num(stats.edges.reduce((sum, n) => sum + n.count, 0))}</dd>
          <dd class="small muted">{stats.lastLoad && t("start.lastLoad", { date: formatInstant(stats.lastLoad) })}</dd>
        </div>
      </dl>
    </section>
  );
}

