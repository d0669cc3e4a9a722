import { type BriefFragment, CountsDocument, PathFinderDocument, type PathFinderQuery } from "../api/generated.ts";
import { type Entity, type Link, toEntity, toLink } from "../api/model.ts";
import { common, narrowed } from "../api/pages.ts";
import { label, num, t } from "../i18n/i18n.ts";
import { useQuery } from "../state/resource.ts";
import { listParam, param, setParams, to, toItem } from "../state/route.ts";
import { Actions } from "../ui/actions.tsx";
import { Dates, edgeLabel } from "../ui/edges.tsx";
import { EntityName } from "../ui/name.tsx";
import { SearchBox } from "../ui/search.tsx";
import { Await, Nothing } from "../ui/states.tsx";
import { ArticleLine } from "./entity-sections.tsx";
import { useTitle } from "./title.ts";

type Found = PathFinderQuery["paths"];
const offered = ["TWINNED_WITH", "PARTNERS_WITH", "VISITED", "PARTY_TO", "HOLDS_OFFICE", "MET"];

/** How two entities are linked: paths, with a sentence for every hop. */
export function PathPage() {
  useTitle(t("path.title"));
  const [a, b] = [param("a"), param("b")];
  const depth = Number(param("depth")) || 4;
  const ends = useQuery(CountsDocument, a || b ? { ids: [a, b].filter(Boolean), ...common(), filter: {} } : null);
  const entities = (ends.data?.nodes ?? []).flatMap((n) => (n && "edgeCounts" in n ? [toEntity(n as BriefFragment)] : []));
  const end = (id: string) => entities.find((e) => e.id === id) ?? null;
  const variables = { from: a, to: b, k: 3, maxDepth: depth, ...common(), filter: narrowed({}) };
  const found = useQuery(PathFinderDocument, a && b && a !== b ? variables : null);
  const types = listParam("types");

  return (
    <div class="page reader-page">
      <h1>{t("path.title")}</h1>
      <div class="path-form">
        <SearchBox placeholder={t("path.from")} value={end(a)} onPick={(e) => setParams({ a: e.id })} />
        <button class="button" onClick={() => setParams({ a: b, b: a })}>
          {t("path.swap")}
        </button>
        <SearchBox placeholder={t("path.to")} value={end(b)} onPick={(e) => setParams({ b: e.id })} />
      </div>
      <div class="row path-limits">
        {offered.map((type) => (
          <button key={type} class="chip" aria-pressed={types.includes(type)} onClick={() => setParams({ types: (types.includes(type) ? types.filter((x) => x !== type) : [...types, type]).join(",") || null })}>
            {label("edge", type)}
          </button>
        ))}
        <label class="row small">
          {t("path.depth")}
          <select class="field" value={depth} onChange={(e) => setParams({ depth: e.currentTarget.value })}>
            {[1, 2, 3, 4, 5, 6].map((n) => (
              <option key={n} value={n}>
                {num(n)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {!a || !b ? <Nothing title={t("path.hint")} /> : <Await of={found}>{({ paths }) => <Paths found={paths} depth={depth} variables={variables} />}</Await>}
    </div>
  );
}

function Paths({ found, depth, variables }: { found: Found; depth: number; variables: object }) {
  const nodes = new Map(found.nodes.map((n) => [n.id, toEntity(n)]));
  const edges = new Map(found.edges.map((e) => [e.id, { link: toLink(e), proof: e.proof.nodes[0] }]));
  if (!found.paths.length) return <Nothing title={t("path.none", { n: depth })} />;
  const links = [...edges.values()].map((e) => e.link);
  return (
    <>
      <p class="row toolbar">
        <strong>{t("path.found", { n: found.paths.length })}</strong>
        <a class="button" href={to("/explore", { seed: [...nodes.keys()].join(",") })}>
          {t("action.explore")}
        </a>
        <Actions name="path" query={{ document: PathFinderDocument, variables }} links={links} nodes={[...nodes.values()]} />
      </p>
      <p class="small muted">{t("path.allowed", { types: found.edgeTypes.length > 11 ? t("path.all") : found.edgeTypes.map((type) => label("edge", type)).join(" · ") })}</p>
      {found.paths.map((path, i) => (
        <section key={i} class="path card pad" aria-label={t("path.number", { n: i + 1 })}>
          <h2>
            {t("path.number", { n: i + 1 })} <span class="muted small">{t("path.hops", { n: path.length })}</span>
          </h2>
          <ol class="hops">
            {path.edges.map((edge, hop) => (
              <Hop key={edge.id} from={nodes.get(path.nodes[hop]!.id)!} to={nodes.get(path.nodes[hop + 1]!.id)!} link={edges.get(edge.id)!.link} proof={edges.get(edge.id)!.proof} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

type Proof = Found["edges"][number]["proof"]["nodes"][number];

function Hop({ from, to, link, proof }: { from: Entity; to: Entity; link: Link; proof: Proof | undefined }) {
  return (
    <li>
      <p class="row">
        <EntityName entity={from} />
        <a class="hop" href={toItem("edge", link.id)}>
          {edgeLabel(link)}
        </a>
        <EntityName entity={to} />
        <span class="muted small">
          <Dates tie={link} />
        </span>
      </p>
      {proof && (
        <>
          <blockquote class="passage" dir={proof.evidence.direction.toLowerCase() as "ltr" | "rtl"} lang={proof.evidence.lang ?? undefined}>
            <mark class="sentence">{proof.evidence.text}</mark>
          </blockquote>
          {proof.article && <ArticleLine article={proof.article} />}
        </>
      )}
    </li>
  );
}
