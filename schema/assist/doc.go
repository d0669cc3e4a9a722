// Package assist is the read side of the API for AI assistants: tools of the Model Context
// Protocol, each a GraphQL document under documents/ that is sent to the same handler as every
// other request. So an assistant meets the same limits, the same errors and the same answers as
// a person, and cannot do anything that the API cannot.
//
// An entity is named by its id or by a name in any script; of several that fit, the best match
// is taken, and search lists them. Every answer carries, beside what it says, the sentences
// that say so, with their articles.
//
// The protocol is the work of github.com/modelcontextprotocol/go-sdk, which the project's
// authors keep; writing it anew is refused, as it changes with every year.
package assist
