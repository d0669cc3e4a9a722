// Package llm lets a language model add claims to those that the rules found in an article. The
// model stands behind any endpoint that speaks OpenAI's chat completions; without one, nothing
// of the loader needs this package.
//
// # What is taken from the model
//
// As little as can be. A reply is a list of items in a closed schema (schema.json): codes of the
// domain, and texts that must stand in the article letter by letter. An item's quote says which
// sentences are the evidence. Its names, dates and numbers are looked up among the mentions that
// the mention and entity stages resolved, so a name means what it means to the rules, and a name
// that they left open, or did not see, carries no edge. An item that fails is dropped and
// counted with its reason; what the article says to the model can change no more than which of
// its own sentences are quoted.
//
//	quote.go    a quote → the sentences it stands in
//	link.go     names, dates, numbers → resolved mentions
//	item.go     an item → a claim, or the reason why not
//	reply.go    the closed schema
//	client.go   one question to the endpoint, with patience
//	cache.go    replies on disk, by content, model and prompt version
//	budget.go   what may be spent in a run
//
// A claim that tells again what a rule read is dropped: the rules' reading stands, with its own
// sentence, status and date. Agreements and events are left to the rules.
//
// # What is certain
//
// The same replies give the same claims, in any order of the articles. A reply that keeps the
// schema is stored, so a second load over the same articles asks nothing and changes nothing.
// Where there is no reply (the endpoint fails, the budget is spent, the text is too long), the
// article is read by rules alone; loading it again later adds what the model then says.
package llm
