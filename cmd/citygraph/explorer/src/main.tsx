import { render } from "preact";
import "@preact/signals";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/parts.css";
import "./styles/shell.css";
import "./styles/start.css";
import "./styles/map.css";
import "./styles/timeline.css";
import "./styles/entity.css";
import "./styles/reader.css";
import "./styles/network.css";
import { App } from "./app.tsx";
import { applyPreferences } from "./state/prefs.ts";
import { followAddress } from "./state/route.ts";
import { listenForKeys } from "./ui/shell.tsx";

applyPreferences();
followAddress();
listenForKeys();
// A server that sends this page for every address without an extension: the console is a file.
if (location.pathname === "/graphiql") location.replace(`/graphiql.html${location.hash}`);

render(<App />, document.getElementById("app")!);
