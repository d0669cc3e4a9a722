import { useEffect } from "preact/hooks";
import { t } from "./i18n/i18n.ts";
import { segments } from "./state/route.ts";
import { Nothing } from "./ui/states.tsx";
import { Shell } from "./ui/shell.tsx";
import { Start } from "./views/start.tsx";

/** Chooses the view that the address names. */
function View() {
  const [section] = segments.value;
  switch (section) {
    case undefined:
      return <Start />;
    default:
      return (
        <div class="page">
          <Nothing title={t("state.noPage")} />
        </div>
      );
  }
}

export function App() {
  useEffect(() => {
    document.title = "citygraph";
  }, []);
  return (
    <Shell>
      <View />
    </Shell>
  );
}
