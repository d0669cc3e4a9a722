package llm

import (
	"time"

	"citygraph/graph"
)

// Every bound of asking a model.
const (
	DefaultBudget  = 1_000_000 // tokens of a run, prompts and replies together
	MaxTextBytes   = 48 << 10  // of an article that is sent; longer ones are read by rules alone
	MaxReplyBytes  = 1 << 20   // of one answer of the endpoint
	MaxReplyTokens = 4096      // that the model is asked to keep to
	MaxItems       = 200       // items of one reply; the rest are dropped
	MaxAttempts    = 4         // times that one question is asked
	MaxFailures    = 5         // articles in a row without an answer, after which none is asked for
	MaxSentences   = 2         // sentences that one quote may stand in

	DefaultTimeout = time.Minute
	FirstPause     = time.Second // before a question is asked again; then twice as long
	LongestPause   = 30 * time.Second
)

// bytesPerToken is a floor in all scripts of the domain: a Han character is three bytes and
// seldom more than one token and a half, so no prompt costs more than is set aside for it.
const bytesPerToken = 2

// What an article was not asked about, or what was not kept of its reply, comes with one of
// these reasons beside those of package graph.
const (
	DropBudget      graph.DropReason = "MODEL_BUDGET_SPENT"
	DropTextTooLong graph.DropReason = "MODEL_TEXT_TOO_LONG"
	DropUnavailable graph.DropReason = "MODEL_UNAVAILABLE"     // no answer in MaxAttempts, or MaxFailures before it
	DropRefused     graph.DropReason = "MODEL_REFUSED"         // the endpoint said no, and would say so again
	DropReply       graph.DropReason = "MODEL_REPLY_INVALID"   // not of the schema
	DropReplySize   graph.DropReason = "MODEL_REPLY_TOO_LARGE" // over MaxReplyBytes
	DropItems       graph.DropReason = "MODEL_ITEMS_OVER_LIMIT"
	DropItem        graph.DropReason = "MODEL_ITEM_INVALID" // a code of no list, or one that does not fit
	DropName        graph.DropReason = "NAME_NOT_LINKED"    // stands in the text, but names nothing for certain
	DropUncached    graph.DropReason = "MODEL_REPLY_NOT_STORED"
)
