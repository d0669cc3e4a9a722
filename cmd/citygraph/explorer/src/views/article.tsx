import { useMemo } from "preact/hooks";
import { ArticleReaderDocument, type ArticleReaderQuery } from "../api/generated.ts";
import { toEntity } from "../api/model.ts";
import { label, num, t } from "../i18n/i18n.ts";
import { clocks } from "../state/filters.ts";
import { locale } from "../state/prefs.ts";
import { useQuery } from "../state/resource.ts";
import { toItem } from "../state/route.ts";
import { ByteText } from "../text/bidi.ts";
import { EntityName } from "../ui/name.tsx";
import { Await, Nothing } from "../ui/states.tsx";
import { ArticleLine } from "./entity-sections.tsx";
import { useTitle } from "./title.ts";

type Article = Extract<NonNullable<ArticleReaderQuery["node"]>, { text: string }>;

/** One article as it was read, with every sentence marked that a claim rests on. */
export function ArticlePage({ id }: { id: string }) {
  const article = useQuery(ArticleReaderDocument, { id, lang: locale.value, asOf: clocks.value.asOf });
  return (
    <div class="page">
      <Await of={article} lines={10}>
        {({ node }) => (node && "text" in node ? <Reader article={node as Article} /> : <Nothing title={t("state.gone")}>{t("state.goneHelp")}</Nothing>)}
      </Await>
    </div>
  );
}

function Reader({ article }: { article: Article }) {
  useTitle(article.title);
  const dir = article.direction.toLowerCase() as "ltr" | "rtl";
  return (
    <>
      <h1 dir={dir} lang={article.lang}>
        {article.title}
      </h1>
      <ArticleLine article={article} />
      <div class="entity-columns article-columns">
        <div class="article-text" dir={dir} lang={article.lang}>
          <Text article={article} />
        </div>
        <aside>
          <h2>{t("article.claims", { n: article.claims.totalCount })}</h2>
          <ol class="stack small">
            {article.claims.nodes.map((claim) => (
              <li key={claim.id}>
                {claim.subject && <EntityName entity={toEntity(claim.subject)} />}{" "}
                <a href={toItem("claim", claim.id)}>{claim.type ? label("edge", claim.type) : label("figure", claim.figure)}</a>{" "}
                {claim.object ? <EntityName entity={toEntity(claim.object)} /> : <span class="num">{num(claim.value ?? 0)}</span>}
              </li>
            ))}
          </ol>
          {article.mentions.nodes.length > 0 && (
            <>
              <h2>{t("article.mentions")}</h2>
              <ul class="list">
                {article.mentions.nodes.map((entity) => entity && (
                  <li key={entity.id}>
                    <EntityName entity={toEntity(entity)} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </aside>
      </div>
    </>
  );
}

/** The text in paragraphs; sentences with claims are marked and lead to them. */
function Text({ article }: { article: Article }) {
  const parts = useMemo(() => {
    const text = new ByteText(article.text);
    const spans = new Map(article.claims.nodes.map((c) => [c.evidence.span.start, { ...c.evidence.span, claim: c.id }]));
    const list: { text: string; claim?: string }[] = [];
    let at = 0;
    for (const span of [...spans.values()].sort((a, b) => a.start - b.start)) {
      if (span.start < at) continue;
      list.push({ text: text.slice(at, span.start) }, { text: text.slice(span.start, span.end), claim: span.claim });
      at = span.end;
    }
    list.push({ text: text.slice(at, text.length) });
    return list;
  }, [article]);
  return (
    <>
      {parts.map((part, i) =>
        part.claim ? (
          <a key={i} class="plain" href={toItem("claim", part.claim)}>
            <mark class="sentence">{part.text}</mark>
          </a>
        ) : (
          part.text
        ),
      )}
    </>
  );
}

