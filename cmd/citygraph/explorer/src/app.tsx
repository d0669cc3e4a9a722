import { t } from "./i18n/i18n.ts";
import { segments } from "./state/route.ts";
import { Nothing } from "./ui/states.tsx";
import { Shell } from "./ui/shell.tsx";
import { ArticlePage } from "./views/article.tsx";
import { BetweenPage } from "./views/between.tsx";
import { ClaimPage, EdgePage } from "./views/edge.tsx";
import { EntityPage } from "./views/entity.tsx";
import { Explore } from "./views/explore.tsx";
import { FoundPage } from "./views/found.tsx";
import { PathPage } from "./views/path.tsx";
import { Start } from "./views/start.tsx";

/** Chooses the view that the address names. */
function View() {
  const [section, id] = segments.value;
  switch (section) {
    case undefined:
      return <Start />;
    case "entity":
      return <EntityPage key={id} id={id ?? ""} />;
    case "edge":
      return <EdgePage key={id} id={id ?? ""} />;
    case "claim":
      return <ClaimPage key={id} id={id ?? ""} />;
    case "article":
      return <ArticlePage key={id} id={id ?? ""} />;
    case "between":
      return <BetweenPage />;
    case "explore":
      return <Explore />;
    case "path":
      return <PathPage />;
    case "search":
      return <FoundPage />;
    default:
      return (
        <div class="page">
          <Nothing title={t("state.noPage")} />
        </div>
      );
  }
}

export function App() {
  return (
    <Shell>
      <View />
    </Shell>
  );
}
