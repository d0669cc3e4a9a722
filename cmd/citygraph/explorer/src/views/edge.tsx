import { ClaimReaderDocument, EdgeReaderDocument, type EdgeReaderQuery, type ReadingFragment } from "../api/generated.ts";
import { toEntity } from "../api/model.ts";
import { label, percent, t } from "../i18n/i18n.ts";
import { clocks } from "../state/filters.ts";
import { locale } from "../state/prefs.ts";
import { useQuery } from "../state/resource.ts";
import { param, setParams } from "../state/route.ts";
import { formatDate } from "../text/date.ts";
import { Actions } from "../ui/actions.tsx";
import { Dates, edgeLabel } from "../ui/edges.tsx";
import { EntityName } from "../ui/name.tsx";
import { Await, Nothing } from "../ui/states.tsx";
import { StatusMark } from "../ui/status.tsx";
import { conflicts } from "./conflicts.ts";
import { ClaimCard, foldDuplicates } from "./evidence.tsx";
import { useTitle } from "./title.ts";

type Edge = NonNullable<EdgeReaderQuery["edge"]>;

/** The page of one edge: what it concludes, and every sentence that says so. */
export function EdgePage({ id }: { id: string }) {
  return (
    <div class="page reader-page">
      <EdgeReader id={id} page />
    </div>
  );
}

/** An edge and its evidence; on its own page or beside a picture. */
export function EdgeReader({ id, page }: { id: string; page?: boolean }) {
  const variables = { id, lang: locale.value, ...clocks.value };
  const edge = useQuery(EdgeReaderDocument, variables);
  return (
    <Await of={edge} lines={8}>
      {({ edge }) => (edge ? <Reader edge={edge} page={page} variables={variables} /> : <Nothing title={t("state.gone")}>{t("state.goneHelp")}</Nothing>)}
    </Await>
  );
}

function Reader({ edge, page, variables }: { edge: Edge; page?: boolean; variables: object }) {
  const [from, to] = [toEntity(edge.from), toEntity(edge.to)];
  useTitle(page ? `${from.name} – ${to.name}` : undefined);
  const factOnly = param("modalities") === "FACT";
  const claims = factOnly ? edge.claims.nodes.filter((c) => c.modality === "FACT") : edge.claims.nodes;
  const Heading = page ? "h1" : "h2";
  return (
    <div class="reader">
      <Heading class="reader-title">
        <EntityName entity={from} /> <span class="reader-verb">{edgeLabel(edge)}</span> <EntityName entity={to} />
      </Heading>
      <p class="row reader-facts">
        <Dates tie={edge} />
        <StatusMark group="status" code={edge.status} />
        {edge.modality !== "FACT" && <StatusMark group="modality" code={edge.modality} />}
        {edge.postedTo && (
          <span>
            {t("edge.posted")} <EntityName entity={edge.postedTo} />
          </span>
        )}
        {edge.topics.map((topic) => (
          <span class="tag" key={topic}>
            {label("topic", topic)}
          </span>
        ))}
      </p>
      <div class="row no-print">
        <button class="chip" aria-pressed={factOnly} onClick={() => setParams({ modalities: factOnly ? null : "FACT" })}>
          {t("edge.onlyFact")}
        </button>
        {page && <Actions name={`${from.name}-${to.name}`} query={{ document: EdgeReaderDocument, variables }} links={[{ ...edge, from, to }]} print />}
      </div>
      <Why edge={edge} />
      <Conflicts claims={claims} />
      <h3 class="reader-count">
        {t("edge.claims", { n: edge.claims.totalCount })}, {t("edge.support", { n: edge.support })}
      </h3>
      {claims.length === 0 && <Nothing title={t("edge.noFact")} />}
      {foldDuplicates(claims).map(({ claim, folded }) => (
        <ClaimCard key={claim.id} claim={claim} folded={folded} />
      ))}
    </div>
  );
}

/** The confidence of the edge and what it is made of. */
function Why({ edge }: { edge: Edge }) {
  const best = Math.max(...edge.claims.nodes.map((c) => c.confidence), 0);
  return (
    <dl class="why">
      <div>
        <dt>{t("edge.confidence")}</dt>
        <dd>
          <meter min={0} max={1} value={edge.confidence} aria-hidden="true" /> <strong class="num">{percent(edge.confidence)}</strong>
          <p class="small muted">{t("edge.confidenceParts", { best: percent(best), n: edge.support })}</p>
        </dd>
      </div>
      {edge.firstAsserted && (
        <div>
          <dt>{t("edge.first")}</dt>
          <dd>{formatDate(edge.firstAsserted)}</dd>
        </div>
      )}
      {edge.lastAsserted && edge.lastAsserted !== edge.firstAsserted && (
        <div>
          <dt>{t("edge.last")}</dt>
          <dd>{formatDate(edge.lastAsserted)}</dd>
        </div>
      )}
    </dl>
  );
}

/** Where claims say different things, the sides beside each other. */
function Conflicts({ claims }: { claims: ReadingFragment[] }) {
  const found = conflicts(claims);
  if (!found.length) return null;
  return (
    <section class="conflicts" aria-label={t("edge.conflict")}>
      <h3>{t("edge.conflict")}</h3>
      {found.map((conflict) => (
        <div key={conflict.what} class="conflict">
          <p class="small muted">{t("edge.conflictOn", { what: conflict.what })}</p>
          <div class="sides">
            {conflict.sides.map((side) => (
              <div key={side.value}>
                <strong>{side.value}</strong>
                {side.claims.map((claim) => (
                  <p class="small" key={claim.id}>
                    <a href={`#${claim.id}`} onClick={(e) => show(e, claim.id)}>
                      <bdi dir="auto" lang={claim.article?.lang}>
                        {claim.article?.title ?? t("edge.noArticle")}
                      </bdi>
                    </a>
                    {claim.asserted && <span class="muted">, {formatDate(claim.asserted)}</span>}
                  </p>
                ))}
              </div>
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

function show(e: Event, id: string) {
  e.preventDefault();
  document.getElementById(id)?.scrollIntoView({ block: "center" });
}

/** The page of one claim. */
export function ClaimPage({ id }: { id: string }) {
  const claim = useQuery(ClaimReaderDocument, { id, lang: locale.value, asOf: clocks.value.asOf });
  useTitle(t("claim.title"));
  return (
    <div class="page reader-page">
      <Await of={claim}>
        {({ claim }) =>
          claim ? (
            <>
              <h1>{t("claim.title")}</h1>
              <ClaimCard claim={claim} headline />
            </>
          ) : (
            <Nothing title={t("state.gone")}>{t("state.goneHelp")}</Nothing>
          )
        }
      </Await>
    </div>
  );
}
