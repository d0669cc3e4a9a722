import { useState } from "preact/hooks";
import type { Entity, Link } from "../api/model.ts";
import { claimIds } from "../export/claims.ts";
import { formats, type Graph, save } from "../export/save.ts";
import { type Key, t } from "../i18n/i18n.ts";
import { announced } from "./shell.tsx";
import { Icon } from "./glyph.tsx";
import { Menu } from "./menu.tsx";

/** The question behind a view, for those who want to ask it themselves. */
export type Question = { document: string | String; variables: unknown };

/** A picture that a view can give away. */
export type Pictures = { png: () => Promise<Blob>; svg: () => string };

type Props = { name: string; query: Question; links: Link[]; nodes?: Entity[]; pictures?: Pictures; print?: boolean };

/** What every view offers: a link, its question as GraphQL, and its contents in every format. */
export function Actions({ name, query, links, nodes, pictures, print }: Props) {
  const [copied, setCopied] = useState("");
  const copy = async (what: string, text: string) => {
    await navigator.clipboard?.writeText(text).catch(() => undefined);
    setCopied(what);
    announced.value = t("action.copied");
    setTimeout(() => setCopied(""), 2000);
  };
  const graph = async (): Promise<Graph> => {
    const all = new Map((nodes ?? []).map((n) => [n.id, n]));
    for (const link of links) for (const end of [link.from, link.to]) all.set(end.id, end);
    return { nodes: [...all.values()], links, claims: await claimIds(links.map((l) => l.id)) };
  };
  return (
    <>
      <button class="button" onClick={() => copy("link", location.href)}>
        <Icon name="link" />
        {t(copied === "link" ? "action.copied" : "action.copyLink")}
      </button>
      <Menu title={t(copied === "graphql" ? "action.copied" : "action.copyGraphQL")}>
        <li>
          <button onClick={() => copy("graphql", asText(query))}>{t("action.copyGraphQL")}</button>
        </li>
        <li>
          <a href={consoleAddress(query)}>{t("action.openGraphiQL")}</a>
        </li>
      </Menu>
      <Menu title={t("action.export")} icon={<Icon name="down" />}>
        {pictures && (
          <>
            <li>
              <button onClick={async () => save(name, "png", await pictures.png())}>{t("export.png")}</button>
            </li>
            <li>
              <button onClick={() => save(name, "svg", pictures.svg(), "image/svg+xml")}>{t("export.svg")}</button>
            </li>
          </>
        )}
        {formats.map((format) => (
          <li key={format.key}>
            <button onClick={async () => save(name + (format.part ?? ""), format.extension, format.write(await graph()), format.media)}>{t(`export.${format.key}` as Key)}</button>
          </li>
        ))}
      </Menu>
      {print && (
        <button class="button" onClick={() => window.print()}>
          <Icon name="print" />
          {t("action.print")}
        </button>
      )}
    </>
  );
}

/** The question with its variables beneath, as one text. */
function asText({ document, variables }: Question): string {
  return `${tidy(document)}\n\n# variables\n# ${JSON.stringify(variables)}\n`;
}

/** The console's address with the question filled in. */
export function consoleAddress({ document, variables }: Question): string {
  return `/graphiql#${new URLSearchParams({ query: tidy(document), variables: JSON.stringify(variables, null, 2) })}`;
}

function tidy(document: string | String): string {
  return document.toString().trim();
}
