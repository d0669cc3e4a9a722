package sqlite

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed queries/*.sql
var queryFiles embed.FS

// query names a file under queries/: one statement, headed by purpose, parameters, columns.
type query string

// queries is the text of every query file.
type queries map[query]string

func readQueries() (queries, error) {
	entries, err := queryFiles.ReadDir("queries")
	if err != nil {
		return nil, err
	}
	text := make(queries, len(entries))
	for _, entry := range entries {
		name := entry.Name()
		b, err := queryFiles.ReadFile("queries/" + name)
		if err != nil {
			return nil, fmt.Errorf("query %s: %w", name, err)
		}
		// The driver keeps a statement prepared only where nothing follows it.
		text[query(strings.TrimSuffix(name, ".sql"))] = strings.TrimRight(string(b), "; \n")
	}
	return text, nil
}

// Every query; a test holds this list and the files together.
const (
	addCounter                 query = "add_counter"
	addDescribed               query = "add_described"
	clearClaimEdges            query = "clear_claim_edges"
	clearCounters              query = "clear_counters"
	clearDescribed             query = "clear_described"
	clearEdges                 query = "clear_edges"
	clearNameWords             query = "clear_name_words"
	clearNodeBodies            query = "clear_node_bodies"
	clearNodeNames             query = "clear_node_names"
	clearNodes                 query = "clear_nodes"
	countAssertions            query = "count_assertions"
	countDescribed             query = "count_described"
	countTables                query = "count_tables"
	createMigrations           query = "create_migrations"
	deleteEdge                 query = "delete_edge"
	deleteNameWords            query = "delete_name_words"
	deleteNode                 query = "delete_node"
	deleteNodeBody             query = "delete_node_body"
	deleteNodeName             query = "delete_node_name"
	deletePresentEdges         query = "delete_present_edges"
	deleteSurvivor             query = "delete_survivor"
	deleteUndescribed          query = "delete_undescribed"
	findArticles               query = "find_articles"
	findArticlesNaming         query = "find_articles_naming"
	findClaimsOfArticle        query = "find_claims_of_article"
	findClaimsOfEdge           query = "find_claims_of_edge"
	findClaimsOfObject         query = "find_claims_of_object"
	findClaimsOfSubject        query = "find_claims_of_subject"
	findEdges                  query = "find_edges"
	findEdgesFrom              query = "find_edges_from"
	findEdgesTo                query = "find_edges_to"
	findJudgements             query = "find_judgements"
	findNodes                  query = "find_nodes"
	findNodesByName            query = "find_nodes_by_name"
	insertAssertion            query = "insert_assertion"
	insertBatch                query = "insert_batch"
	insertChanges              query = "insert_changes"
	insertClaim                query = "insert_claim"
	insertDescription          query = "insert_description"
	insertEdge                 query = "insert_edge"
	insertEntity               query = "insert_entity"
	insertJudgement            query = "insert_judgement"
	insertMention              query = "insert_mention"
	insertMigration            query = "insert_migration"
	insertNameWords            query = "insert_name_words"
	insertNode                 query = "insert_node"
	insertNodeName             query = "insert_node_name"
	insertPastEdge             query = "insert_past_edge"
	keepPastEdges              query = "keep_past_edges"
	listArticles               query = "list_articles"
	listChanges                query = "list_changes"
	listClaims                 query = "list_claims"
	listDescribed              query = "list_described"
	listEdges                  query = "list_edges"
	listGroups                 query = "list_groups"
	listJudgements             query = "list_judgements"
	listKnownClaims            query = "list_known_claims"
	listKnownClaimsAt          query = "list_known_claims_at"
	listKnownClaimsOfAssertion query = "list_known_claims_of_assertion"
	listKnownClaimsOfGroup     query = "list_known_claims_of_group"
	listKnownDescriptions      query = "list_known_descriptions"
	listKnownDescriptionsOf    query = "list_known_descriptions_of"
	listKnownJudgements        query = "list_known_judgements"
	listNaming                 query = "list_naming"
	listNodes                  query = "list_nodes"
	listOriginals              query = "list_originals"
	listOwnDescriptions        query = "list_own_descriptions"
	listOwnPosts               query = "list_own_posts"
	listWords                  query = "list_words"
	putLastLoad                query = "put_last_load"
	putNodeBody                query = "put_node_body"
	putSurvivor                query = "put_survivor"
	retractAssertion           query = "retract_assertion"
	retractClaims              query = "retract_claims"
	retractJudgement           query = "retract_judgement"
	retractMentions            query = "retract_mentions"
	selectAssertionAt          query = "select_assertion_at"
	selectBatch                query = "select_batch"
	selectClaimGroups          query = "select_claim_groups"
	selectCounters             query = "select_counters"
	selectCurrent              query = "select_current"
	selectDescribed            query = "select_described"
	selectDescription          query = "select_description"
	selectEdgeGroup            query = "select_edge_group"
	selectEntity               query = "select_entity"
	selectGroup                query = "select_group"
	selectHead                 query = "select_head"
	selectLanguage             query = "select_language"
	selectLastLoad             query = "select_last_load"
	selectMentions             query = "select_mentions"
	selectMerged               query = "select_merged"
	selectNodeBasis            query = "select_node_basis"
	selectNodeNames            query = "select_node_names"
	selectOriginal             query = "select_original"
	selectRecord               query = "select_record"
	selectRecordClaims         query = "select_record_claims"
	selectRecordMentions       query = "select_record_mentions"
	selectSchemaLevel          query = "select_schema_level"
	selectSurvivor             query = "select_survivor"
	selectVersion              query = "select_version"
	updateClaimEdge            query = "update_claim_edge"
	updateEdge                 query = "update_edge"
	updateNode                 query = "update_node"
	updateNodeArticles         query = "update_node_articles"
	updateNodeCounts           query = "update_node_counts"
)
