import { useState } from "preact/hooks";
import { type BriefFragment, CountsDocument } from "../api/generated.ts";
import { type Entity, toEntity } from "../api/model.ts";
import { common, narrowed } from "../api/pages.ts";
import { label, num, t } from "../i18n/i18n.ts";
import { type Bundle, collapse, expand, expansions, pins, toggleInList, togglePin } from "../network/model.ts";
import { useQuery } from "../state/resource.ts";
import { param, setParams, toItem } from "../state/route.ts";
import { Dates, edgeLabel } from "../ui/edges.tsx";
import { EntityName } from "../ui/name.tsx";
import { Await } from "../ui/states.tsx";
import { EdgeReader } from "./edge.tsx";

const tops = [10, 25, 50, 100];

/** What can be read and done about the chosen entity: counts by type come before any expanding. */
export function EntityInspector({ id, position }: { id: string; position: (id: string) => { x: number; y: number } }) {
  const [top, setTop] = useState(25);
  const counts = useQuery(CountsDocument, { ids: [id], ...common(), filter: narrowed({}) });
  return (
    <Await of={counts} lines={4}>
      {({ nodes }) => {
        const node = nodes[0];
        if (!node || !("edgeCounts" in node)) return null;
        const entity = toEntity(node as BriefFragment);
        const opened = expansions().filter((x) => x.id === id);
        return (
          <div class="stack">
            <h2>
              <EntityName entity={entity} original />
            </h2>
            <p class="muted small">
              {label("type", entity.type)} · {t("entity.edges", { n: entity.degree })}
            </p>
            <p class="row">
              <a class="button" href={toItem("entity", id)}>
                {t("action.page")}
              </a>
              <button class="button" onClick={() => togglePin(id, position(id))}>
                {t(pins().has(id) ? "action.unpin" : "action.pin")}
              </button>
              <button class="button" onClick={() => toggleInList("hide", id)}>
                {t("action.hide")}
              </button>
              {opened.length > 0 && (
                <button class="button" onClick={() => collapse(id)}>
                  {t("action.collapse")}
                </button>
              )}
            </p>
            <h3>{t("explore.expandBy")}</h3>
            {node.edgeCounts.length === 0 && <p class="muted small">{t("explore.noNeighbours")}</p>}
            <label class="row small">
              {t("explore.top")}
              <select class="field" value={top} onChange={(e) => setTop(Number(e.currentTarget.value))}>
                {tops.map((n) => (
                  <option key={n} value={n}>
                    {num(n)}
                  </option>
                ))}
              </select>
            </label>
            <ul class="counts">
              {node.edgeCounts.map(({ type, count }) => (
                <li key={type}>
                  <button class="chip" aria-pressed={opened.some((x) => x.type === type)} onClick={() => expand({ id, type, top })}>
                    {label("edge", type)} <span class="num muted">{num(count)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        );
      }}
    </Await>
  );
}

/** All edges of one line, each leading to its sentences beside the picture. */
export function BundleInspector({ bundle }: { bundle: Bundle }) {
  const open = param("edge") || (bundle.links.length === 1 ? bundle.links[0]!.id : "");
  return (
    <div class="stack">
      {bundle.links.length > 1 && (
        <>
          <h2>{t("explore.merged", { n: bundle.links.length, a: bundle.from.name, b: bundle.to.name })}</h2>
          <ul class="counts">
            {bundle.links.map((link) => (
              <li key={link.id}>
                <button class="chip" aria-pressed={open === link.id} onClick={() => setParams({ edge: link.id })}>
                  {edgeLabel(link)} <Dates tie={link} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {open && <EdgeReader key={open} id={open} />}
    </div>
  );
}

/** The entities of the picture as a list to walk by keyboard. */
export function NodeList({ nodes, selected, onSelect }: { nodes: Entity[]; selected: string; onSelect: (id: string) => void }) {
  const sorted = [...nodes].sort((a, b) => b.degree - a.degree || a.name.localeCompare(b.name));
  const at = sorted.findIndex((n) => n.id === selected);
  const onKeyDown = (e: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    const next = e.key === "Home" ? sorted[0] : e.key === "End" ? sorted.at(-1) : step ? sorted[Math.max(0, Math.min(sorted.length - 1, at + step))] : undefined;
    if (e.key === "Escape") onSelect("");
    if (e.key === "Enter" && selected) location.assign(toItem("entity", selected));
    if (!next) return;
    e.preventDefault();
    onSelect(next.id);
    document.getElementById(`node-${next.id}`)?.scrollIntoView({ block: "nearest" });
  };
  return (
    <div class="node-list" role="listbox" tabIndex={0} aria-label={t("explore.nodes")} aria-activedescendant={at >= 0 ? `node-${selected}` : undefined} onKeyDown={onKeyDown}>
      {sorted.slice(0, 300).map((node) => (
        <div key={node.id} id={`node-${node.id}`} role="option" aria-selected={node.id === selected} onClick={() => onSelect(node.id)}>
          <EntityName entity={node} plain />
          <span class="num muted small">{num(node.degree)}</span>
        </div>
      ))}
    </div>
  );
}
