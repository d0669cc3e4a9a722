import type { ComponentChildren } from "preact";
import type { ApiError } from "../api/client.ts";
import { forgetAnswers } from "../api/client.ts";
import { label, t } from "../i18n/i18n.ts";
import { clearFilters, filterCount } from "../state/filters.ts";
import type { Resource } from "../state/resource.ts";

/** While an answer is on its way: the shape of a text, and after a while words. */
export function Loading({ slow, lines = 5 }: { slow?: boolean; lines?: number }) {
  return (
    <div class="loading" role="status" aria-live="polite">
      <span class={slow ? "muted" : "hidden"}>{t(slow ? "state.slow" : "state.loading")}</span>
      {Array.from({ length: lines }, (_, i) => (
        <div class="bone" key={i} />
      ))}
    </div>
  );
}

/** What went wrong in words, what the server said, and what can be done. */
export function Failure({ error, retry }: { error: ApiError; retry: () => void }) {
  const again = () => {
    forgetAnswers();
    retry();
  };
  return (
    <div class="note" role="alert" data-error={error.code}>
      <h2>{label("error", error.code)}</h2>
      <p class="muted">{label("errorHelp", error.code)}</p>
      {error.code !== "UNREACHABLE" && (
        <p class="small muted">
          <bdi dir="auto" lang="en">{error.message}</bdi>
        </p>
      )}
      <div class="row">
        <button class="button primary" onClick={again}>
          {t("state.retry")}
        </button>
        {filterCount.value > 0 && (
          <button class="button" onClick={clearFilters}>
            {t("filter.clear")}
          </button>
        )}
      </div>
    </div>
  );
}

/** Nothing to show, and the way out. */
export function Nothing({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="note">
      <h2>{title}</h2>
      {children && <div class="muted">{children}</div>}
      {filterCount.value > 0 && (
        <div class="row">
          <button class="button" onClick={clearFilters}>
            {t("filter.clear")}
          </button>
        </div>
      )}
    </div>
  );
}

/** A graph without anything in it, and how to fill it. */
export function EmptyGraph() {
  return (
    <Nothing title={t("start.empty")}>
      <p>{t("start.emptyHelp")}</p>
      <p>
        <code dir="ltr">citygraph load --store citygraph.db articles/</code>
      </p>
    </Nothing>
  );
}

/** Shows an answer, or honestly why there is none. */
export function Await<R>({ of, lines, children }: { of: Resource<R>; lines?: number; children: (data: NonNullable<R>) => ComponentChildren }) {
  if (of.error) return <Failure error={of.error} retry={of.retry} />;
  if (of.data == null) return <Loading slow={of.slow} lines={lines} />;
  return (
    <>
      {of.slow && (
        <p class="muted small" role="status">
          {t("state.slow")}
        </p>
      )}
      {children(of.data)}
    </>
  );
}
