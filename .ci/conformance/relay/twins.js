// Fragments as a Relay client of the API writes them: connections, a refetchable page, a node.
import { graphql } from "relay-runtime";

// Refetched by the query itself: node takes the two clocks beside the id, and Relay knows no
// other argument there.
export const twinsFragment = graphql`
  fragment twins_page on Query
  @refetchable(queryName: "twinsPageQuery")
  @argumentDefinitions(place: { type: "ID!" }, count: { type: "Int", defaultValue: 10 }, cursor: { type: "Cursor" }) {
    city(id: $place) {
      name(lang: "en")
      twins(first: $count, after: $cursor) @connection(key: "twins_page_twins") {
        edges {
          node {
            other {
              id
              name(lang: "en")
            }
            ...twins_tie
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

export const tieFragment = graphql`
  fragment twins_tie on Edge {
    tier
    status
    claims(first: 3) {
      edges {
        node {
          evidence {
            text
            direction
          }
        }
      }
    }
  }
`;

export const query = graphql`
  query twinsQuery($id: ID!, $tie: ID!) {
    ...twins_page @arguments(place: $id)
    node(id: $tie) {
      __typename
      ...twins_tie @alias
    }
  }
`;

export const searchQuery = graphql`
  query twinsSearchQuery($text: String!, $after: Cursor) {
    search(text: $text, first: 10, after: $after) @connection(key: "twinsSearchQuery_search", filters: ["text"]) {
      edges {
        matchedName {
          text
        }
        node {
          id
          ... on Place {
            country {
              id
            }
          }
        }
      }
    }
  }
`;
