package loader

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"citygraph/graph"
)

// identify hands on what exports hold of judgements by hand, then has the store judge anew who
// is who. To do either twice changes nothing.
func (l *load) identify(ctx context.Context) error {
	var put []graph.Judgement
	for _, line := range l.judged {
		var j graph.Judgement
		if err := json.Unmarshal(line, &j); err != nil {
			return fmt.Errorf("loader: a judgement of an export: %w", &graph.InvalidError{Field: "judgement", Reason: err.Error()})
		}
		if j.By == graph.ByHand { // those by rule are made anew
			put = append(put, j)
		}
	}
	for some := range slices.Chunk(put, graph.MaxBatch) {
		err := l.batch.patiently(ctx, func() error {
			return l.batch.writer.Judge(ctx, graph.Verdicts{Put: some}, l.batch.clock())
		})
		if err != nil {
			return fmt.Errorf("loader: judgements of an export: %w", err)
		}
	}
	err := l.batch.patiently(ctx, func() error {
		return l.batch.writer.Identify(ctx, l.pipeline.Judge, l.batch.clock())
	})
	if err != nil {
		return fmt.Errorf("loader: who is who: %w", err)
	}
	return nil
}
