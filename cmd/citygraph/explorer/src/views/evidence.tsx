import { useMemo } from "preact/hooks";
import type { ReadingFragment } from "../api/generated.ts";
import { toEntity } from "../api/model.ts";
import { label, langName, num, percent, t } from "../i18n/i18n.ts";
import { toItem } from "../state/route.ts";
import { ByteText } from "../text/bidi.ts";
import { formatDate } from "../text/date.ts";
import { EntityName } from "../ui/name.tsx";
import { StatusMark } from "../ui/status.tsx";
import { ArticleLine } from "./entity-sections.tsx";

type Part = { text: string; kind: "plain" | "sentence" | "trigger" | "argument" };

/** Cuts a paragraph into the sentence, its trigger and its two arguments, and the rest. */
export function cutParagraph(text: ByteText, evidence: ReadingFragment["evidence"]): Part[] {
  const { span } = evidence;
  const paragraph = text.paragraph(span.start, span.end);
  const marks = [
    { at: evidence.trigger, kind: "trigger" as const },
    { at: evidence.subject, kind: "argument" as const },
    { at: evidence.object, kind: "argument" as const },
  ]
    .flatMap(({ at, kind }) => (at && at.end > at.start && at.start >= span.start && at.end <= span.end ? [{ ...at, kind }] : []))
    .sort((a, b) => a.start - b.start);
  const parts: Part[] = [{ kind: "plain", text: text.slice(paragraph.start, span.start) }];
  let at = span.start;
  for (const mark of marks) {
    if (mark.start < at) continue;
    parts.push({ kind: "sentence", text: text.slice(at, mark.start) }, { kind: mark.kind, text: text.slice(mark.start, mark.end) });
    at = mark.end;
  }
  parts.push({ kind: "sentence", text: text.slice(at, span.end) }, { kind: "plain", text: text.slice(span.end, paragraph.end) });
  return parts.filter((p) => p.text);
}

/** The sentence in its paragraph, in its own direction and language. */
export function Passage({ claim }: { claim: ReadingFragment }) {
  const { evidence, article } = claim;
  const parts = useMemo(
    () => (article ? cutParagraph(new ByteText(article.text), evidence) : [{ kind: "sentence" as const, text: evidence.text }]),
    [article, evidence],
  );
  return (
    <blockquote class="passage" dir={evidence.direction.toLowerCase() as "ltr" | "rtl"} lang={evidence.lang ?? undefined}>
      {parts.map((part, i) =>
        part.kind === "plain" ? (
          <span key={i} class="around">
            {part.text}
          </span>
        ) : (
          <mark key={i} class={part.kind}>
            {part.text}
          </mark>
        ),
      )}
    </blockquote>
  );
}

/** The qualifiers that a claim gives, in words. */
export function Qualifiers({ claim }: { claim: ReadingFragment }) {
  const rows: [string, string][] = [];
  const add = (name: string, value: string | null | undefined | false) => value && rows.push([name, value]);
  add(t("col.tier"), label("tier", claim.tier));
  add(t("col.office"), label("office", claim.office));
  add(t("col.role"), label("role", claim.role));
  add(t("col.figure"), claim.figure && `${label("figure", claim.figure)}: ${num(claim.value ?? 0)}`);
  add(t("col.date"), claim.date && whenText(claim.date));
  add(t("col.until"), claim.until && whenText(claim.until));
  add(t("edge.word"), claim.title && `\u2068${claim.title}\u2069`);
  add(t("entity.topics"), claim.topics.map((topic) => label("topic", topic)).join(" · "));
  return (
    <dl class="qualifiers">
      <div>
        <dt>{t("col.modality")}</dt>
        <dd>
          <StatusMark group="modality" code={claim.modality} />
        </dd>
      </div>
      {claim.status && (
        <div>
          <dt>{t("col.status")}</dt>
          <dd>
            <StatusMark group="status" code={claim.status} />
          </dd>
        </div>
      )}
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function whenText(when: NonNullable<ReadingFragment["date"]>): string {
  const date = formatDate(when.value);
  if (!when.method || when.method === "STATED") return date;
  return `${date} (${when.anchor ? t("edge.anchor", { date: formatDate(when.anchor) }) : label("method", when.method)})`;
}

/** One claim: who and what, the passage, its article, and how it was read. */
export function ClaimCard({ claim, folded = [], headline }: { claim: ReadingFragment; folded?: ReadingFragment[]; headline?: boolean }) {
  return (
    <article class="claim" id={claim.id}>
      {headline && (
        <p class="claim-about row">
          {claim.subject && <EntityName entity={toEntity(claim.subject)} />}
          <span class="muted">{claim.type ? label("edge", claim.type) : label("figure", claim.figure)}</span>
          {claim.object ? <EntityName entity={toEntity(claim.object)} /> : claim.value !== null && <strong class="num">{num(claim.value)}</strong>}
        </p>
      )}
      <Passage claim={claim} />
      {claim.article ? <ArticleLine article={claim.article} /> : <p class="muted">{t("edge.noArticle")}</p>}
      <Qualifiers claim={claim} />
      {folded.length > 0 && (
        <details>
          <summary class="small">{t("edge.folded", { n: folded.length })}</summary>
          {folded.map((other) => other.article && <ArticleLine key={other.id} article={other.article} />)}
        </details>
      )}
      <p class="small muted row claim-foot">
        <span class="confidence">
          <meter min={0} max={1} value={claim.confidence} aria-hidden="true" />
          {t("edge.confidenceOf", { percent: percent(claim.confidence) })}
        </span>
        <span>
          {t("edge.rule")}{" "}
          <code dir="ltr">
            {claim.rule} {claim.version}
          </code>
        </span>
        {claim.evidence.lang && <span>{langName(claim.evidence.lang)}</span>}
        <a class="no-print" href={toItem("claim", claim.id)}>
          {t("edge.permalink")}
        </a>
      </p>
    </article>
  );
}

/** Puts claims that rest on the same sentence together: reprints are one witness. */
export function foldDuplicates(claims: ReadingFragment[]): { claim: ReadingFragment; folded: ReadingFragment[] }[] {
  const groups = new Map<string, { claim: ReadingFragment; folded: ReadingFragment[] }>();
  for (const claim of claims) {
    const key = claim.evidence.text.replaceAll(/\s+/g, " ").trim();
    const group = groups.get(key);
    if (group && group.claim.article?.id !== claim.article?.id) group.folded.push(claim);
    else groups.set(group ? key + claim.id : key, { claim, folded: [] });
  }
  return [...groups.values()];
}

