import { useEffect, useId, useRef, useState } from "preact/hooks";
import { SearchDocument } from "../api/generated.ts";
import { type Entity } from "../api/model.ts";
import { closestNames, searchNames, type Hit } from "../api/search.ts";
import { label, t } from "../i18n/i18n.ts";
import { clocks } from "../state/filters.ts";
import { locale } from "../state/prefs.ts";
import { useTask } from "../state/resource.ts";
import { go, to, toItem } from "../state/route.ts";
import { Icon, Glyph } from "./glyph.tsx";
import { Bdi } from "./name.tsx";

type Props = { large?: boolean; main?: boolean; placeholder?: string; value?: Entity | null; onPick?: (entity: Entity) => void };

const wait = 120;

/** The one search box: any script, arrows and Enter, Escape to leave. */
export function SearchBox({ large, main, placeholder, value, onPick }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value?.name ?? "");
  const [asked, setAsked] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);

  useEffect(() => setText(value?.name ?? ""), [value?.id, value?.name]);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), wait);
    return () => clearTimeout(timer);
  }, [text]);

  const ask = open && asked ? `${SearchDocument}${asked}|${locale.value}|${clocks.value.asOf}` : null;
  const result = useTask(ask, (signal) => lookUp(asked, signal));
  const fresh = asked === text.trim() && !result.loading;
  const hits = open && asked && fresh ? (result.data?.hits ?? []) : [];

  const pick = (hit: Hit) => {
    setOpen(false);
    if (onPick) onPick(hit.entity);
    else {
      setText("");
      input.current?.blur();
      go(toItem("entity", hit.entity.id));
    }
  };
  /** Takes the chosen name; where the list is not there yet, asks first rather than take an old one. */
  const choose = async () => {
    const wanted = text.trim();
    if (!wanted) return;
    const list = fresh ? hits : await lookUp(wanted, new AbortController().signal).then((r) => r.hits).catch(() => []);
    const hit = list[fresh ? at : 0];
    if (hit) pick(hit);
    else if (!onPick) go(to("/search", { q: wanted }));
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      e.preventDefault();
      setOpen(true);
      if (hits.length) setAt((at + (e.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length);
    } else if (e.key === "Enter") {
      e.preventDefault();
      void choose();
    } else if (e.key === "Escape") {
      setText(value?.name ?? "");
      setOpen(false);
      input.current?.blur();
    }
  };

  return (
    <div class={`find ${large ? "large" : ""}`} role="search">
      <input
        ref={input}
        type="search"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        data-main-search={main || undefined}
        role="combobox"
        aria-expanded={open && !!asked}
        aria-controls={id}
        aria-autocomplete="list"
        list={undefined}
        aria-activedescendant={hits[at] ? `${id}-${at}` : undefined}
        aria-label={placeholder ?? t("search.label")}
        placeholder={placeholder ?? t("search.placeholder")}
        value={text}
        onInput={(e) => {
          setText(e.currentTarget.value);
          setAt(0);
          setOpen(true);
        }}
        onFocus={(e) => {
          e.currentTarget.select();
          if (text) setOpen(true);
        }}
        onBlur={() => setTimeout(() => document.activeElement !== input.current && setOpen(false), 150)}
        onKeyDown={onKeyDown}
      />
      <Icon name="search" />
      <div class="found" id={id} role="listbox" aria-label={t("search.results")} hidden={!open || !asked}>
        {result.error && <p role="alert">{label("error", result.error.code)}</p>}
        {result.loading && !hits.length && <p>{t("state.loading")}</p>}
        {result.data && !hits.length && !result.loading && <p>{t("search.none")}</p>}
        {result.data?.guessed && hits.length > 0 && <p role="presentation">{t("search.guess")}</p>}
        {hits.map((hit, i) => (
          <div key={hit.entity.id} id={`${id}-${i}`} role="option" aria-selected={i === at} onMouseDown={(e) => e.preventDefault()} onClick={() => pick(hit)}>
            <Glyph type={hit.entity.type} />
            <span>
              <Bdi text={hit.entity.name} />{" "}
              {hit.matched !== hit.entity.name && (
                <span class="name-original">
                  <Bdi text={hit.matched} />
                </span>
              )}
            </span>
            <span class="kind">
              {label("type", hit.entity.type)}
              {hit.entity.countryCode ? ` · ${hit.entity.countryCode}` : ""}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}

async function lookUp(text: string, signal: AbortSignal): Promise<{ hits: Hit[]; guessed: boolean }> {
  const hits = await searchNames(text, 8, signal);
  if (hits.length || text.length < 3) return { hits, guessed: false };
  return { hits: await closestNames(text, 5, signal), guessed: true };
}
