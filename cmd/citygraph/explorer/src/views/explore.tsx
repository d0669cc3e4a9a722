import type { Core } from "cytoscape";
import { lazy, Suspense } from "preact/compat";
import { useMemo, useRef, useState } from "preact/hooks";
import { AmongDocument, StartDocument, WholeEdgesDocument } from "../api/generated.ts";
import { common, narrowed } from "../api/pages.ts";
import { num, t } from "../i18n/i18n.ts";
import { arcsOf, spotsOf } from "../map/arcs.ts";
import { WorldMap } from "../map/map.tsx";
import { bundles, expand, expansions, type Picture, pictureKey, pins, readPicture, toggleInList } from "../network/model.ts";
import { mapSvg, networkPng, networkSvg, svgToPng } from "../network/picture.ts";
import { clocks, filterCount, inBrush } from "../state/filters.ts";
import { locale } from "../state/prefs.ts";
import { useQuery, useTask } from "../state/resource.ts";
import { listParam, param, setParams, to } from "../state/route.ts";
import { Actions, type Pictures } from "../ui/actions.tsx";
import { EntityTable, LinkTable } from "../ui/edges.tsx";
import { FilterPanel } from "../ui/filters.tsx";
import { Icon } from "../ui/glyph.tsx";
import { SearchBox } from "../ui/search.tsx";
import { announced } from "../ui/shell.tsx";
import { Await, EmptyGraph, Loading, Nothing } from "../ui/states.tsx";
import { Timeline } from "../ui/timeline.tsx";
import { BundleInspector, EntityInspector, NodeList } from "./inspector.tsx";
import { useTitle } from "./title.ts";

const NetworkCanvas = lazy(() => import("../network/canvas.tsx").then((m) => m.NetworkCanvas));
const views = ["network", "map", "table"] as const;
const steps = [100, 300, 1000, 3000];

/** Network, map, table, timeline and reader over one selection. */
export function Explore() {
  useTitle(t("explore.title"));
  const picture = useTask<Picture>(pictureKey(), readPicture);
  return (
    <div class="explore">
      <h1 class="hidden">{t("explore.title")}</h1>
      <Await of={picture} lines={12}>
        {(data) => <Workspace picture={data} loading={picture.loading} />}
      </Await>
    </div>
  );
}

function Workspace({ picture, loading }: { picture: Picture; loading: boolean }) {
  const cy = useRef<Core | null>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const start = useQuery(StartDocument, { lang: locale.value, ...clocks.value });
  const view = views.find((v) => v === param("view")) ?? "network";
  const selected = param("sel");
  const hidden = listParam("hide");
  const brushed = `${param("from")}-${param("to")}`;

  const links = useMemo(() => picture.links.filter((l) => inBrush(l.date) && !hidden.includes(l.from.id) && !hidden.includes(l.to.id)), [picture, brushed, hidden.join()]);
  const nodes = useMemo(() => {
    const joined = new Set([...links.flatMap((l) => [l.from.id, l.to.id]), ...listParam("seed"), ...expansions().map((x) => x.id)]);
    return picture.nodes.filter((n) => !hidden.includes(n.id) && joined.has(n.id));
  }, [picture, links]);
  const lines = useMemo(() => bundles(links), [links]);
  const arcs = useMemo(() => arcsOf(links), [links]);

  const select = (id: string) => setParams({ sel: id || null, edge: null });
  const open = (id: string) => {
    expand({ id, type: "", top: 25 });
    announced.value = t("explore.expanded", { n: 25 });
  };
  const chosen = lines.find((b) => b.key === selected);
  const steered = expansions().length > 0 || listParam("seed").length > 0;
  const query = steered ? { document: AmongDocument, variables: { ids: nodes.map((n) => n.id), ...common(), filter: narrowed({}) } } : { document: WholeEdgesDocument, variables: { ...common(), filter: narrowed({}) } };

  return (
    <>
      <div class="explore-bar row">
        <div class="tabs" role="tablist" aria-label={t("explore.title")}>
          {views.map((v) => (
            <button key={v} role="tab" aria-selected={view === v} onClick={() => setParams({ view: v })}>
              {t(`explore.${v}`)}
            </button>
          ))}
        </div>
        <button class="button" aria-expanded={filtersOpen} onClick={() => setFiltersOpen(!filtersOpen)}>
          <Icon name="filter" />
          {t("action.filter")} {filterCount.value > 0 && <span class="num">({num(filterCount.value)})</span>}
        </button>
        <button class="button icon" aria-label={t("action.undo")} onClick={() => history.back()}>
          <Icon name="undo" />
        </button>
        <button class="button icon" aria-label={t("action.redo")} onClick={() => history.forward()}>
          <Icon name="redo" />
        </button>
        <span class="explore-actions row">
          <Actions name="explore" query={query} links={links} nodes={nodes} pictures={pictures(view, cy, stage)} />
        </span>
      </div>
      {filtersOpen && <FilterPanel langs={start.data?.stats.langs.map((l) => l.lang) ?? []} />}
      <div class="explore-body">
        <div class="explore-stage" ref={stage}>
          {links.length === 0 && nodes.length === 0 && !loading ? (
            filterCount.value ? <Nothing title={t("state.nothing")} /> : <EmptyGraph />
          ) : view === "network" ? (
            <Suspense fallback={<Loading lines={8} />}>
              <NetworkCanvas nodes={nodes} bundles={lines} selected={selected} pinned={pins()} onSelect={select} onOpen={open} onReady={(c) => (cy.current = c)} />
            </Suspense>
          ) : view === "map" ? (
            <WorldMap arcs={arcs} spots={spotsOf(arcs)} selected={selected} label={t("map.label")} onArc={(arc) => select(arc.key)} onSpot={(spot) => select(spot.id)} />
          ) : (
            <div class="pad">
              <LinkTable links={links} caption={t("explore.links")} />
              <EntityTable entities={nodes} caption={t("explore.entities")} />
            </div>
          )}
          <State picture={picture} shown={links.length} nodes={nodes.length} hidden={hidden} steered={steered} loading={loading} />
          <div class="explore-time">
            <Timeline dates={picture.links.map((l) => l.date)} label={t("time.label")} />
          </div>
        </div>
        <aside class="explore-side" aria-label={t("explore.selected")}>
          <SearchBox placeholder={t("explore.add")} value={null} onPick={(e) => (listParam("seed").includes(e.id) ? select(e.id) : setParams({ seed: [...listParam("seed"), e.id].join(","), sel: e.id }))} />
          {chosen ? <BundleInspector bundle={chosen} /> : selected && !selected.includes("|") ? <EntityInspector key={selected} id={selected} position={(id) => cy.current?.getElementById(id).position() ?? { x: 0, y: 0 }} /> : <p class="muted small">{t("explore.nothing")}</p>}
          <h3>{t("explore.nodes")}</h3>
          <NodeList nodes={nodes} selected={selected} onSelect={select} />
        </aside>
      </div>
    </>
  );
}

/** What is shown of how much, and the way to more. */
function State({ picture, shown, nodes, hidden, steered, loading }: { picture: Picture; shown: number; nodes: number; hidden: string[]; steered: boolean; loading: boolean }) {
  const top = Number(param("top")) || 100;
  const next = steps.find((n) => n > top);
  return (
    <p class="row small muted explore-state" role="status">
      <span>{t("explore.shown", { nodes, links: shown })}</span>
      {!steered && picture.truncated && <span>{t("explore.cut", { shown: picture.links.length, n: picture.total })}</span>}
      {steered && picture.truncated && <span>{t("explore.truncated")}</span>}
      {!steered && picture.truncated && !loading && next && (
        <button class="chip" onClick={() => setParams({ top: String(next) })}>
          {t("explore.more", { n: next })}
        </button>
      )}
      {hidden.length > 0 && (
        <button class="chip" onClick={() => (hidden.length === 1 ? toggleInList("hide", hidden[0]!) : setParams({ hide: null }))}>
          {t("action.showHidden", { n: hidden.length })}
        </button>
      )}
      {steered && <a href={to("/explore")}>{t("explore.backToOverview")}</a>}
    </p>
  );
}

function pictures(view: string, cy: { current: Core | null }, stage: { current: HTMLDivElement | null }): Pictures | undefined {
  if (view === "network") return { png: () => networkPng(cy.current!), svg: () => networkSvg(cy.current!) };
  if (view !== "map") return undefined;
  const svg = () => stage.current!.querySelector<SVGSVGElement>(".map svg")!;
  return { svg: () => mapSvg(svg()), png: () => svgToPng(mapSvg(svg()), svg().clientWidth, svg().clientHeight) };
}

