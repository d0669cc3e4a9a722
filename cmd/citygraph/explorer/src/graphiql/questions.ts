/** Questions that the console opens with, one a tab: each runs as it is. */
export const questions: { query: string; variables?: string }[] = [
  {
    query: `# Twin partners of a city, each with tier, since when, and the sentence.
query Partners($city: String!) {
  city(name: $city) {
    name(lang: "en")
    twins(first: 20) {
      totalCount
      nodes {
        tier
        status
        date { value precision method }
        other { name(lang: "en") originalName }
        claims(first: 1) { nodes { evidence { text lang } article { title date } } }
      }
    }
  }
}
`,
    variables: `{ "city": "Shanghai" }`,
  },
  {
    query: `# One box for every type and script.
query Find($text: String!) {
  search(text: $text, first: 10) {
    totalCount
    edges { matchedName { text lang } node { id type name(lang: "en") } }
  }
}
`,
    variables: `{ "text": "上海" }`,
  },
  {
    query: `# What has ended or is suspended, best supported first.
query Ended {
  edges(filter: { types: [TWINNED_WITH], statuses: [ENDED, SUSPENDED] }, orderBy: SUPPORT, first: 20) {
    totalCount
    nodes { from { name(lang: "en") } to { name(lang: "en") } status until { value } support confidence }
  }
}
`,
  },
  {
    query: `# A neighbourhood: nodes and edges once each, as a drawing needs them.
query Around($id: ID!) {
  neighborhood(ids: [$id], depth: 1, limit: 50) {
    truncated
    nodes { id type name(lang: "en") }
    edges { id type from { id } to { id } support }
  }
}
`,
    variables: `{ "id": "city:1796236" }`,
  },
  {
    query: `# How two cities are linked, with a sentence for every hop.
query Path($a: ID!, $b: ID!) {
  shortestPath(from: $a, to: $b) {
    paths {
      length
      nodes { name(lang: "en") }
      edges { type claims(first: 1) { nodes { evidence { text } } } }
    }
  }
}
`,
    variables: `{ "a": "city:2965140", "b": "city:3936456" }`,
  },
  {
    query: `# What is loaded.
query Loaded {
  stats { articles claims lastLoad langs { lang count } nodes { type count } edges { type count } }
}
`,
  },
];
