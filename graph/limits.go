package graph

import "time"

// Every bound of the domain and of reading. A store checks them; passing one is a LimitError.
const (
	MaxPage          = 100     // items of one list in one page, as the API asks
	MaxScan          = 10_000  // items of one page for dumps and traversal inside the process
	DefaultPage      = 20      // items where a page states no limit
	MaxIDs           = 10_000  // ids in one bulk read
	MaxNames         = 64      // names kept on one node
	MaxDepth         = 6       // hops of a traversal
	MaxPaths         = 25      // paths of one answer
	MaxTraversal     = 10_000  // nodes of one traversal's answer
	MaxEdgesVisited  = 200_000 // edges a traversal may read
	MaxAsOfClaims    = 200_000 // claims read to answer one question about an earlier record time
	MaxBatch         = 1_000   // assertions in one batch; judgements in one change
	MaxReasons       = 16      // reasons of one judgement
	MaxClaims        = 2_000   // claims of one article
	MaxEntities      = 2_000   // entities of one article
	MaxNameBytes     = 1_024   // bytes of one name
	MaxArticleBytes  = 10 << 20
	MaxSentenceBytes = 16 << 10

	// TraversalTime bounds one traversal.
	TraversalTime = 5 * time.Second
)
