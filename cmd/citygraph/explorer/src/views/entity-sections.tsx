import type { ComponentChildren } from "preact";
import type { EntityArticlesQuery, EntityFiguresQuery } from "../api/generated.ts";
import type { EntityEdge, SourceList } from "../api/entity.ts";
import { tiers } from "../api/model.ts";
import { type Key, label, langName, num, t } from "../i18n/i18n.ts";
import { byDate } from "../state/filters.ts";
import { toItem } from "../state/route.ts";
import { formatDate } from "../text/date.ts";
import { Dates, edgeLabel } from "../ui/edges.tsx";
import { Bdi, EntityName } from "../ui/name.tsx";
import { StatusMark } from "../ui/status.tsx";
import { type Column, DataTable } from "../ui/table.tsx";

type Props = { edges: EntityEdge[]; sources: SourceList };

/** Which edges stand together, under which heading, in the order of the page. */
const groups: { title: Key; has: (e: EntityEdge) => boolean; extra?: ("kind" | "office" | "role" | "status")[] }[] = [
  { title: "entity.offices", has: (e) => e.type === "HOLDS_OFFICE", extra: ["office"] },
  { title: "entity.visitsIn", has: (e) => e.type === "VISITED" && !e.outgoing, extra: ["status"] },
  { title: "entity.visitsOut", has: (e) => e.type === "VISITED" && e.outgoing, extra: ["status"] },
  { title: "entity.works", has: (e) => e.type === "PARTNERS_WITH", extra: ["status"] },
  { title: "entity.parties", has: (e) => e.type === "PARTY_TO" && !e.outgoing },
  { title: "entity.signed", has: (e) => e.type === "SIGNED" },
  { title: "entity.renewals", has: (e) => e.type === "RENEWS" },
  { title: "entity.meetings", has: (e) => e.type === "MET" },
  { title: "entity.events", has: (e) => e.type === "PARTICIPATED_IN" || e.type === "HELD_IN", extra: ["role"] },
  { title: "entity.members", has: (e) => e.type === "MEMBER_OF" },
  { title: "entity.located", has: (e) => e.type === "LOCATED_IN" },
];

/** Numbers the sources of everything that the page lists, in its order, shown or not yet. */
export function citeAll(edges: EntityEdge[], figures: EntityFiguresQuery | undefined, sources: SourceList): void {
  const lists = [...[...tiers, null].map((tier) => (e: EntityEdge) => isPartner(e) && e.tier === tier), isPaper, ...groups.map((g) => g.has)];
  for (const has of lists) for (const edge of edges.filter(has).sort(byDate)) for (const source of edge.sources) sources.cite(source);
  for (const figure of figures?.figures.nodes ?? []) sources.cite(figure);
}

const isPartner = (e: EntityEdge) => e.type === "TWINNED_WITH";
const isPaper = (e: EntityEdge) => e.type === "PARTY_TO" && e.outgoing;

/** Partners by tier, agreements, and then every other kind of edge that there is. */
export function Sections({ edges, sources }: Props) {
  return (
    <>
      <Partners edges={edges.filter(isPartner)} sources={sources} />
      <Agreements edges={edges.filter(isPaper)} sources={sources} />
      {groups.map((group) => {
        const found = edges.filter(group.has).sort(byDate);
        return found.length ? (
          <Section key={group.title} title={t(group.title)} count={found.length}>
            <DataTable rows={found} id={(e) => e.id} caption={t(group.title)} most={25} columns={columns(sources, group.extra ?? [])} />
          </Section>
        ) : null;
      })}
    </>
  );
}

function Section({ title, count, children }: { title: string; count?: number; children: ComponentChildren }) {
  return (
    <section class="section">
      <h2>
        {title} {count !== undefined && <span class="muted num small">{num(count)}</span>}
      </h2>
      {children}
    </section>
  );
}

function Partners({ edges, sources }: Props) {
  if (!edges.length) return null;
  return (
    <Section title={t("entity.partners")} count={edges.length}>
      {[...tiers, null].map((tier) => {
        const found = edges.filter((e) => e.tier === tier).sort(byDate);
        return found.length ? (
          <div key={tier} class="tier">
            <h3>
              {label("tier", tier ?? "UNSPECIFIED")} <span class="muted num">{num(found.length)}</span>
            </h3>
            <DataTable rows={found} id={(e) => e.id} caption={t("entity.partnersOf", { n: found.length })} most={25} columns={columns(sources, ["status"])} />
          </div>
        ) : null;
      })}
    </Section>
  );
}

function Agreements({ edges, sources }: Props) {
  if (!edges.length) return null;
  const sorted = edges.map((e) => ({ ...e, date: e.date ?? (e.other.date as EntityEdge["date"]) ?? null })).sort(byDate);
  const shown: Column<EntityEdge>[] = [
    { key: "kind", title: t("col.agreement"), cell: (e) => <EntityName entity={e.other} glyph={false} />, sort: (e) => e.other.kind ?? "" },
    { key: "parties", title: t("col.parties"), cell: (e) => <Others edge={e} /> },
    { key: "date", title: t("col.date"), cell: (e) => <Dates tie={{ ...e, until: e.agreement?.until ?? e.until }} />, sort: (e) => e.date?.value ?? "" },
    { key: "status", title: t("col.status"), cell: (e) => <AgreementStatus edge={e} />, sort: (e) => e.other.status ?? "" },
    sourceColumn(sources),
  ];
  return (
    <Section title={t("entity.agreements")} count={edges.length}>
      <DataTable rows={sorted} id={(e) => e.id} caption={t("entity.agreements")} most={25} columns={shown} />
    </Section>
  );
}

function Others({ edge }: { edge: EntityEdge }) {
  return (
    <span class="list">
      {edge.agreement?.parties.map((party) => <EntityName key={party.id} entity={party} glyph={false} />)}
    </span>
  );
}

/** Status, round, and the older paper that it renews. */
function AgreementStatus({ edge }: { edge: EntityEdge }) {
  const { agreement } = edge;
  return (
    <>
      <StatusMark group="status" code={edge.other.status} />
      {agreement?.round ? <div class="muted">{t("entity.round", { n: agreement.round })}</div> : agreement?.renewal ? <div class="muted">{t("entity.renewal")}</div> : null}
      {agreement?.renews.map((older) => (
        <div key={older.id}>
          <a href={toItem("entity", older.id)}>{t("entity.renewsOlder", { name: older.name })}</a>
        </div>
      ))}
    </>
  );
}

function columns(sources: SourceList, extra: string[]): Column<EntityEdge>[] {
  const list: Column<EntityEdge>[] = [{ key: "other", title: t("col.name"), cell: (e) => <EntityName entity={e.other} original={extra.includes("office")} />, sort: (e) => e.other.name }];
  if (extra.includes("office"))
    list.push({
      key: "office",
      title: t("col.office"),
      cell: (e) => (
        <>
          {edgeLabel(e)}
          {e.title && (
            <span class="name-original">
              {" "}
              <Bdi text={e.title} />
            </span>
          )}
          {e.postedTo && (
            <span class="muted">
              {" "}
              → <EntityName entity={e.postedTo} glyph={false} />
            </span>
          )}
        </>
      ),
      sort: (e) => edgeLabel(e),
    });
  if (extra.includes("role")) list.push({ key: "role", title: t("col.role"), cell: (e) => label("role", e.role) || label("edge", e.type), sort: (e) => e.role ?? "" });
  list.push({ key: "date", title: t("col.date"), cell: (e) => <Dates tie={e} />, sort: (e) => e.date?.value ?? "" });
  if (extra.includes("status"))
    list.push({
      key: "status",
      title: t("col.status"),
      cell: (e) => (
        <>
          <StatusMark group="status" code={e.status} />
          {e.modality !== "FACT" && (
            <div>
              <StatusMark group="modality" code={e.modality} />
            </div>
          )}
        </>
      ),
      sort: (e) => e.status ?? "",
    });
  return [...list, sourceColumn(sources)];
}

/** The numbers of the articles behind an edge, and the way to its sentences. */
function sourceColumn(sources: SourceList): Column<EntityEdge> {
  return {
    key: "sources",
    title: t("col.support"),
    cell: (e) => (
      <span class="cites">
        <a href={toItem("edge", e.id)} aria-label={`${t("edge.evidence")}: ${t("edge.support", { n: e.support })}`}>
          {num(e.support)}
        </a>{" "}
        {[...new Set(e.sources.map((source) => sources.cite(source)))].map((n) => n && <sup key={n}>[{num(n)}]</sup>)}
      </span>
    ),
    sort: (e) => e.support,
    numeric: true,
  };
}

/** Numbers that articles claim of a place, side by side. */
export function Figures({ query, sources }: { query: EntityFiguresQuery; sources: SourceList }) {
  const { nodes } = query.figures;
  if (!nodes.length) return null;
  return (
    <Section title={t("entity.figures")} count={nodes.length}>
      <p class="muted small">{t("entity.figuresNote")}</p>
      <DataTable
        rows={nodes}
        id={(c) => c.id}
        caption={t("entity.figures")}
        columns={[
          { key: "value", title: t("col.value"), cell: (c) => <a href={toItem("claim", c.id)}>{num(c.value ?? 0)}</a>, sort: (c) => c.value ?? 0, numeric: true },
          { key: "figure", title: t("col.figure"), cell: (c) => label("figure", c.figure), sort: (c) => c.figure ?? "" },
          { key: "title", title: t("edge.word"), cell: (c) => c.title && <Bdi text={c.title} lang={c.evidence.lang} /> },
          { key: "asserted", title: t("col.said"), cell: (c) => formatDate(c.date?.value ?? c.asserted), sort: (c) => c.date?.value ?? c.asserted ?? "" },
          {
            key: "sources",
            title: t("col.source"),
            cell: (c) => {
              const n = sources.cite(c);
              return (
                <span>
                  {c.article?.source && <Bdi text={c.article.source} />} {n && <sup>[{num(n)}]</sup>}
                </span>
              );
            },
          },
        ]}
      />
    </Section>
  );
}

type Mentioned = EntityArticlesQuery["articles"]["nodes"];

/** The numbered articles with the sentences that the page rests on; then those that only name it. */
export function Sources({ sources, mentioned, total }: { sources: SourceList; mentioned: Mentioned; total: number }) {
  const cited = new Set(sources.articles.map((s) => s.article.id));
  const others = mentioned.filter((a) => !cited.has(a.id));
  return (
    <Section title={t("entity.sources")} count={Math.max(total, cited.size)}>
      <p class="muted small">{t("entity.sourcesNote")}</p>
      <ol class="sources">
        {sources.articles.map(({ article, quotes }, i) => (
          <li key={article.id}>
            <span class="num muted">[{num(i + 1)}]</span>
            <div>
              <ArticleLine article={article} />
              <details class="quotes">
                <summary class="small">{t("entity.sentences", { n: quotes.length })}</summary>
                {quotes.map((quote) => (
                  <blockquote key={quote.text} dir={quote.direction.toLowerCase() as "ltr" | "rtl"} lang={quote.lang ?? undefined}>
                    {quote.text}
                  </blockquote>
                ))}
              </details>
            </div>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <details>
          <summary>
            {t("entity.mentioned")} <span class="num">{num(others.length)}</span>
          </summary>
          <ul class="sources">
            {others.map((article) => (
              <li key={article.id}>
                <ArticleLine article={article} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

type Line = { id: string; title: string; source: string | null; date: string | null; lang: string; url: string | null };

/** Title, publisher, date and language of an article, on one line. */
export function ArticleLine({ article }: { article: Line }) {
  return (
    <p>
      <a href={toItem("article", article.id)}>
        <Bdi text={article.title} lang={article.lang} />
      </a>
      <span class="muted small article-meta">
        {article.source && <Bdi text={article.source} />}
        {article.date && <span>{formatDate(article.date)}</span>}
        <span>{langName(article.lang)}</span>
        {article.url && /^https?:\/\//.test(article.url) && (
          <a href={article.url} rel="noreferrer noopener" target="_blank" dir="ltr">
            {new URL(article.url).hostname}
          </a>
        )}
      </span>
    </p>
  );
}
