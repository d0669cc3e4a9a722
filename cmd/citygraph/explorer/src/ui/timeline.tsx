import { useRef } from "preact/hooks";
import { num, t } from "../i18n/i18n.ts";
import { brush } from "../state/filters.ts";
import { setParams } from "../state/route.ts";
import { type When, years } from "../text/date.ts";

type Props = { dates: (When | null | undefined)[]; label: string };

const height = 56;

/** How many dates lie in each year; a date that spans years counts in its first. */
export function countByYear(dates: (When | null | undefined)[]): { counts: Map<number, number>; undated: number } {
  const counts = new Map<number, number>();
  let undated = 0;
  for (const date of dates) {
    const year = date && years(date.value)?.from;
    if (!year) undated++;
    else counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return { counts, undated };
}

/**
 * Years as bars with two handles that narrow every view to a range. Time runs left to right in
 * every language. Undated items are counted, never dropped.
 */
export function Timeline({ dates, label }: Props) {
  const plot = useRef<HTMLDivElement>(null);
  const { counts, undated } = countByYear(dates);
  if (counts.size === 0) return <p class="small muted">{t("time.none", { n: undated })}</p>;

  const known = [...counts.keys()];
  const range = brush.value;
  const first = Math.min(...known, range?.from || Infinity);
  const last = Math.max(...known, range && range.to < 9999 ? range.to : -Infinity);
  const span = last - first + 1;
  const most = Math.max(...counts.values());
  const from = Math.max(range?.from ?? first, first);
  const until = Math.min(range?.to ?? last, last);
  const share = (year: number) => ((year - first) / span) * 100;

  const choose = (a: number, b: number) => {
    const [lo, hi] = a <= b ? [a, b] : [b, a];
    const all = lo <= first && hi >= last;
    setParams({ from: all ? null : String(Math.max(lo, first)), to: all ? null : String(Math.min(hi, last)) }, "replace");
  };
  const yearAt = (x: number) => {
    const box = plot.current!.getBoundingClientRect();
    return Math.min(last, Math.max(first, first + Math.floor(((x - box.left) / box.width) * span)));
  };
  const dragHandle = (which: "from" | "to") => (e: PointerEvent) => {
    if (e.type === "pointerdown") (e.currentTarget as Element).setPointerCapture(e.pointerId);
    else if ((e.currentTarget as Element).hasPointerCapture(e.pointerId)) {
      const year = yearAt(e.clientX);
      if (which === "from") choose(Math.min(year, until), until);
      else choose(from, Math.max(year, from));
    }
  };
  const step = (which: "from" | "to") => (e: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[e.key];
    const to = e.key === "Home" ? first : e.key === "End" ? last : by ? (which === "from" ? from : until) + by : null;
    if (to === null) return;
    e.preventDefault();
    if (which === "from") choose(Math.max(first, Math.min(to, until)), until);
    else choose(from, Math.min(last, Math.max(to, from)));
  };
  const start = useRef(0);

  return (
    <div class="timeline" dir="ltr" role="group" aria-label={label}>
      <div class="timeline-plot" ref={plot}>
        <svg
          viewBox={`0 0 ${span} ${height}`}
          preserveAspectRatio="none"
          width="100%"
          height={height}
          role="img"
          aria-label={t("time.summary", { from: yearText(first), to: yearText(last), n: dates.length - undated })}
          onPointerDown={(e) => (start.current = yearAt(e.clientX))}
          onPointerUp={(e) => choose(start.current, yearAt(e.clientX))}
        >
          {[...counts].map(([year, n]) => (
            <rect key={year} class={year >= from && year <= until ? "in" : "out"} x={year - first + 0.1} width={0.8} y={height - Math.max(3, (n / most) * (height - 4))} height={Math.max(3, (n / most) * (height - 4))}>
              <title>{t("time.year", { year: yearText(year), n })}</title>
            </rect>
          ))}
        </svg>
        {(["from", "to"] as const).map((which) => (
          <button
            key={which}
            type="button"
            role="slider"
            class={`handle handle-${which}`}
            style={{ left: `${which === "from" ? share(from) : share(until + 1)}%` }}
            aria-label={t(which === "from" ? "time.from" : "time.to")}
            aria-valuemin={first}
            aria-valuemax={last}
            aria-valuenow={which === "from" ? from : until}
            aria-valuetext={yearText(which === "from" ? from : until)}
            onPointerDown={dragHandle(which)}
            onPointerMove={dragHandle(which)}
            onKeyDown={step(which)}
          />
        ))}
      </div>
      <div class="timeline-legend small muted">
        <span>{yearText(first)}</span>
        <span class="timeline-range" dir="auto">
          {range ? t("time.range", { from: yearText(from), to: yearText(until) }) : t("time.hint")}
          {undated > 0 && ` · ${t("time.undated", { n: undated })}`}
          {range && (
            <button class="chip" onClick={() => setParams({ from: null, to: null }, "replace")}>
              {t("time.all")}
            </button>
          )}
        </span>
        <span>{yearText(last)}</span>
      </div>
    </div>
  );
}

function yearText(year: number): string {
  return num(year, { useGrouping: false });
}
