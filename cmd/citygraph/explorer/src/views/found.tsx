import { type Hit, closestNames, searchNames } from "../api/search.ts";
import { label, t } from "../i18n/i18n.ts";
import { clocks } from "../state/filters.ts";
import { locale } from "../state/prefs.ts";
import { useTask } from "../state/resource.ts";
import { param } from "../state/route.ts";
import { EntityName } from "../ui/name.tsx";
import { Await, Nothing } from "../ui/states.tsx";
import { useTitle } from "./title.ts";

/** Everything whose name matches, on a page of its own. */
export function FoundPage() {
  const q = param("q");
  useTitle(t("search.title", { q }));
  const found = useTask<Hit[]>(`found|${q}|${locale.value}|${clocks.value.asOf}`, async (signal) => {
    const hits = await searchNames(q, 50, signal);
    return hits.length ? hits : closestNames(q, 20, signal);
  });
  return (
    <div class="page reader-page">
      <h1>{t("search.title", { q })}</h1>
      <Await of={found}>
        {(hits) =>
          hits.length ? (
            <ul class="papers">
              {hits.map(({ entity }) => (
                <li key={entity.id} class="row">
                  <EntityName entity={entity} original />
                  <span class="muted small">
                    {label("type", entity.type)} {entity.countryCode && `· ${entity.countryCode}`} · {t("entity.edges", { n: entity.degree })}
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <Nothing title={t("search.none")} />
          )
        }
      </Await>
    </div>
  );
}
