import type { Entity } from "../api/model.ts";
import { locale } from "../state/prefs.ts";
import { toItem } from "../state/route.ts";
import { scriptLang } from "../text/bidi.ts";
import { Glyph } from "./glyph.tsx";

/** A name of the data: isolated, and in its own language for fonts and voices. */
export function Bdi({ text, lang }: { text: string; lang?: string | null }) {
  return (
    <bdi dir="auto" lang={lang || scriptLang(text) || undefined}>
      {text}
    </bdi>
  );
}

/** Whether a name is not in the reader's script, so that its language is said beside it. */
function fallbackLang(name: string): string {
  const lang = scriptLang(name);
  if (!lang) return locale.value === "en" ? "" : "en";
  return lang === locale.value ? "" : lang;
}

type Props = { entity: Pick<Entity, "id" | "name"> & Partial<Entity>; glyph?: boolean; original?: boolean; plain?: boolean };

/** An entity's name, linked to its page: the reader's language first, marked where it is another. */
export function EntityName({ entity, glyph = true, original, plain }: Props) {
  const tag = entity.name && fallbackLang(entity.name);
  return (
    <span class="entity">
      {glyph && entity.type && <Glyph type={entity.type} named />}
      <span>
        {plain ? (
          <Bdi text={entity.name} />
        ) : (
          <a class="plain" href={toItem("entity", entity.id)}>
            <Bdi text={entity.name} />
          </a>
        )}{" "}
        {tag && entity.type && !["Agreement", "Person"].includes(entity.type) ? <span class="tag">{tag}</span> : null}
        {original && entity.originalName && entity.originalName !== entity.name && (
          <span class="name-original">
            {" "}
            <Bdi text={entity.originalName} />
          </span>
        )}
      </span>
    </span>
  );
}
