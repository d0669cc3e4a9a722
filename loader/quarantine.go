package loader

import (
	"encoding/json"
	"errors"
	"io"

	"citygraph/loader/article"
)

// Quarantine is one record that was not loaded, as a row of the quarantine file; or with Name, a
// name of a loaded record made elsewhere, whose claims were left out. It holds no text of the
// article.
type Quarantine struct {
	article.Origin
	Stage   Stage  `json:"stage"`
	Reason  Reason `json:"reason"`
	Detail  string `json:"detail,omitempty"`
	RawHash string `json:"rawHash,omitempty"`
	Lang    string `json:"lang,omitempty"`
	Name    string `json:"name,omitempty"`
}

// QuarantineWriter returns a callback for Options.Quarantine that writes JSON Lines to w.
func QuarantineWriter(w io.Writer) func(Quarantine) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return func(q Quarantine) error { return e.Encode(q) }
}

// unlinked is the row of a name of a record that is loaded without it.
func unlinked(a article.Article, u Unlinked) Quarantine {
	return Quarantine{Origin: a.Origin, Stage: StageEntity, Reason: Reason(u.Reason), RawHash: a.RawHash, Name: u.Name}
}

// rejected is the row of a record that could not be read.
func rejected(e *article.RejectError) Quarantine {
	return Quarantine{Origin: e.Origin, Stage: StageArticle, Reason: Reason(e.Reason), Detail: e.Detail, RawHash: e.RawHash}
}

// refused is the row of an article that did not pass a stage.
func refused(a article.Article, lang string, err error) Quarantine {
	q := Quarantine{Origin: a.Origin, Stage: StageDocument, Reason: ReasonInvalid, Detail: err.Error(), RawHash: a.RawHash, Lang: lang}
	var stage *StageError
	if errors.As(err, &stage) {
		q.Stage, q.Reason, q.Detail = stage.Stage, stage.Reason, stage.Err.Error()
	}
	return q
}
