import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** A button that opens a list of commands; Escape and a click elsewhere close it. */
export function Menu({ title, icon, children }: { title: string; icon?: ComponentChildren; children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const close = (e: Event) => {
      if (!frame.current?.contains(e.target as Node)) setOpen(false);
    };
    addEventListener("pointerdown", close);
    return () => removeEventListener("pointerdown", close);
  }, [open]);
  return (
    <div
      class="menu"
      ref={frame}
      onKeyDown={(e) => {
        if (e.key !== "Escape") return;
        setOpen(false);
        frame.current?.querySelector("button")?.focus();
      }}
    >
      <button class="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {icon}
        {title}
      </button>
      {open && (
        <ul onClick={() => setOpen(false)}>
          {children}
        </ul>
      )}
    </div>
  );
}
