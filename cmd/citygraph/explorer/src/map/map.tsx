import { geoEqualEarth, geoPath, type GeoProjection } from "d3-geo";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { num, t } from "../i18n/i18n.ts";
import { to, toItem } from "../state/route.ts";
import { canvasLabel } from "../text/bidi.ts";
import { Icon } from "../ui/glyph.tsx";
import { type Arc, type Spot } from "./arcs.ts";
import { placeLabels } from "./labels.ts";
import { borders, land, loadBorders, loadLand } from "./land.ts";

type Props = {
  arcs: Arc[];
  spots: Spot[];
  /** The place in the middle of the picture, drawn apart. */
  focus?: string;
  selected?: string;
  /** Fits the picture to the places instead of the world. */
  fit?: boolean;
  label: string;
  onArc?: (arc: Arc) => void;
  onSpot?: (spot: Spot) => void;
};

const world: GeoJSON.MultiPoint = { type: "MultiPoint", coordinates: [[-168, 0], [178, 0], [0, 76], [0, -54]] };

/** Where an arc leads: all that joins the two. */
export function toBetween(a: string, b: string): string {
  return to("/between", { a, b });
}

/** The map: land without borders, places, and one line for all that joins two of them. */
export function WorldMap({ arcs, spots, focus, selected, fit, label, onArc, onSpot }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [view, setView] = useState({ k: 1, x: 0, y: 0 });
  const [showBorders, setShowBorders] = useState(false);
  const height = Math.round(Math.min(Math.max(width * 0.5, 260), 540));

  useEffect(() => {
    loadLand();
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, []);

  const shape = fit && spots.length > 1 ? ({ type: "MultiPoint", coordinates: spots.map((s) => [s.location.lon, s.location.lat]) } as GeoJSON.MultiPoint) : world;
  const projection = useMemo(() => project(shape, width, height), [width, height, JSON.stringify(shape)]);
  const path = useMemo(() => geoPath(projection), [projection]);
  const landPath = useMemo(() => (land.value && width ? path(land.value) : null), [land.value, path, width]);
  const lines = useMemo(() => arcs.map((arc) => ({ arc, d: path(line(arc)) ?? "" })), [arcs, path]);
  const points = useMemo(
    () =>
      spots.flatMap((spot) => {
        const at = projection([spot.location.lon, spot.location.lat]);
        return at ? [{ spot, x: at[0], y: at[1] }] : [];
      }),
    [spots, projection],
  );
  const labels = placeLabels(
    points.map((p) => ({ id: p.spot.id, x: p.x * view.k + view.x, y: p.y * view.k + view.y, text: p.spot.name })),
    width,
  );

  const zoom = (factor: number) => setView((v) => zoomed(v, factor, width / 2, height / 2));
  const drag = useRef<{ x: number; y: number } | null>(null);
  const moveTo = (e: PointerEvent) => {
    if (!drag.current) return;
    const [dx, dy] = [e.clientX - drag.current.x, e.clientY - drag.current.y];
    drag.current = { x: e.clientX, y: e.clientY };
    setView((v) => ({ ...v, x: v.x + dx, y: v.y + dy }));
  };

  return (
    <div class="map" ref={frame}>
      {width > 0 && (
        <svg
          width={width}
          height={height}
          role="group"
          aria-label={label}
          onPointerDown={(e) => (drag.current = { x: e.clientX, y: e.clientY })}
          onPointerMove={moveTo}
          onPointerUp={() => (drag.current = null)}
          onPointerLeave={() => (drag.current = null)}
          onKeyDown={(e) => walk(e)}
        >
          <g transform={`translate(${view.x} ${view.y}) scale(${view.k})`}>
            {landPath && <path class="land" d={landPath} />}
            {showBorders && borders.value && <path class="borders" d={path(borders.value) ?? ""} />}
            {lines.map(({ arc, d }, i) => (
              <a key={arc.key} href={toBetween(arc.a.id, arc.b.id)} tabIndex={i === 0 ? 0 : -1} data-step aria-label={arcText(arc)} onClick={(e) => choose(e, onArc, arc)}>
                <path class={`arc ${arc.over ? "arc-over" : ""} ${selected === arc.key ? "chosen" : ""}`} d={d} stroke-width={1 + Math.log2(arc.links.length)} vector-effect="non-scaling-stroke" />
                <path class="arc-hit" d={d} vector-effect="non-scaling-stroke">
                  <title>{arcText(arc)}</title>
                </path>
              </a>
            ))}
          </g>
          {points.map(({ spot, x, y }) => (
            <a key={spot.id} href={toItem("entity", spot.id)} tabIndex={spot === spots[0] && !arcs.length ? 0 : -1} data-step aria-label={spot.name} onClick={(e) => choose(e, onSpot, spot)}>
              <circle class={`spot ${spot.id === focus || spot.id === selected ? "spot-focus" : ""}`} cx={x * view.k + view.x} cy={y * view.k + view.y} r={spot.id === focus ? 6 : Math.min(3 + Math.sqrt(spot.degree) / 2, 7)} />
            </a>
          ))}
          <g class="map-labels" aria-hidden="true">
            {labels.map((l) => (
              <text key={l.id} x={l.x + (l.side === "end" ? 8 : -8)} y={l.y + 4} text-anchor={l.side === "end" ? "start" : "end"}>
                {canvasLabel(l.text)}
              </text>
            ))}
          </g>
        </svg>
      )}
      <div class="map-tools no-print">
        <button class="button icon" aria-label={t("action.zoomIn")} onClick={() => zoom(1.5)}>
          <Icon name="plus" />
        </button>
        <button class="button icon" aria-label={t("action.zoomOut")} onClick={() => zoom(1 / 1.5)}>
          <Icon name="minus" />
        </button>
        <button class="button icon" aria-label={t("action.fit")} onClick={() => setView({ k: 1, x: 0, y: 0 })}>
          <Icon name="fit" />
        </button>
      </div>
      <label class="map-borders row small muted no-print">
        <input
          type="checkbox"
          checked={showBorders}
          onChange={(e) => {
            setShowBorders(e.currentTarget.checked);
            void loadBorders().catch(() => setShowBorders(false));
          }}
        />
        {t("map.borders")}
      </label>
      {showBorders && <p class="small muted">{t("map.bordersNote")}</p>}
    </div>
  );
}

function project(shape: GeoJSON.MultiPoint, width: number, height: number): GeoProjection {
  const margin = shape === world ? 4 : 48;
  const projection = geoEqualEarth().fitExtent([[margin, margin], [Math.max(width - margin, margin + 1), Math.max(height - margin, margin + 1)]], shape);
  const most = width * 1.2;
  if (projection.scale() > most) {
    const middle = projection.invert?.([width / 2, height / 2]);
    projection.scale(most);
    if (middle) {
      const at = projection(middle)!;
      const [x, y] = projection.translate();
      projection.translate([x + width / 2 - at[0], y + height / 2 - at[1]]);
    }
  }
  return projection;
}

function line(arc: Arc): GeoJSON.LineString {
  return { type: "LineString", coordinates: [[arc.a.location.lon, arc.a.location.lat], [arc.b.location.lon, arc.b.location.lat]] };
}

function zoomed(v: { k: number; x: number; y: number }, factor: number, cx: number, cy: number) {
  const k = Math.min(Math.max(v.k * factor, 1), 12);
  const f = k / v.k;
  return { k, x: cx - (cx - v.x) * f, y: cy - (cy - v.y) * f };
}

function arcText(arc: Arc): string {
  return t("map.arc", { a: arc.a.name, b: arc.b.name, n: arc.links.length });
}

function choose<T>(e: MouseEvent, handler: ((item: T) => void) | undefined, item: T) {
  if (!handler) return;
  e.preventDefault();
  handler(item);
}

/** One stop of the tabulator for the whole map; arrows step through arcs and places. */
function walk(e: KeyboardEvent & { currentTarget: SVGSVGElement }) {
  if (!["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"].includes(e.key)) return;
  const steps = [...e.currentTarget.querySelectorAll<SVGAElement>("[data-step]")];
  const at = steps.indexOf(document.activeElement as unknown as SVGAElement);
  const next = steps[at + (e.key === "ArrowRight" || e.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  e.preventDefault();
  next.focus();
}

/** How many edges the picture stands for. */
export function arcSummary(arcs: Arc[]): string {
  return t("map.summary", { n: arcs.length, edges: num(arcs.reduce((sum, arc) => sum + arc.links.length, 0)) });
}
