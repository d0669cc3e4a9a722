package llm

import "sync"

// budget is the tokens that a run may still spend. It is safe for concurrent use.
type budget struct {
	mu    sync.Mutex
	left  int
	spent int
}

// reserve sets n tokens aside before a question is asked, or reports that they are not left.
func (b *budget) reserve(n int) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if n > b.left {
		return false
	}
	b.left -= n
	return true
}

// settle gives back what of a reservation was not used.
func (b *budget) settle(reserved, used int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.left += reserved - used
	b.spent += used
}

func (b *budget) used() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.spent
}
