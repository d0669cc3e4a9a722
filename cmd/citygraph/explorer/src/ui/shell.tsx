import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { signal } from "@preact/signals";
import { t } from "../i18n/i18n.ts";
import { chooseDigits, chooseLocale, chooseTheme, easternDigits, isDark, type Locale, locale, locales } from "../state/prefs.ts";
import { here, param, segments, setParams, to } from "../state/route.ts";
import { formatDate } from "../text/date.ts";
import { Icon } from "./glyph.tsx";
import { SearchBox } from "./search.tsx";

const own: Record<Locale, string> = { en: "English", ar: "العربية", zh: "中文" };
const helpOpen = signal(false);

/** What was done, for those who do not see the picture change. */
export const announced = signal("");

/** The frame of every view: navigation, search, language, theme, help. */
export function Shell({ children }: { children: ComponentChildren }) {
  const start = here.value.pathname === "/";
  const section = segments.value[0] ?? "";
  const link = (path: string, names: string[], text: string) => (
    <a href={to(path)} aria-current={names.includes(section) ? "page" : undefined}>
      {text}
    </a>
  );
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        {t("nav.skip")}
      </a>
      <header class="bar">
        <a class="brand" href={to("/")}>
          <img src="/icon.svg" alt="" width="28" height="28" />
          citygraph
        </a>
        <nav aria-label={t("nav.main")}>
          {link("/explore", ["explore"], t("nav.explore"))}
          {link("/path", ["path"], t("nav.path"))}
          <a href="/graphiql">{t("nav.api")}</a>
        </nav>
        {!start && <SearchBox main />}
        <div class="tools">
          <Language />
          <button class="button quiet icon" aria-label={t(isDark.value ? "nav.light" : "nav.dark")} onClick={() => chooseTheme(isDark.value ? "light" : "dark")}>
            <Icon name={isDark.value ? "sun" : "moon"} />
          </button>
          <button class="button quiet icon" aria-label={t("nav.help")} onClick={() => (helpOpen.value = true)}>
            ?
          </button>
        </div>
      </header>
      <Clocks />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer class="foot">{t("foot.evidence")}</footer>
      <div class="hidden" role="status" aria-live="polite">
        {announced.value}
      </div>
      <Help />
    </>
  );
}

function skip(e: Event) {
  e.preventDefault();
  document.getElementById("main")?.focus();
}

function Language() {
  return (
    <select class="field" aria-label={t("nav.language")} value={locale.value} onChange={(e) => chooseLocale(e.currentTarget.value as Locale)}>
      {locales.map((l) => (
        <option key={l} value={l} lang={l}>
          {own[l]}
        </option>
      ))}
    </select>
  );
}

/** Says, on every view, that another moment than now is shown. */
function Clocks() {
  if (!param("asOf") && !param("validAt")) return null;
  return (
    <div class="clock" role="note">
      {param("asOf") && <span>{t("clock.asOf", { date: formatDate(param("asOf")) })}</span>}
      {param("validAt") && <span>{t("clock.validAt", { date: formatDate(param("validAt")) })}</span>}
      <button class="chip" onClick={() => setParams({ asOf: null, validAt: null })}>
        {t("clock.now")}
      </button>
    </div>
  );
}

const keys: [string, Parameters<typeof t>[0]][] = [
  ["/", "help.search"],
  ["?", "help.help"],
  ["Esc", "help.close"],
  ["↑ ↓", "help.walk"],
  ["Enter", "help.open"],
  ["+ −", "help.zoom"],
];

function Help() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (helpOpen.value && !dialog.current?.open) dialog.current?.showModal();
  }, [helpOpen.value]);
  return (
    <dialog ref={dialog} aria-labelledby="help-title" onClose={() => (helpOpen.value = false)}>
      <div class="stack">
        <h2 id="help-title">{t("help.title")}</h2>
        <dl class="facts">
          {keys.map(([key, text]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(text)}</dd>
            </div>
          ))}
        </dl>
        {locale.value === "ar" && (
          <label class="row">
            <input type="checkbox" checked={easternDigits.value} onChange={(e) => chooseDigits(e.currentTarget.checked)} />
            {t("help.digits")}
          </label>
        )}
        <button class="button primary" onClick={() => dialog.current?.close()}>
          {t("action.close")}
        </button>
      </div>
    </dialog>
  );
}

/** Keys that work everywhere outside text fields. */
export function listenForKeys(): void {
  addEventListener("keydown", (e) => {
    if (e.metaKey || e.ctrlKey || e.altKey || (e.target as Element).matches?.("input, select, textarea")) return;
    if (e.key === "/") {
      e.preventDefault();
      document.querySelector<HTMLInputElement>("[data-main-search]")?.focus();
    } else if (e.key === "?") {
      helpOpen.value = true;
    }
  });
}
