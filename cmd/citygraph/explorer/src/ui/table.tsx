import type { ComponentChildren } from "preact";
import { flushSync } from "preact/compat";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n/i18n.ts";

/** One column: what a cell shows, and by what it sorts. */
export type Column<T> = { key: string; title: string; cell: (row: T) => ComponentChildren; sort?: (row: T) => string | number; numeric?: boolean };

type Props<T> = { rows: T[]; columns: Column<T>[]; id: (row: T) => string; caption: string; selected?: string; most?: number };

/** A table that sorts by any column; it shows a part at first and says so. On paper it is whole. */
export function DataTable<T>({ rows, columns, id, caption, selected, most = 100 }: Props<T>) {
  const [by, setBy] = useState<{ key: string; down: boolean } | null>(null);
  const [shown, setShown] = useState(most);
  const printing = usePrinting();
  const column = by && columns.find((c) => c.key === by.key);
  const sorted = column?.sort ? [...rows].sort((a, b) => compare(column.sort!(a), column.sort!(b)) * (by!.down ? -1 : 1)) : rows;

  return (
    <div class="table-wrap" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c.key} scope="col" aria-sort={by?.key === c.key ? (by.down ? "descending" : "ascending") : undefined}>
                {c.sort ? (
                  <button onClick={() => setBy({ key: c.key, down: by?.key === c.key ? !by.down : false })}>
                    {c.title} <span aria-hidden="true">{by?.key === c.key ? (by.down ? "↓" : "↑") : ""}</span>
                  </button>
                ) : (
                  c.title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(printing ? sorted : sorted.slice(0, shown)).map((row) => (
            <tr key={id(row)} aria-selected={selected === id(row) || undefined}>
              {columns.map((c) => (
                <td key={c.key} class={c.numeric ? "num" : ""}>
                  {c.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > shown && !printing && (
        <p class="row small muted">
          {t("table.cut", { shown, n: sorted.length })}
          <button class="chip" onClick={() => setShown(shown + most)}>
            {t("table.more")}
          </button>
        </p>
      )}
    </div>
  );
}

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
}

/** Whether the page is being printed; it is drawn anew before the printer sees it. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const start = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener("beforeprint", start);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", start);
      removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}
