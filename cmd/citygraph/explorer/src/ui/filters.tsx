import type { EdgeType } from "../api/generated.ts";
import { edgeTypes, modalities, statuses, tiers } from "../api/model.ts";
import { type Key, label, langName, num, percent, t } from "../i18n/i18n.ts";
import { clearFilters, filterCount } from "../state/filters.ts";
import { listParam, param, setParams } from "../state/route.ts";

type Group = { name: string; title: Key; codes: readonly string[]; text: (code: string) => string };

/** Every filter; each choice is a step in history and part of the address. */
export function FilterPanel({ langs }: { langs: string[] }) {
  const groups: Group[] = [
    { name: "types", title: "filter.types", codes: edgeTypes satisfies EdgeType[], text: (c) => label("edge", c) },
    { name: "tiers", title: "filter.tiers", codes: tiers, text: (c) => label("tier", c) },
    { name: "statuses", title: "filter.statuses", codes: statuses, text: (c) => label("status", c) },
    { name: "modalities", title: "filter.modalities", codes: modalities, text: (c) => label("modality", c) },
    { name: "langs", title: "filter.langs", codes: langs, text: langName },
  ];
  return (
    <div class="filters">
      {groups.map((group) => (
        <fieldset key={group.name}>
          <legend>{t(group.title)}</legend>
          <div class="row">
            {group.codes.map((code) => (
              <Choice key={code} group={group} code={code} />
            ))}
          </div>
        </fieldset>
      ))}
      <label>
        {t("filter.confidence")} <output>{param("conf") ? percent(Number(param("conf")) / 100) : t("filter.any")}</output>
        <input type="range" min={0} max={95} step={5} value={param("conf") || 0} onChange={(e) => setParams({ conf: Number(e.currentTarget.value) ? e.currentTarget.value : null })} />
      </label>
      <label>
        {t("filter.support")} <output>{param("support") ? num(Number(param("support"))) : t("filter.any")}</output>
        <input type="range" min={1} max={10} value={param("support") || 1} onChange={(e) => setParams({ support: Number(e.currentTarget.value) > 1 ? e.currentTarget.value : null })} />
      </label>
      <label>
        {t("filter.asOf")}
        <input class="field" type="date" value={param("asOf")} onChange={(e) => setParams({ asOf: e.currentTarget.value || null })} />
      </label>
      <label>
        {t("filter.validAt")}
        <input class="field" type="date" value={param("validAt")} onChange={(e) => setParams({ validAt: e.currentTarget.value || null })} />
      </label>
      {filterCount.value > 0 && (
        <button class="button" onClick={clearFilters}>
          {t("filter.clear")}
        </button>
      )}
    </div>
  );
}

function Choice({ group, code }: { group: Group; code: string }) {
  const chosen = listParam(group.name);
  const on = chosen.includes(code);
  const toggle = () => setParams({ [group.name]: (on ? chosen.filter((c) => c !== code) : [...chosen, code]).join(",") || null });
  return (
    <button type="button" class="chip" aria-pressed={on} onClick={toggle}>
      {group.text(code)}
    </button>
  );
}
