import { useEffect } from "preact/hooks";

/** Names the page in the window's title and history. */
export function useTitle(name: string | undefined): void {
  useEffect(() => {
    document.title = name ? `${name} · citygraph` : "citygraph";
  }, [name]);
}
